import re

import pytest

from smolint.draft import Block, Comment, Content, Draft, Field
from smolint.finding import Finding, Level
from smolint.source import Piece, Source, Span
from smolint.suppression import apply, silences

COMMENT = re.compile(r"<!--(.*?)-->|\{% comment %\}(.*?)\{% endcomment %\}|\{/\*(.*?)\*/\}", re.DOTALL)


def draft(text, fields=()):
    """A draft whose paragraphs are the lines of a text, comments taken out of them."""
    comments = tuple(
        Comment(next(part for part in match.groups() if part is not None), Span(*match.span()))
        for match in COMMENT.finditer(text)
    )
    body = text.find("---\n", 3) + 4 if text.startswith("---") else 0
    bare = COMMENT.sub(lambda match: " " * len(match.group()), text)
    blocks = tuple(
        Block("paragraph", match.group(), (Piece(0, len(match.group()), *match.span()),))
        for match in re.finditer(r"[^\s].*", bare)
        if match.start() >= body
    )
    return Draft(
        Source("post.md", text),
        Content(blocks, comments=comments),
        "markdown",
        fields=fields,
        body_span=Span(body, len(text)),
    )


def kept(text, *marks, fields=()):
    """The marks (pairs of rule and marked word) that are still reported, and what the unused silences name."""
    one = draft(text, fields)
    findings = []
    for rule, word in marks:
        start = text.index(word)
        span = Span(start, start + len(word))
        findings.append(Finding(rule, Level.WARNING, "x", "post.md", 1, 1, 1, 1, span, word))
    remaining, count, unused = apply(findings, silences(one), one.body_span)
    assert count + len(remaining) == len(findings)
    return [finding.text for finding in remaining], [one.source[silence.span] for silence in unused]


A, B, C = ("link/empty", "alpha"), ("link/vague", "beta"), ("image/missing", "gamma")


@pytest.mark.parametrize(
    ("text", "reported"),
    [
        pytest.param("alpha\nbeta\ngamma", ["alpha", "beta", "gamma"], id="nothing is silenced"),
        pytest.param("alpha\n<!-- smolint: disable -->\nbeta gamma", ["alpha"], id="all from here on"),
        pytest.param("alpha\n<!-- smolint: disable=all -->\nbeta gamma", ["alpha"], id="all, by name"),
        pytest.param("alpha\n<!-- smolint: disable=link -->\nbeta gamma", ["alpha", "gamma"], id="a group"),
        pytest.param("x\n<!-- smolint: disable=link/vague -->\nalpha beta gamma", ["alpha", "gamma"], id="a rule"),
        pytest.param(
            "x\n<!-- smolint: disable=link/vague, image/missing -->\nalpha beta gamma", ["alpha"], id="two rules"
        ),
        pytest.param(
            "x\n<!-- smolint: disable=link/vague image -->\nalpha beta gamma", ["alpha"], id="set apart by a space"
        ),
        pytest.param("x\n<!--smolint:disable=link-->\nalpha beta gamma", ["gamma"], id="without blanks"),
        pytest.param("x\n<!-- smolint: disable = link -->\nalpha beta gamma", ["gamma"], id="with many blanks"),
        pytest.param(
            "x\n<!-- smolint: disable=link -- a quotation -->\nalpha beta gamma", ["gamma"], id="with a reason"
        ),
        pytest.param(
            "x\n<!-- smolint: disable=link --\nthe reason\ngoes on -->\nalpha beta gamma",
            ["gamma"],
            id="with a long reason",
        ),
        pytest.param("x\n<!-- smolint: disable -- image -->\nalpha beta gamma", [], id="a reason is no rule"),
        pytest.param(
            "alpha\n\nbeta\n<!-- smolint: disable-file=link -->\ngamma", ["gamma"], id="the whole file, from below"
        ),
        pytest.param(
            "x\n<!-- smolint: disable=link -->\nalpha\n<!-- smolint: enable=link -->\nbeta gamma",
            ["beta", "gamma"],
            id="enabled again",
        ),
        pytest.param(
            "x\n<!-- smolint: disable=link -->\nalpha\n<!-- smolint: enable -->\nbeta gamma",
            ["beta", "gamma"],
            id="all enabled again",
        ),
        pytest.param(
            "x\n<!-- smolint: disable=link,image -->\nalpha\n<!-- smolint: enable=image -->\nbeta gamma",
            ["gamma"],
            id="one of two enabled again",
        ),
        pytest.param(
            "x\n<!-- smolint: disable-next-line=link -->\nalpha\nbeta gamma", ["beta", "gamma"], id="the next line only"
        ),
        pytest.param(
            "x\n<!-- smolint: disable-next-line=link -->\n\n  \nalpha\nbeta gamma",
            ["beta", "gamma"],
            id="the next line that is not blank",
        ),
        pytest.param(
            "x\r\n<!-- smolint: disable-next-line -->\r\nalpha beta\r\ngamma", ["gamma"], id="the next line after CRLF"
        ),
        pytest.param(
            "alpha beta gamma\n<!-- smolint: disable-next-line -->", ["alpha", "beta", "gamma"], id="no next line"
        ),
        pytest.param(
            "x\n{% comment %} smolint: disable=link {% endcomment %}\nalpha beta gamma", ["gamma"], id="in Liquid"
        ),
        pytest.param("x\n{/* smolint: disable=link */}\nalpha beta gamma", ["gamma"], id="in MDX"),
        pytest.param(
            "x\n<!-- smolint: disables=link -->\nalpha beta gamma", ["alpha", "beta", "gamma"], id="no such verb"
        ),
        pytest.param(
            "x\n<!-- smolint: disable=link -->\nalpha\n<!-- smolint: enable=link/vague -->\nbeta gamma",
            ["beta", "gamma"],
            id="one rule of a group enabled again",
        ),
        pytest.param(
            "x\n<!-- smolint: disable -->\nalpha\n<!-- smolint: enable=link -->\nbeta gamma",
            ["beta"],
            id="one group out of all enabled again",
        ),
        pytest.param(
            "x\n<!-- about smolint: disable -->\nalpha beta gamma", ["alpha", "beta", "gamma"], id="prose about it"
        ),
        pytest.param(
            "x\n<!-- disable=link -->\nalpha beta gamma", ["alpha", "beta", "gamma"], id="another tool's comment"
        ),
        pytest.param(
            "x\n<!-- smolint: disable=linked -->\nalpha beta gamma", ["alpha", "beta", "gamma"], id="no such group"
        ),
    ],
)
def test_comments(text, reported):
    assert kept(text, A, B, C)[0] == reported


def test_a_comment_before_all_text_silences_the_front_matter_too():
    text = "---\ntitle: alpha\n---\n\n<!-- smolint: disable=link -->\nbeta"
    assert kept(text, A, B) == ([], [])


def test_one_line_silences_nothing_outside_the_body():
    text = "---\ntitle: alpha\n---\n\nx\n<!-- smolint: disable-next-line=link -->\nbeta"
    assert kept(text, A, B) == (["alpha"], [])


@pytest.mark.parametrize(
    ("text", "unused"),
    [
        pytest.param("x\n<!-- smolint: disable=link -->\nalpha beta", [], id="used"),
        pytest.param("x\n<!-- smolint: disable=link,image -->\nalpha beta", ["image"], id="one of two"),
        pytest.param(
            "x\n<!-- smolint: disable=seo/slug -- why -->\nalpha beta", ["seo/slug"], id="a rule, marked exactly"
        ),
        pytest.param(
            "x\n<!-- smolint: disable-next-line -->\nx\nalpha", ["<!-- smolint: disable-next-line -->"], id="all"
        ),
        pytest.param("x\n<!--smolint:disable=a/b-->\nalpha", ["a/b"], id="without blanks"),
        pytest.param(
            "x\n<!-- smolint: disable=link -->\n<!-- smolint: disable=link/empty -->\nalpha",
            [],
            id="both of two that cover it",
        ),
        pytest.param(
            "x\n<!-- smolint: disable=link -->\n<!-- smolint: enable=link -->\nalpha", ["link"], id="enabled too early"
        ),
        pytest.param(
            "x\n{% comment %} smolint: disable=seo/slug {% endcomment %}\nalpha",
            ["seo/slug"],
            id="in Liquid, marked exactly",
        ),
        pytest.param("x\n{/* smolint: disable=seo/slug */}\nalpha", ["seo/slug"], id="in MDX, marked exactly"),
    ],
)
def test_silences_that_silence_nothing(text, unused):
    marks = [mark for mark in (A, B, C) if mark[1] in text]
    assert kept(text, *marks)[1] == unused


def field(value, start, *children):
    return Field(value, Span(start, start + len(str(value))), Span(0, 0), tuple(children))


def ignoring(text, *names):
    items = tuple((number, field(name, text.index(name))) for number, name in enumerate(names))
    ignore = Field(list(names), Span(0, 0), Span(0, 0), items)
    return (("smolint", Field({}, Span(0, 0), Span(0, 0), (("ignore", ignore),))),)


def test_front_matter_silences_a_whole_draft():
    text = "---\nsmolint: {ignore: [link, seo]}\n---\nalpha beta gamma"
    assert kept(text, A, B, C, fields=ignoring(text, "link", "seo")) == (["gamma"], ["seo"])


def test_front_matter_may_name_one_rule_without_a_list():
    text = "---\nsmolint: {ignore: link}\n---\nalpha gamma"
    ignore = field("link", text.index("link"))
    fields = (("smolint", Field({}, Span(0, 0), Span(0, 0), (("ignore", ignore),))),)
    assert kept(text, A, C, fields=fields) == (["gamma"], [])


@pytest.mark.parametrize("value", [3, None, True, ""], ids=["a number", "nothing", "true", "an empty text"])
def test_front_matter_that_names_no_rule(value):
    text = "---\nsmolint: {ignore: 0}\n---\nalpha"
    fields = (("smolint", Field({}, Span(0, 0), Span(0, 0), (("ignore", field(value, 0)),))),)
    assert kept(text, A, fields=fields) == (["alpha"], [])


TITLED = "---\ntitle: alpha\n---\n\n"


@pytest.mark.parametrize(
    ("body", "reported"),
    [
        pytest.param("x\n<!-- smolint: disable=link -->\nbeta", [], id="silenced from the middle on"),
        pytest.param(
            "<!-- smolint: disable=link -->\nx\n<!-- smolint: enable=link -->\nbeta",
            ["beta"],
            id="silenced at the top, enabled for the rest",
        ),
        pytest.param(
            "<!-- smolint: disable=link -->\nx\n<!-- smolint: enable=link/vague -->\nbeta",
            ["beta"],
            id="a group silenced at the top, a rule of it enabled",
        ),
        pytest.param(
            "x\n<!-- smolint: disable=link -->\nbeta\n<!-- smolint: enable=link -->\ny",
            ["alpha"],
            id="only a passage is silenced",
        ),
        pytest.param(
            "x\n<!-- smolint: disable-file=link -->\nbeta\n<!-- smolint: enable=image -->\ny",
            [],
            id="another group enabled",
        ),
    ],
)
def test_what_stands_outside_the_body(body, reported):
    assert kept(TITLED + body, A, B)[0] == reported


@pytest.mark.parametrize(
    ("comment", "mistaken"),
    [
        pytest.param("<!-- smolint: disbale=link -->", "disbale=link", id="a slip"),
        pytest.param("<!-- smolint: disable link/empty -->", "disable link/empty", id="no equals sign"),
        pytest.param("<!-- smolint-disable link -->", "disable link", id="as other tools write it"),
        pytest.param("<!-- smolint: ignore=link -- why -->", "ignore=link", id="another verb, with a reason"),
        pytest.param("<!-- smolint: -->", "smolint:", id="nothing"),
    ],
)
def test_comments_that_are_not_understood(comment, mistaken):
    (silence,) = silences(draft(f"x\n{comment}\nalpha"))
    assert silence.mistaken == mistaken
    assert kept(f"x\n{comment}\nalpha", A)[0] == ["alpha"]


@pytest.mark.parametrize(
    "comment",
    [
        pytest.param("<!-- smolint is a linter -->", id="prose"),
        pytest.param("<!-- see smolint: disable -->", id="prose about it"),
        pytest.param("<!-- smolint-config -->", id="another word"),
        pytest.param("<!-- disbale=link -->", id="another tool's"),
    ],
)
def test_comments_that_are_not_meant_for_smolint(comment):
    assert silences(draft(f"x\n{comment}\nalpha")) == []
