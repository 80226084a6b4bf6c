import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from html import unescape
from html.parser import HTMLParser

import pytest
from syrupy.assertion import SnapshotAssertion

from smolint.finding import Edit, FileResult, Fix, Note
from smolint.source import Span

from .samples import BLOG, TWEET, english_results, finding, finding_at, french_results, report

VOID = {"meta", "input", "br"}


class Outline(HTMLParser):
    """The elements of a page, and what is wrong with their nesting."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.wrong: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.wrong.append(tag)


def body(page: str) -> str:
    return re.sub("(?s)<(style|script)>.*?</\\1>", "", page).partition("<body>")[2]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_page_in_words(snapshot: SnapshotAssertion, language: str) -> None:
    results = english_results() if language == "en" else french_results()

    assert body(report("html", results, Note("a.txt", "Left out."), language=language)) == snapshot


@pytest.mark.parametrize(
    "results",
    [
        pytest.param(english_results(), id="findings"),
        pytest.param(english_results() + french_results(), id="several files"),
        pytest.param([FileResult(f"{n}.md", (finding(BLOG, "Bread", path=f"{n}.md"),)) for n in range(9)], id="many"),
        pytest.param([FileResult("a.md", drafts=1)], id="nothing found"),
        pytest.param([], id="no file"),
    ],
)
def test_the_page_is_whole_and_needs_nothing_else(results: list[FileResult]) -> None:
    page = report("html", results)
    outline = Outline(page)

    assert outline.wrong == outline.open == []
    assert page.startswith("<!DOCTYPE html>")
    assert not [tag for tag, _ in outline.found if tag in ("link", "img", "iframe", "object", "base")]
    assert not [
        one for _, attributes in outline.found for one in attributes if one in ("src", "style") or one[:2] == "on"
    ]
    ids = [attributes["id"] for _, attributes in outline.found if "id" in attributes]
    assert sorted(set(ids)) == sorted(ids) == sorted(one["data-for"] for _, one in outline.found if "data-for" in one)


def test_the_policy_allows_the_own_style_and_script_alone() -> None:
    page = report("html", english_results())
    policy = next(one["content"] for _, one in Outline(page).found if one.get("http-equiv")) or ""

    def hashed(tag: str) -> str:
        inline = re.findall(f"(?s)<{tag}>(.*?)</{tag}>", page)
        assert len(inline) == 1
        return b64encode(sha256(inline[0].encode()).digest()).decode()

    assert policy.split("; ") == [
        "default-src 'none'",
        f"style-src 'sha256-{hashed('style')}'",
        f"script-src 'sha256-{hashed('script')}'",
        "base-uri 'none'",
        "form-action 'none'",
    ]


def test_the_mark_is_exactly_what_is_marked() -> None:
    page = report("html", [FileResult("a.md", (finding(TWEET, "#Bread#Dawn"),))])

    # The tab is spread to the next stop.
    assert '<code dir="auto">🥖🥖 Fresh bread    at dawn 👩‍🍳 <mark>#Bread#Dawn</mark></code>' in page


def test_an_empty_mark_is_a_place() -> None:
    assert "Our <mark></mark>bread" in report("html", [FileResult("a.md", (finding_at("Our bread", 4, 4),))])


def test_a_long_line_is_cut_around_the_mark() -> None:
    text = "We bake. " * 100 + "Bread here. " + "We bake. " * 100
    page = unescape(report("html", [FileResult("a.md", (finding(text, "Bread here."),))]))
    code = re.findall('(?s)<code dir="auto">(.*?)</code>', page)[0]

    assert code.startswith("…")
    assert code.endswith("…")
    assert "<mark>Bread here.</mark>" in code
    assert len(code) < 400


def test_a_fix_shows_what_changes_with_its_no_break_spaces() -> None:
    first = english_results()[0].findings[1]
    assert first.fix
    edit = replace(first.fix.edits[0], replaced="oui ?", content="oui\u202f?")
    one = replace(first, fix=replace(first.fix, edits=(edit,), safe=False))
    page = report("html", [FileResult(one.path, (one,))])

    assert "<b>--fix --unsafe-fixes</b> <del><code>oui ?</code></del> → <ins><code>oui⍽?</code></ins>" in page


def test_a_fix_of_blanks_alone_is_not_drawn() -> None:
    fix = Fix("No-break space", (Edit(Span(3, 4), "\u00a0", 1, 4, 1, 5, " "),))

    assert 'class="fix"' not in report("html", [FileResult("a.md", (finding(BLOG, "Bread", fix=fix),))])


def test_code_in_advice_is_set_as_code() -> None:
    page = report("html", [FileResult("a.md", (finding(BLOG, "Bread", help="Run `smolint <x>`."),))])

    assert "Run <code>smolint &lt;x&gt;</code>." in page


def test_platforms_are_named_where_there_are_several() -> None:
    one, other = (finding(BLOG, "Bread", platform=name) for name in ("wordpress", "facebook"))

    assert "<span>facebook</span>" in report("html", [FileResult("a.md", (one, other))])
    assert "<span>facebook</span>" not in report("html", [FileResult("a.md", (other,))])


def test_findings_of_the_whole_run_stand_with_their_file() -> None:
    first, second = finding(BLOG, "on and on"), finding(BLOG, "Bread")
    page = report("html", [FileResult("a.md", (first,)), FileResult("b.md", drafts=1), FileResult("a.md", (second,))])

    assert page.count("<section") == 1
    assert page.index("<mark>Bread") < page.index("<mark>on and on")
