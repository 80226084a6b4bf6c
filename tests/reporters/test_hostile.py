"""What a draft may hold must not act on a terminal, in a build's log, in a browser: every format, every sequence."""

import html
import json
import re
from dataclasses import replace
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smolint.finding import Edit, FileResult, Finding, Fix, Level, Note
from smolint.reporters.builtin import builtin_reporters
from smolint.source import Span

from .samples import finding, report

FORMATS = [reporter.name for reporter in builtin_reporters()]
JSON = ["json", "jsonl", "sarif", "gitlab", "rdjson"]
XML = ["junit", "checkstyle"]
HOSTILE = {
    "an escape character": "\x1b",
    "a sequence that clears the screen": "\x1b[2J\x1b[H",
    "a sequence that colours": "\x1b[31m",
    "the one-character CSI": "\x9b31m",
    "a link of a terminal": "\x1b]8;;https://example.org\x1b\\here\x1b]8;;\x1b\\",
    "a title of a terminal, ended by a bell": "\x1b]0;mine\x07",
    "the one-character OSC": "\x9d0;mine\x9c",
    "backspaces": "good\b\b\b\bbad",
    "a carriage return": "good\rbad",
    "a right-to-left override": "\u202egnp.exe",
    "an isolate": "\u2066x\u2069",
    "a NUL": "\0",
    "a lone surrogate": "\ud83e",
    "a line separator": "one\u2028two\x85three",
    "a character that XML forbids": "\ufffe\uffff\x0b",
}
# Control characters but the line feed, bidirectional ones, what is no text.
ACTING = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def hostile(text: str) -> list[FileResult]:
    """A finding with the text wherever a draft, its path or a plugin's words may put it."""
    one = finding(
        f"a {text} b",
        text,
        f"plugin/{text}",
        Level.ERROR,
        path=f"posts/{text}.md",
        message=f"The text {text} is odd.",
        help=f"Drop {text} now.",
        reason=f"For {text} is odd.",
        url=f"https://example.org/{text}",
        platform=f"blog{text}",
        fix=Fix(f"Drop {text}", (Edit(Span(2, 2 + len(text)), f"<{text}>", 1, 3, 1, 3 + len(text), text),)),
    )
    other = replace(one, platform="twitter", level=Level.SUGGESTION)
    notes = (Note(f"notes/{text}.md", f"Left out: {text}"),)
    return [FileResult(one.path, (one, other), notes=notes, drafts=1, crashes=(f"rule {text}\nTraceback {text}",))]


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_nothing_acts_on_a_terminal(name: str, text: str) -> None:
    written = report(name, hostile(text), verbose=True)

    assert ACTING.findall(written) == []
    assert written.encode("utf-8")


@pytest.mark.parametrize("name", FORMATS)
@settings(max_examples=25)
@given(text=st.text(st.characters(codec=None), min_size=1, max_size=20))
def test_no_text_acts_on_a_terminal(name: str, text: str) -> None:
    assert ACTING.findall(report(name, hostile(text))) == []


@pytest.mark.parametrize("name", JSON)
@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_json_still_says_what_was_there(name: str, text: str) -> None:
    written = report(name, hostile(text))
    whole = [json.loads(line) for line in written.split("\n") if line] if name == "jsonl" else json.loads(written)

    assert re.sub("[\ud800-\udfff]", "\ufffd", text) in "".join(strings(whole))


def strings(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [text for one in inside for text in strings(one)]


@pytest.mark.parametrize("name", XML)
@settings(max_examples=50)
@given(text=st.text(st.characters(codec=None), min_size=1, max_size=20))
def test_xml_is_well_formed_whatever_the_draft(name: str, text: str) -> None:
    ElementTree.fromstring(report(name, hostile(text)).encode("utf-8"))


INJECTIONS = {
    "a command": "::error file=a.md::mine",
    "a command on a new line": "x\n::add-mask::e",
    "a command after a return": "x\r::stop-commands::end",
    "an old command": "##[add-mask]e",
    "an old command in the middle": "x ##[stop-commands]end y",
    "an escaped line end": "x%0A::error::mine",
    "a property": "a,line=9::mine",
}


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("text", INJECTIONS.values(), ids=INJECTIONS.keys())
def test_no_line_commands_a_build(name: str, text: str) -> None:
    """A line is a command where it begins with `::` or holds `##[`; the `github` format writes its own ones only."""
    lines = report(name, hostile(text), width=40).splitlines()
    commands = [line for line in lines if line.lstrip().startswith("::") or "##[" in line]
    if name != "github":
        assert commands == []
    else:
        assert lines == commands
        shape = re.compile(r"::(error|notice) file=[^,:]*,line=1,col=3,endLine=1,endColumn=\d+,title=[^,:]*::The text ")
        one_line = "\n" not in text and "\r" not in text
        assert len(commands) == 2
        assert all(shape.match(line) for line in commands if one_line)


def test_a_property_of_a_command_cannot_be_forged() -> None:
    first = report("github", hostile("a,line=9::mine")).splitlines()[0]

    assert first.startswith("::error file=posts/a%2Cline=9%3A%3Amine.md,line=1,")


MARKUP = {
    "a script": "<script>alert(1)</script>",
    "an end of the script": "</script></style><img src=x onerror=alert(1)>",
    "an attribute": '" onmouseover="alert(1)',
    "an attribute in single quotes": "' onmouseover='alert(1)",
    "an entity": "&lt;b&gt;&#60;",
    "an end of a comment and of CDATA": "--> ]]>",
    "backquotes": "`<b>` `</code><script>`",
}


@pytest.mark.parametrize("text", MARKUP.values(), ids=MARKUP.keys())
def test_markup_of_a_draft_is_shown_not_obeyed(text: str) -> None:
    page = report("html", hostile(text))
    harmless = report("html", hostile("x"))

    assert tags(page) - {"code"} == tags(harmless) - {"code"}
    assert page.count("<script") == harmless.count("<script") == 1
    assert text.replace("`", "") in html.unescape(re.sub("</?(code|mark)[^>]*>", "", page)).replace("`", "")


def tags(page: str) -> set[str]:
    body = re.sub("(?s)<(script|style)>.*?</\\1>", "<\\1>", page)
    return {re.sub(r'"[^"]*"', '""', tag) for tag in re.findall(r"<([a-z][^>]*)>", body)}


@pytest.mark.parametrize("text", MARKUP.values(), ids=MARKUP.keys())
@pytest.mark.parametrize("name", XML)
def test_xml_keeps_markup_as_text(name: str, text: str) -> None:
    tree = ElementTree.fromstring(report(name, hostile(text)))

    assert any(text in value for element in tree.iter() for value in (element.text or "", *element.attrib.values()))


@pytest.mark.parametrize(
    "url",
    [
        pytest.param("javascript:alert(1)", id="a script"),
        pytest.param("data:text/html,x", id="data"),
        pytest.param(" https://example.org", id="a blank first"),
    ],
)
def test_the_page_links_to_the_web_alone(url: str) -> None:
    one: Finding = replace(hostile("x")[0].findings[0], url=url)

    assert "<a href=" not in report("html", [FileResult(one.path, (one,))])
