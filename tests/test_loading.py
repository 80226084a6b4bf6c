import os

import pytest

from smolint.errors import SourceError
from smolint.host import installed_host
from smolint.loading import MAX_BYTES, choose_parser, open_bytes, open_file
from smolint.parsers.parser import Parser
from smolint.source import Source, Span


def refuse(source):
    yield from ()
    raise SourceError("no further", line=2, column=3, code="xml", values={"what": "x"})


PLAIN = Parser("plain", (".md", ".txt"), parse=lambda source: iter([source]))
POEM = Parser("poem", (".txt",), parse=lambda source: iter([source]), sniff=lambda head: head.startswith("Ode"))
BAD = Parser("bad", (".bad",), parse=refuse)


def lines(stream, path):
    for number, line in enumerate(stream, 1):
        if line.startswith(b"stop"):
            raise SourceError("stopped", line=number, column=1)
        yield line.decode()


STREAM = Parser("lines", (".lines",), stream=lines)
PARSERS = (PLAIN, POEM, BAD, STREAM)


@pytest.mark.parametrize(
    ("name", "head", "parser"),
    [
        pytest.param("a.md", b"Ode", PLAIN, id="by its ending"),
        pytest.param("A.MD", b"", PLAIN, id="in capitals"),
        pytest.param("a.txt", b"Prose", PLAIN, id="not recognised"),
        pytest.param("a.txt", b"Ode to bread", POEM, id="recognised"),
        pytest.param("a.txt", b"\xef\xbb\xbfOde", POEM, id="recognised after a byte order mark"),
        pytest.param("a.txt", b"\xff\xfeO\x00d\x00e\x00", POEM, id="recognised in UTF-16"),
        pytest.param("a.txt", b"\xe9\xff", PLAIN, id="no text at all"),
        pytest.param("a.md.bak", b"", None, id="another ending"),
        pytest.param("md", b"", None, id="no ending"),
    ],
)
def test_choose_parser(name, head, parser):
    assert choose_parser(name, head, PARSERS) is parser


def test_only_a_parser_that_recognises_reads_its_format():
    assert choose_parser("a.txt", b"Prose", (POEM,)) is None


def unreadable(opened):
    (draft,) = opened.drafts
    assert draft.format == "unreadable"
    (problem,) = draft.problems
    assert problem.rule == "source/unreadable"
    return draft, problem


def test_what_the_parser_refuses_is_told_at_its_place():
    draft, problem = unreadable(open_bytes(b"one\ntwo\nthree", "x.bad", PARSERS))
    assert draft.source[problem.span] == "o"
    assert draft.source.position(problem.span.start) == (2, 3)
    assert (problem.values["reason"], problem.values["code"], problem.values["what"]) == ("no further", "xml", "x")


@pytest.mark.parametrize("text", ["", "one", "one\n"], ids=["an empty file", "too few lines", "a line too short"])
def test_a_place_that_does_not_exist_is_drawn_into_the_file(text):
    draft, problem = unreadable(open_bytes(text.encode(), "x.bad", PARSERS))
    assert 0 <= problem.span.start <= problem.span.end <= len(draft.source.text)


def test_bytes_that_are_no_text():
    draft, problem = unreadable(open_bytes(b"caf\xe9\n", "x.md", PARSERS))
    assert problem.values["code"] == "encoding"
    assert draft.source.position(problem.span.start) == (1, 4)


def test_a_stream_gives_its_drafts_one_by_one_until_it_fails(tmp_path):
    path = tmp_path / "x.lines"
    path.write_text("one\ntwo\nstop\n", encoding="utf-8")
    opened = open_file(path, "x.lines", PARSERS)
    assert opened.streamed
    assert next(opened.drafts) == "one\n"
    assert next(opened.drafts) == "two\n"
    last = next(opened.drafts)
    assert (last.format, last.source) == ("unreadable", Source("x.lines", "", 3, 1))
    assert list(opened.drafts) == []


@pytest.mark.parametrize(
    ("make", "code"),
    [
        pytest.param(id, "missing", id="missing"),
        pytest.param(lambda path: path.mkdir(), "folder", id="a folder"),
        pytest.param(lambda path: path.symlink_to(path), "", id="a link to itself"),
        pytest.param(
            lambda path: os.mkfifo(path),
            "not-a-file",
            marks=pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here"),
            id="a pipe into which nobody writes",
        ),
    ],
)
def test_what_the_system_refuses(tmp_path, make, code):
    path = tmp_path / "x.md"
    make(path)
    _, problem = unreadable(open_file(path, "x.md", PARSERS))
    assert (problem.span, problem.values["code"]) == (Span(0, 0), code)
    assert problem.values["reason"]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is forbidden to the root user")
def test_a_file_that_may_not_be_read(tmp_path):
    path = tmp_path / "x.md"
    path.touch(mode=0)
    assert unreadable(open_file(path, "x.md", PARSERS))[1].values["code"] == "permission"


def test_a_file_that_is_too_large_is_not_read(tmp_path):
    path = tmp_path / "x.md"
    with path.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    _, problem = unreadable(open_file(path, "x.md", PARSERS))
    assert (problem.values["code"], problem.values["megabytes"], problem.values["limit"]) == ("too-large", 8, 8)


def test_a_format_that_nobody_reads(tmp_path):
    path = tmp_path / "x.psd"
    path.touch()
    assert open_file(path, "x.psd", PARSERS) is None
    assert open_bytes(b"", "x.psd", PARSERS) is None


@pytest.mark.parametrize("name", ["a.md", "a.html", "a.txt", "a.tweet", "a.markdown", "a.mdx"])
@pytest.mark.parametrize("content", [b"", b"\xef\xbb\xbf", b"\n\n", b"---\n---\n", b"---\n", b"<", b"\x00"], ids=repr)
def test_installed_parsers_take_whatever_comes(name, content):
    opened = open_bytes(content, name, installed_host().parsers)
    assert all(draft.source.path == name for draft in opened.drafts)
