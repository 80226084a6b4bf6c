"""Suppressions that smolint writes: near the finding, understood by smolint, harmless to the draft."""

from __future__ import annotations

from pathlib import Path

import pytest

from smolint.config import Config
from smolint.fixing import Mended
from smolint.host import installed_host
from smolint.session import Session
from smolint.suppressing import suppress_bytes

LONG = (
    "We bake our bread in the old oven that my grandfather built with his own hands when he came home from the war, "
    "and we sell it in the morning to all those who walk by on their way to work."
)


def silenced(text: str, name: str = "post.md", select: tuple[str, ...] = ("sentence/too-long",)) -> Mended:
    setup = Session(installed_host(), Config(select=select)).setup(Path())
    return suppress_bytes(text.encode(), Path(name), Path(), setup)


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        pytest.param(
            "a.md",
            f"Hello.\n\n{LONG}\n",
            f"Hello.\n\n<!-- smolint: disable-next-line=sentence/too-long -->\n{LONG}\n",
            id="a paragraph",
        ),
        pytest.param(
            "a.md",
            f"Hello.\n{LONG}\n",
            f"Hello. <!-- smolint: disable-next-line=sentence/too-long -->\n{LONG}\n",
            id="a later line of a paragraph",
        ),
        pytest.param(
            "a.md",
            f"- Hello.\n- {LONG}\n",
            f"- Hello. <!-- smolint: disable-next-line=sentence/too-long -->\n- {LONG}\n",
            id="an item of a list",
        ),
        pytest.param(
            "a.md",
            f"- {LONG}\n",
            f"<!-- smolint: disable=sentence/too-long -->\n\n- {LONG}\n",
            id="nothing before it: the head of the body",
        ),
        pytest.param(
            "a.md",
            f"Hello.\r\n\r\n{LONG}\r\n",
            f"Hello.\r\n\r\n<!-- smolint: disable-next-line=sentence/too-long -->\r\n{LONG}\r\n",
            id="CRLF",
        ),
        pytest.param(
            "a.html",
            f"<p>Hello.</p>\n<p>{LONG}</p>\n",
            f"<p>Hello.</p>\n<!-- smolint: disable-next-line=sentence/too-long -->\n<p>{LONG}</p>\n",
            id="HTML",
        ),
        pytest.param(
            "a.facebook.txt",
            LONG,
            f"---\nsmolint:\n  ignore: [sentence/too-long]\n---\n{LONG}",
            id="a format without comments",
        ),
        pytest.param("a.md", "Hello.\n", "Hello.\n", id="nothing to silence"),
    ],
)
def test_where_it_goes(name: str, before: str, after: str) -> None:
    result = silenced(before, name)

    assert result.after.decode() == after
    assert [finding for one in result.results for finding in one.findings] == []
    assert silenced(after, name).after.decode() == after


def test_a_finding_outside_the_body_is_silenced_at_its_head() -> None:
    text = "---\ntitle: Bread\n---\n\nA few words. Do you agree?\n"
    result = silenced(text, select=("depth/too-short",))

    assert [one.rule for one in result.applied] == ["depth/too-short"]
    assert "<!-- smolint: disable=depth/too-short -->" in result.after.decode()
    assert result.results[0].findings == ()


def test_several_rules_share_a_comment() -> None:
    text = f"Hello.\n\n{LONG} Read [here](https://a.fr) and [here](https://b.fr).\n"
    result = silenced(text, select=("sentence/too-long", "link/vague-text"))

    assert result.after.decode().count("<!--") == 1
    assert "disable-next-line=link/vague-text,sentence/too-long" in result.after.decode()


def test_a_file_of_several_drafts_is_left_alone() -> None:
    text = f"First tweet. {LONG}\n---\nSecond tweet.\n"
    result = silenced(text, "thread.tweet")

    assert result.after.decode() == text


def test_the_corpus_is_silenced_and_still_reads_the_same(shared: Path) -> None:
    left = 0
    for path in sorted((shared / "corpus" / "18f").rglob("*.md"))[::40]:
        result = silenced(path.read_text(encoding="utf-8"), path.name, select=("all",))
        left += sum(one.rule != "suppression/unused" for each in result.results for one in each.findings)

    assert left == 0
