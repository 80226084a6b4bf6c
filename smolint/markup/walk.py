"""Marks walked for passages, in the way of Vale 3 (MIT licence, see NOTICE; internal/lint/ast.go and walk.go).

What a rule reads of a block follows Vale to the space: text of inline elements is joined with one blank, inline code
is written as asterisks. Its places are exact, where Vale looks for the text again.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from smolint.draft import Block
from smolint.late_pattern import compiled
from smolint.markup.buffer import Buffer
from smolint.markup.passage import Passage
from smolint.markup.token import Mapped
from smolint.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from smolint.draft import BlockKind
    from smolint.markup.skips import Skips
    from smolint.markup.token import Mark

_INLINE_NAMES = "b big i small abbr acronym cite dfn em kbd strong a br img span sub sup code tt del"
_VOID_NAMES = "area base br col embed hr img input link meta source track wbr"
_INLINE = frozenset(_INLINE_NAMES.split())
_VOID = frozenset(_VOID_NAMES.split())
_CAPTURED = {
    "a": "link", "strong": "strong", "b": "strong", "em": "emphasis", "i": "emphasis", "code": "code", "tt": "code"
}  # fmt: skip
_SCOPES = {
    "th": "table.header",
    "td": "table.cell",
    "caption": "table.caption",
    "li": "list",
    "blockquote": "blockquote",
    "figcaption": "figure.caption",
}
_KINDS: dict[str, BlockKind] = {
    "th": "cell", "td": "cell", "caption": "caption", "li": "item", "blockquote": "quote", "figcaption": "caption"
}  # fmt: skip
_HEADING = compiled(r"h\d\Z")
_TIGHT_BEFORE = frozenset("([{—–")
_NO_BREAK = ("\N{NO-BREAK SPACE}", "\N{NARROW NO-BREAK SPACE}")
_TIGHT_AFTER = frozenset(".?!,:;)]}—–")


class _Capture:
    """An inline element that is a scope of its own."""

    def __init__(self, tag: str, masked: bool) -> None:
        self.tag = tag
        self.masked = masked
        self.text = Buffer()


class Walked(NamedTuple):
    """The passages of a draft's body, how often each element stands in it, and its prose, one text."""

    passages: tuple[Passage, ...]
    counts: Counter[str]
    prose: Mapped


def walk(marks: Iterable[Mark], skips: Skips, extension: str) -> Walked:
    """The passages of a stream of marks; `extension` is the file's, without the dot."""
    walker = _Walker(skips, extension)
    for mark in marks:
        walker.take(mark)
    walker.finish()
    return Walked(tuple(walker.passages), walker.counts, walker.prose.taken())


class _Walker:
    def __init__(self, skips: Skips, extension: str) -> None:
        self.skips = skips
        self.extension = extension
        self.passages: list[Passage] = []
        self.counts: Counter[str] = Counter()
        self.prose = Buffer()
        self.buffer = Buffer()
        self.history: list[tuple[str, str]] = []
        self.enclosing: list[tuple[str, str]] = []
        self.open: list[_Capture] = []
        self.captures: list[_Capture] = []
        self.skipping = self.inline = self.mask = self.closed_inline = self.off = False
        self.by_class = ""
        self.depth = 0
        self.trailing = ""
        self.previous_href = self.previous_class = ""

    def take(self, mark: Mark) -> None:
        name = mark.name
        classes = mark.attributes.get("class", "")
        if mark.kind == "start":
            self._enter(name, classes)
        elif mark.kind == "end":
            self._leave(name)
        elif mark.kind == "empty" and name in _INLINE:
            self.inline, self.closed_inline = True, False
        elif mark.kind == "comment":
            self._comment(mark.text.text)
        elif mark.kind == "text":
            self._text(mark.text)
        if name == "img" and mark.text.text and "alt" not in self.skips.elements:
            sections = frozenset(["text", "attr", "alt"])
            self.passages.append(Passage(Block("paragraph", *mark.text), sections, apart=True))
        self.previous_href, self.previous_class = mark.attributes.get("href", ""), classes

    def _enter(self, name: str, classes: str) -> None:
        block = name not in _INLINE and name not in _VOID
        if block:
            self.enclosing.append((name, classes))
        if self.by_class == name:
            self.depth += 1
        by_class = name not in _INLINE and self._excluded(classes)
        if name not in _INLINE and (name in self.skips.elements or by_class):
            if by_class:
                self.by_class, self.depth = name, 1
            self.skipping = True
            self.counts[name] += 1
            return
        if self.skipping and name in self.skips.elements:
            self.skipping = False
            return
        if block and not self.buffer.blank:
            self._flush()
        if name in ("em", "b") and self.history and self.history[-1][0] == "code":
            name = "code"
        self.inline = name in _INLINE
        self.mask = name in self.skips.masked or name in self.skips.elements
        self.closed_inline = False
        if name in _CAPTURED:
            self.open.append(_Capture(name, self.mask))
        self.history.append((name, classes))

    def _leave(self, name: str) -> None:
        if name in _INLINE:
            self.closed_inline = True
            if self.open and self.open[-1].tag == name:
                self.captures.append(self.open.pop())
            return
        for index in range(len(self.enclosing) - 1, -1, -1):
            if self.enclosing[index][0] == name:
                del self.enclosing[index]
                break
        if self.by_class == name:
            self.depth -= 1
        closed = bool(self.by_class) and self.depth == 0
        if self.skipping and (name in self.skips.elements or closed):
            self.skipping = False
            if closed:
                self.by_class = ""
        self._flush()

    def _comment(self, written: str) -> None:
        if not self.inline:
            self.closed_inline = True
        if written == "vale off":
            self.off = True
        elif written == "vale on":
            self.off = False

    def _excluded(self, classes: str) -> bool:
        return bool(classes) and any(one in self.skips.classes for one in classes.split(" "))

    def _text(self, text: Mapped) -> None:
        bare = text.stripped()
        if not self.skipping and not self.off and bare.text:
            self._write(text.text, bare)
        if not self.skipping and not self.off:
            self.trailing = _edge(text.text[-1:])

    def _write(self, written: str, bare: Mapped) -> None:
        between = _edge(written[:1])
        masked = self.mask or self._excluded(self.previous_class) or self.previous_href == bare.text
        shown = Mapped("*" * len(bare.text), bare.pieces) if masked else bare
        lead = ""
        if self._nested() and not self.inline:
            lead = " "
        starter = bare.text[0] in _TIGHT_AFTER and not self.mask
        if self.closed_inline and between:
            lead = between + lead
        elif not self.closed_inline and self.inline:
            kept = self.trailing if self.trailing in _NO_BREAK and self.buffer.last else ""
            lead = (kept or ("" if starter else " ")) + lead
        self.mask = self.closed_inline = False
        if lead.startswith(" ") and not self.trailing and self.buffer.last in _TIGHT_BEFORE and self.buffer.last:
            lead = lead[1:]
        self.buffer.add(lead, ())
        self.buffer.add(*shown)
        for capture in self.open:
            capture.text.add(lead, ())
            capture.text.add(*(bare if capture.masked else shown))

    def _nested(self) -> bool:
        names = [name for name, _ in self.history[-3:]]
        return len(self.history) > 3 and names[2] == "li" and names[1] in ("ol", "ul") and names[0] == "li"

    def _flush(self) -> None:
        if not self.buffer.blank:
            self._keep(self.buffer.taken())
        self.buffer = Buffer()
        self.history = []
        self.captures = []

    def _keep(self, text: Mapped) -> None:
        if any(name == "data" for name, _ in self.history):
            self.passages.append(Passage(Block("paragraph", *text), self._sections("meta"), apart=True))
            return
        found = next((name for name, _ in self.history if name in _SCOPES or _HEADING.match(name)), "")
        scope = _SCOPES.get(found) or (f"heading.{found}" if found else "")
        if scope in ("", "list", "blockquote"):
            self.prose.add(*text)
            self.prose.add("\n\n", ())
        self.counts[scope or "paragraphs"] += 1
        if found:
            text = text.cut(len(text.text) - len(text.text.lstrip(" ")), len(text.text))
        kind: BlockKind = _KINDS.get(found, "heading") if found else "paragraph"
        level = int(found[1]) if kind == "heading" else 0
        sections = self._sections("text", *scope.split("."))
        split = "sentences" if found else "paragraphs"
        self.passages.append(Passage(Block(kind, *text, level), sections, split=split))
        self._keep_captures()

    def _keep_captures(self) -> None:
        for capture in self.captures:
            text = capture.text.taken().stripped()
            if text.text:
                sections = frozenset([_CAPTURED[capture.tag], self.extension])
                self.passages.append(Passage(Block("paragraph", *text), sections, apart=True))

    def _sections(self, *names: str) -> frozenset[str]:
        classes = [one for _, written in (*self.enclosing, *self.history) for one in written.split()]
        named = ["class", *classes] if classes else []
        return frozenset(one for one in (*names, self.extension, *named) if one)

    def finish(self) -> None:
        """Read what no element closed."""
        self._flush()


def _edge(character: str) -> str:
    if character in ("\n", "\r"):
        return "\n"
    if character in _NO_BREAK:
        return character
    return " " if character in (" ", "\t") else ""
