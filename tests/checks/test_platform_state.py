from __future__ import annotations

from dataclasses import replace

import pytest

import smolint
from checks.social import read
from smolint.checks.platform_state import Closed, internal_leak, platform_closed
from smolint.config import Config
from smolint.engine import lint
from smolint.finding import Level
from smolint.platform import Fact, Platform
from smolint.reading import Reading


def gone(confidence="high", **facts):
    status = Fact("status", "discontinued", "a newspaper", "2019-01", confidence)
    facts = {name: Fact(name, value, "a newspaper", "2019-01", "high") for name, value in facts.items()}
    return Platform("gone", "Gone", "social", facts={"status": status, **facts}, aliases=("gone+",))


def found(text, path, tmp_path, **config):
    """Rule, marked text and platform of each finding of a file."""
    file = tmp_path / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return [(one.rule, one.text, one.platform) for result in lint([file], Config(**config)) for one in result.findings]


def test_a_closed_platform_is_named_with_the_day_and_with_live_ones():
    platform = gone(discontinued_on="2019-04-01")
    (mark,) = platform_closed(read("We bake.", platform, path="post.txt"), Closed(instead=("Here", "There")))
    assert mark.values == {
        "platform": "Gone",
        "instead": "Here, There",
        "since_en": "1\N{NO-BREAK SPACE}April 2019",
        "since_fr": "1er\N{NO-BREAK SPACE}avril 2019",
    }
    assert (mark.variant, mark.at_most) == ("dated", None)


def test_a_platform_that_has_closed_on_an_unknown_day():
    (mark,) = platform_closed(read("We bake.", gone(), path="post.txt"), Closed())
    assert mark.variant == ""
    assert "since_en" not in mark.values


def test_hearsay_about_a_closing_raises_no_error():
    (mark,) = platform_closed(read("We bake.", gone("low"), path="post.txt"), Closed())
    assert mark.at_most == Level.WARNING


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("---\nplatform: gone\n---\nWe bake.", "gone", id="its name"),
        pytest.param("---\nplatform: Gone+\n---\nWe bake.", "Gone+", id="another of its names"),
        pytest.param("---\nplatforms: [x, gone]\n---\nWe bake.", "gone", id="in a list"),
        pytest.param("---\nplatforms: x, gone\n---\nWe bake.", "gone", id="between commas"),
        pytest.param("---\nmedia:\n  - gone-ourteam\n---\nWe bake.", "gone", id="an account there"),
        pytest.param("---\ntitle: gone\n---\nWe bake.\nAt dawn.", "We bake.", id="not in the front matter"),
        pytest.param("---\ntitle: Bread\n---\n", "Bread", id="nothing but a title"),
        pytest.param("", "", id="an empty file"),
    ],
)
def test_the_place_that_sends_it_there_is_marked(text, expected):
    reading = read(text, gone(), path="post.md")
    (mark,) = platform_closed(reading, Closed())
    assert reading.draft.source[mark.span] == expected


def test_live_platforms_are_left_alone():
    live = Platform("here", "Here", "social", facts={"status": Fact("status", "live", "us", "2026-11", "high")})
    for platform in (live, Platform("bare", "Bare", "social"), "twitter"):
        assert list(platform_closed(read("We bake.", platform, path="post.txt"), Closed())) == []


@pytest.mark.parametrize("platform", ["google-plus", "viadeo"])
def test_nothing_else_is_said_about_a_draft_for_a_closed_platform(platform, tmp_path):
    text = "#pain #Pain Voici : notre four est confidentiel.\n" * 40
    findings = found(text, f"{platform}/post.txt", tmp_path, language="fr")
    assert findings == [("platform/closed", text.partition("\n")[0], platform)]


def test_a_draft_for_a_closed_platform_is_an_error(tmp_path):
    for platform in ("google-plus", "viadeo"):
        (finding,) = smolint.lint_text("Le pain sort du four.", platform=platform, path=str(tmp_path / "post.txt"))
        assert finding.level == Level.ERROR
        assert "LinkedIn" in finding.help


def test_the_rules_of_live_platforms_still_speak(tmp_path):
    text = "---\nplatforms: [twitter, google-plus]\n---\nWe bake at dawn, every day.\n"
    findings = found(text, "post.md", tmp_path, language="en")
    assert ("platform/closed", "google-plus", "google-plus") in findings
    assert ("hashtag/missing", "We bake at dawn, every day.", "twitter") in findings


def test_a_closed_platform_does_not_hide_broken_front_matter(tmp_path):
    text = "---\nplatforms: [google-plus, nowhere]\n---\nWe bake.\n"
    rules = [rule for rule, _, _ in found(text, "post.md", tmp_path, language="en")]
    assert sorted(rules) == ["front-matter/unknown-platform", "platform/closed"]


INSIDE = Platform("inside", "Inside", "social", internal=True)
OUTSIDE = Platform("outside", "Outside", "social")


@pytest.mark.parametrize(
    ("platform", "targets", "expected"),
    [
        pytest.param(INSIDE, (INSIDE, OUTSIDE), ["inside"], id="to colleagues and to everybody"),
        pytest.param(OUTSIDE, (INSIDE, OUTSIDE), [], id="said once only"),
        pytest.param(INSIDE, (INSIDE,), [], id="to colleagues only"),
        pytest.param(INSIDE, (INSIDE, replace(INSIDE, name="other")), [], id="to colleagues on two platforms"),
        pytest.param(OUTSIDE, (OUTSIDE,), [], id="to everybody only"),
        pytest.param(INSIDE, (), [], id="one platform asked for"),
    ],
)
def test_an_internal_draft_that_goes_outside(platform, targets, expected):
    draft = read("---\nplatforms: [inside, outside]\n---\nDear colleagues", platform, path="post.md").draft
    marks = internal_leak(Reading(draft, platform, targets=targets), None)
    assert [draft.source[mark.span] for mark in marks] == expected


def test_a_leak_through_the_configuration(tmp_path):
    findings = found(
        "Dear colleagues,\nwe bake.\n",
        "news/post.md",
        tmp_path,
        root=tmp_path,
        platforms=(("news/**", ("yammer", "twitter")),),
        select=("platform",),
    )
    assert findings == [("platform/internal-leak", "Dear colleagues,", "yammer")]
