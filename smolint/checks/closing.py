"""Where a text ends for its readers: hashtags, links, signatures, credits and buttons at the end left aside."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from smolint.checks.closing_words import BACK_MATTER, BUTTON, INVITATION, SIGNATURE
from smolint.language.questions import is_question
from smolint.language.sentences import sentence_spans

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from smolint.draft import Block

_LETTER = re.compile(r"[^\W\d_]")
# Hashtags, mentions and addresses, alone or in a row, with arrows, emoji and bullets between them.
_TOKEN = r"(?:[#＃@＠][\w.·-]*\w|https?://\S+|www\.\S+|(?:[\w-]+\.)+[a-z]{2,6}/\S*|\S+@\S+\.\w+)"
_TAIL = re.compile(rf"(?:(?<=[\s(\[])|^){_TOKEN}(?:[^\w#＃@＠?？!.…]|{_TOKEN})*\Z", re.IGNORECASE)
_LABEL = re.compile(r"\s*[:：→👉👇➡⬇▶🔗]\ufe0f?\s*\Z")


class Line(NamedTuple):
    """A line of a block's text, as offsets of that text: what readers take as sentences, without its tail."""

    block: Block
    start: int
    end: int

    @property
    def text(self) -> str:
        """The characters of the line."""
        return self.block.text[self.start : self.end]


def without_tail(line: str) -> str:
    """The line without the hashtags, mentions and addresses at its end; `""` when nothing else is in it.

    What only announces an address (`Read it here: https://…`) goes with it.
    """
    tail = _TAIL.search(line)
    if not tail:
        return line.rstrip()
    kept = line[: tail.start()].rstrip()
    label = _LABEL.search(kept)
    if not label:
        return kept
    end = max(kept.rfind(mark) for mark in ".!?…？！")
    return kept[: end + 1]


def is_aside(line: str) -> bool:
    """Whether a line is no part of the text proper: a signature, a credit, a postscript, a button, bare signs."""
    return not _LETTER.search(line) or bool(SIGNATURE.fullmatch(line) or BUTTON.fullmatch(line))


def invites(sentence: str) -> bool:
    """Whether a sentence asks readers to answer without asking a question (`Tell us in the comments!`)."""
    return bool(INVITATION.search(sentence))


def before_back_matter(blocks: Iterable[Block]) -> list[Block]:
    """The blocks up to the first heading, below some text, that opens references, notes or words about the author."""
    kept: list[Block] = []
    for block in blocks:
        if kept and block.kind == "heading" and BACK_MATTER.fullmatch(block.text):
            break
        kept.append(block)
    return kept


def closing_sentences(blocks: Iterable[Block], language: str) -> Iterator[Line]:
    """The sentences of the text proper from the last one backwards."""
    for block in reversed(list(blocks)):
        for line in reversed(_lines(block)):
            for start, end in reversed(sentence_spans(line.text, language)):
                yield Line(block, line.start + start, line.start + end)


def _lines(block: Block) -> list[Line]:
    lines, start = [], 0
    for raw in block.text.split("\n"):
        proper = without_tail(raw)
        if proper.strip() and not is_aside(proper):
            lines.append(Line(block, start, start + len(proper)))
        start += len(raw) + 1
    return lines


def unanswered_ending(blocks: Iterable[Block], language: str) -> Line | None:
    """The last sentence proper, if it neither asks nor invites; None too where there is no text."""
    last = next(closing_sentences(blocks, language), None)
    return last if last and not is_question(last.text) and not invites(last.text) else None
