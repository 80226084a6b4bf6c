"""A secret that was found is shown whole nowhere: in no format, by no rule."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reporters.samples import edit, finding, report

from smolint import Config, lint
from smolint.finding import Fix
from smolint.masking import masked, masked_source, without_secrets
from smolint.reporters.builtin import builtin_reporters
from smolint.source import Source, Span

KEY = "ghp_Qx7Rk2mVw9Tb4Nc8Xd1Lf6Hg3Jp5Sy0AuEiO"
POST = f"""---
title: Our bot, {KEY}
---
![{KEY}](missing-{KEY}.png)

PLEASE READ THE WHOLE LETTER, {KEY}, and [YOUR NAME HERE] and #don't forget the 𝗯𝗿𝗲𝗮𝗱 of {KEY}.

Every morning {"and every evening " * 20} we bake bread with {KEY} in the oven of our great aunt.
"""


@pytest.fixture(params=["post.md", "post.facebook.md"], ids=["blog", "social"])
def results(request, tmp_path):
    tmp_path.joinpath(request.param).write_text(POST, encoding="utf-8")
    return list(lint([tmp_path / request.param], Config(select=("all",))))


def test_the_secrets_are_found_among_other_findings(results):
    rules = [each.rule for result in results for each in result.findings]
    assert rules.count("safety/secret") >= 4
    assert len(set(rules)) > 3


def test_findings_show_no_secret(results):
    for each in (each for result in results for each in result.findings):
        assert KEY[:12] not in each.text + each.excerpt.text + each.message + each.help, each.rule
        for change in each.fix.edits if each.fix else ():
            assert KEY[:12] not in change.content


@pytest.mark.parametrize("name", [reporter.name for reporter in builtin_reporters()])
def test_reports_show_no_secret(name, results):
    written = report(name, results, width=4000, verbose=True)
    assert "safety/secret" in written
    assert KEY[:12] not in written


def test_masking_keeps_the_ends_and_the_length():
    assert masked(KEY) == "ghp_" + "•" * (len(KEY) - 6) + "iO"
    assert masked("one\ntwo\r\nthree four") == "one\n•••\r\n••••• ••ur"
    assert masked("hunter2") == "•••••••"


@given(st.text(), st.text(min_size=1), st.text())
def test_masking_moves_nothing(before, secret, after):
    source = Source("post.md", before + secret + after)
    hidden = masked_source(source, [Span(len(before), len(before) + len(secret))])
    assert len(hidden.text) == len(source.text)
    assert hidden.text.startswith(before)
    assert hidden.text.endswith(after)
    assert hidden.line_starts == source.line_starts


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        pytest.param(f"“{KEY}” is a key", f"“{masked(KEY)}” is a key", id="whole"),
        pytest.param(f"“{KEY[:20]}…” is a key", f"“{masked(KEY)[:20]}…” is a key", id="cut short"),
        pytest.param("ghp_ is a prefix", "ghp_ is a prefix", id="its prefix alone"),
    ],
)
def test_words_that_quote_the_secret_are_masked(said, shown):
    found = replace(finding(POST, KEY), message=said)
    assert without_secrets(found, [KEY]).message == shown


def test_a_fix_that_would_write_the_secret_is_dropped():
    with_secret = Fix("Mend", (edit(POST, "PLEASE", f"Please {KEY}"),))
    without = Fix("Mend", (edit(POST, "PLEASE", "Please"),))
    assert without_secrets(finding(POST, KEY, fix=with_secret), [KEY]).fix is None
    assert without_secrets(finding(POST, KEY, fix=without), [KEY]).fix == without


@pytest.mark.parametrize(
    ("said", "secrets", "shown"),
    [
        pytest.param(f"{KEY} and {KEY}", [KEY], f"{masked(KEY)} and {masked(KEY)}", id="twice"),
        pytest.param("hunter2 or swordfish", ["hunter2", "swordfish"], "••••••• or •••••••••", id="two of them"),
        pytest.param("hunter", ["hunter2"], "hunter", id="a short one in part"),
        pytest.param("Nothing to hide", [KEY], "Nothing to hide", id="none"),
        pytest.param("Nothing to hide", [""], "Nothing to hide", id="an empty one"),
        pytest.param("", [KEY], "", id="no words"),
    ],
)
def test_every_secret_is_masked_in_message_and_help(said, secrets, shown):
    found = without_secrets(replace(finding(POST, KEY), message=said, help=said), secrets)
    assert (found.message, found.help) == (shown, shown)


@given(st.text("abc •", max_size=10), st.text("ABCDEFGH", min_size=12, max_size=20), st.text("abc •", max_size=10))
def test_words_stay_as_long_and_show_no_middle(before, secret, after):
    found = without_secrets(replace(finding(POST, KEY), message=before + secret + after), [secret])
    assert len(found.message) == len(before + secret + after)
    assert found.message == before + masked(secret) + after
    assert without_secrets(found, [secret]).message == found.message


@given(st.text(min_size=1, max_size=30))
def test_a_masked_text_shows_at_most_six_characters_of_its_own(secret):
    hidden = masked(secret)
    assert len(hidden) == len(secret)
    shown = [place for place, sign in enumerate(secret) if hidden[place] == sign and not sign.isspace() and sign != "•"]
    assert all(place < 4 or place >= len(secret) - 2 for place in shown)
    assert len(secret) >= 12 or not shown
