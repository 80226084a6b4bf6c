"""Mending: fixes are made round by round, and everything else stays as it is."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smolint.check import Check, Mark
from smolint.config import Config
from smolint.finding import Edit, FileResult, Fix
from smolint.fixing import Mended, decode_file, mend_bytes
from smolint.host import installed_host
from smolint.session import Session


@dataclass(frozen=True, slots=True)
class Swap:
    pattern: str = ""
    by: str = ""
    safe: bool = True


def swap(reading, options):
    """Marks each match of a pattern in the source, and would put another text there."""
    for match in re.finditer(options.pattern, reading.draft.source.text):
        span = reading.draft.body_span._replace(start=match.start(), end=match.end())
        yield Mark(span, fix=Fix("swap", (Edit(span, match.expand(options.by)),), options.safe))


def mended(folder: Path, raw: bytes, name: str = "post.md", unsafe: bool = False, **rules: str) -> Mended:
    pack = folder / "pack" / "swap"
    pack.mkdir(parents=True, exist_ok=True)
    for rule, options in rules.items():
        (pack / f"{rule}.yml").write_text(f"extends: swap\nmessage: Swap it.\n{options}\n", encoding="utf-8")
    host = installed_host()
    host = replace(host, checks={**host.checks, "swap": Check("swap", swap, Swap)}, packs=(folder / "pack",))
    setup = Session(host, Config(select=tuple(f"swap/{rule}" for rule in rules))).setup(folder)
    return mend_bytes(raw, folder / name, folder, setup, unsafe=unsafe)


COLOUR = "pattern: color\nby: colour"


@pytest.mark.parametrize(
    ("raw", "after"),
    [
        pytest.param(b"The color.\n", b"The colour.\n", id="UTF-8"),
        pytest.param(b"\xef\xbb\xbfThe color.\n", b"\xef\xbb\xbfThe colour.\n", id="a byte order mark"),
        pytest.param(b"One.\r\n\r\nThe color.\r\n", b"One.\r\n\r\nThe colour.\r\n", id="CRLF"),
        pytest.param(b"One.\r\rThe color.\r", b"One.\r\rThe colour.\r", id="CR alone"),
        pytest.param(b"One.\n\r\nThe color.\rx", b"One.\n\r\nThe colour.\rx", id="mixed line ends, none at the end"),
        pytest.param("Thé color.".encode("utf-16"), "Thé colour.".encode("utf-16"), id="UTF-16 with a mark"),
        pytest.param("\u2028 é\x0b color.".encode(), "\u2028 é\x0b colour.".encode(), id="what Python takes for lines"),
        pytest.param("👩‍👩‍👧 color, color".encode(), "👩‍👩‍👧 colour, colour".encode(), id="outside the basic plane"),
        pytest.param(b"caf\xe9 color", b"caf\xe9 color", id="not UTF-8: left alone"),
        pytest.param(b"Nothing here.", b"Nothing here.", id="nothing to mend"),
        pytest.param(b"", b"", id="empty"),
    ],
)
def test_only_what_is_mended_changes(tmp_path: Path, raw: bytes, after: bytes) -> None:
    assert mended(tmp_path, raw, colour=COLOUR).after == after


def test_an_export_is_mended_in_its_own_encoding(tmp_path: Path) -> None:
    text = (
        '<?xml version="1.0" encoding="{}"?>\n<rss xmlns:wp="http://wordpress.org/export/1.2/"'
        ' xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><wp:wxr_version>1.2</wp:wxr_version>\n'
        "<item><title>Thé</title><wp:post_type>post</wp:post_type><wp:status>draft</wp:status>"
        "<content:encoded><![CDATA[<p>Été &amp; the {}.</p>]]></content:encoded></item></channel></rss>\n"
    )
    for encoding in ("UTF-8", "ISO-8859-1"):
        raw = text.format(encoding, "color").encode(encoding)
        result = mended(tmp_path, raw, "site.wordpress.xml", colour=COLOUR)

        assert result.after == text.format(encoding, "colour").encode(encoding)
        assert mended(tmp_path, raw, "site.wordpress.xml", accent="pattern: color\nby: cœur").after in (
            raw,
            text.format(encoding, "cœur").encode("utf-8"),
        )


def test_fixes_that_overlap_are_made_one_round_after_the_other(tmp_path: Path) -> None:
    result = mended(
        tmp_path, b"A aab.", first="pattern: aa\nby: c", second="pattern: ab\nby: d", third="pattern: cb\nby: cd"
    )

    assert result.after == b"A cd."
    assert [finding.rule for finding in result.applied] == ["swap/first", "swap/third"]
    assert result.results[0].findings == ()


def test_unsafe_fixes_are_made_only_when_asked_for(tmp_path: Path) -> None:
    rules = {"risky": "pattern: good\nby: bad\nsafe: false", "colour": COLOUR}
    kept = mended(tmp_path, b"A good color.", **rules)

    assert kept.after == b"A good colour."
    assert [finding.rule for finding in kept.results[0].findings] == ["swap/risky"]
    assert mended(tmp_path, b"A good color.", unsafe=True, **rules).after == b"A bad colour."


@pytest.mark.parametrize(
    ("rules", "raw"),
    [
        pytest.param({"heading": 'pattern: "- x"\nby: "# x"'}, b"One.\n\n- x\n", id="another kind of block"),
        pytest.param({"split": 'pattern: " and "\nby: "\\n\\n"'}, b"One and two.\n", id="two paragraphs from one"),
        pytest.param({"field": "pattern: 'Thé'\nby: '\"'"}, "---\ntitle: Thé\n---\nOne.\n".encode(), id="broken YAML"),
        pytest.param({"image": "pattern: '!'\nby: ''"}, b"![a](b.png) and text\n", id="an image becomes a link"),
    ],
)
def test_a_fix_that_would_change_what_the_draft_is_made_of_is_refused(
    tmp_path: Path, rules: dict[str, str], raw: bytes
) -> None:
    result = mended(tmp_path, raw, colour=COLOUR, **rules)

    assert result.after == raw
    assert [finding.rule for finding in result.refused] == [f"swap/{name}" for name in rules]


def test_a_refused_fix_does_not_keep_the_others_back(tmp_path: Path) -> None:
    raw = b"The color and shape.\n\nA color here, and a color there.\n"
    result = mended(tmp_path, raw, colour=COLOUR, split='pattern: " and s"\nby: "\\n\\ns"')

    assert result.after == raw.replace(b"color", b"colour")
    assert [finding.rule for finding in result.refused] == ["swap/split"]


def test_fixes_that_undo_each_other_come_to_an_end(tmp_path: Path) -> None:
    result = mended(tmp_path, b"A grey cat.", there="pattern: grey\nby: gray", back="pattern: gray\nby: grey")

    assert result.after in (b"A grey cat.", b"A gray cat.")


def test_a_fix_that_comes_to_no_end_is_not_made_and_the_others_are(tmp_path: Path) -> None:
    result = mended(tmp_path, b"A grey color.", grows="pattern: grey\nby: very grey", colour=COLOUR)

    assert result.after == b"A grey colour."
    assert {finding.rule for finding in result.applied} == {"swap/colour"}


def test_what_is_to_be_kept_is_not_mended(tmp_path: Path) -> None:
    mended(tmp_path, b"", colour=COLOUR)
    host = installed_host()
    host = replace(host, checks={**host.checks, "swap": Check("swap", swap, Swap)}, packs=(tmp_path / "pack",))
    setup = Session(host, Config(select=("swap",))).setup(tmp_path)

    def later_lines(result: FileResult) -> FileResult:
        return replace(result, findings=tuple(one for one in result.findings if one.line > 1))

    raw = b"A color.\n\nA color.\n"
    assert mend_bytes(raw, tmp_path / "a.md", tmp_path, setup, keep=later_lines).after == b"A color.\n\nA colour.\n"


@given(st.binary(max_size=60))
def test_reading_and_writing_back_changes_no_byte(raw: bytes) -> None:
    coded = decode_file(raw)

    assert coded is None or coded.encode(coded.text) == raw
