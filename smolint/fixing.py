"""Mending a file: applies the fixes of its findings, round by round, until nothing changes.

What is not mended stays as it is, byte for byte: encoding, byte order mark, line ends. A fix after which the file
would hold other drafts, fields or blocks than before is not made.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from smolint.dataclass import dataclass, field
from smolint.edits import Replacement, compatible, harmless, replace_all
from smolint.engine import lint_bytes
from smolint.late_pattern import compiled
from smolint.loading import open_bytes
from smolint.named_tuple import NamedTuple
from smolint.parsers.decode import byte_order
from smolint.source import Source
from smolint.targets import parsers_for, shown_path

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from smolint.draft import Draft
    from smolint.finding import FileResult, Finding, Fix
    from smolint.setup import Setup

MOST_ROUNDS = 100
"""Fixes that undo each other would go on for ever; ruff and ESLint stop them at 100 and 10 rounds."""

_XML_ENCODING = compiled(rb"""\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9._:-]+)["']""")


class Coded(NamedTuple):
    """A file's text, and what turns it back into bytes."""

    text: str
    encoding: str
    mark: bytes

    def encode(self, text: str) -> bytes | None:
        """The bytes of a text in the file's own encoding; None where that has no such characters."""
        try:
            return self.mark + text.encode(self.encoding)
        except UnicodeEncodeError:
            return None


def decode_file(raw: bytes) -> Coded | None:
    """A file's text and encoding: by its byte order mark, an XML declaration, else UTF-8. None where it is neither."""
    encoding, mark = byte_order(raw)
    declared = None if mark else _XML_ENCODING.match(raw[:400])
    try:
        encoding = declared[1].decode("ascii") if declared else encoding
        text = raw[len(mark) :].decode(encoding)
        return Coded(text, encoding, mark) if mark + text.encode(encoding) == raw else None
    except (LookupError, UnicodeError):
        return None


@dataclass(frozen=True, slots=True)
class Mended:
    """What mending a file gave: its bytes before and after, and the findings that were mended, round after round.

    Their places are those of the round in which each was mended. `results` are what linting the mended file gives.
    `refused` are findings whose fix would have changed what the file holds.
    """

    before: bytes
    after: bytes
    applied: tuple[Finding, ...] = ()
    results: tuple[FileResult, ...] = ()
    refused: tuple[Finding, ...] = ()


@dataclass(slots=True)
class _Work:
    """A file under repair."""

    coded: Coded
    drafts: Callable[[bytes], Iterable[Draft]]
    shape: tuple[object, ...]
    refused: list[Finding] = field(default_factory=list)

    def mend(self, text: str, findings: Sequence[Finding]) -> tuple[str, list[Finding]]:
        """The text with as many of the fixes made as can be made together, and the findings that are mended."""
        places = _Places(text)
        groups = [places.replacements(finding.fix) if finding.fix else [] for finding in findings]
        chosen = compatible(groups)
        kept = harmless([groups[number] for number in chosen], partial(self._keeps_shape, text))
        self.refused = [findings[number] for number, good in zip(chosen, kept, strict=True) if not good]
        good = [number for number, is_good in zip(chosen, kept, strict=True) if is_good]
        return replace_all(text, (one for number in good for one in groups[number])), [findings[one] for one in good]

    def _keeps_shape(self, text: str, made: Sequence[Replacement]) -> bool:
        raw = self.coded.encode(replace_all(text, made))
        return raw is not None and shape(self.drafts(raw)) == self.shape


class _Places:
    """From the lines and columns of findings to the offsets of a whole file's text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.starts = Source("", text).line_starts

    def replacements(self, fix: Fix) -> list[Replacement]:
        """The edits of a fix as replacements; none where the file does not hold what the fix would replace."""
        found = []
        for edit in fix.edits:
            start, end = self._offset(edit.line, edit.column), self._offset(edit.end_line, edit.end_column)
            if self.text[start:end] != edit.replaced:
                return []
            found.append(Replacement(start, end, edit.content))
        return found

    def _offset(self, line: int, column: int) -> int:
        return self.starts[line - 1] + column - 1 if 0 < line <= len(self.starts) else len(self.text)


def shape(drafts: Iterable[Draft]) -> tuple[object, ...]:
    """What fixes must leave alone: how many drafts there are, of which fields, blocks, links, images and faults."""
    return tuple(
        (
            draft.format,
            draft.index,
            draft.part,
            draft.parts,
            draft.title is None,
            tuple(name for name, _ in draft.fields),
            tuple((block.kind, block.level, block.within) for block in draft.blocks),
            len(draft.content.links),
            len(draft.content.images),
            tuple((embed.kind, embed.name) for embed in draft.content.embeds),
            len(draft.content.comments),
            tuple(problem.rule for problem in (*draft.problems, *draft.content.problems)),
        )
        for draft in drafts
    )


def mend_bytes(
    raw: bytes,
    path: Path,
    root: Path,
    setup: Setup,
    *,
    unsafe: bool = False,
    keep: Callable[[FileResult], FileResult] = lambda result: result,
) -> Mended:
    """The content of a file with the fixes made that its findings carry; unsafe ones only when asked for.

    `keep` takes out of each result the findings that are to be left alone (those of a baseline); the results
    themselves hold all. Nothing is written.
    """
    return _mend(raw, path, root, setup, partial(_fixable, keep, unsafe=unsafe), frozenset())


def _mend(
    raw: bytes,
    path: Path,
    root: Path,
    setup: Setup,
    fixable: Callable[[Iterable[FileResult]], list[Finding]],
    endless: frozenset[str],
) -> Mended:
    """Mend the content of a file; the rules of `endless`, whose fixes come to no end, are left out."""
    lint = partial(lint_bytes, path=path, setup=setup, root=root)
    results = list(lint(raw))
    coded = decode_file(raw)
    if coded is None or not fixable(results):
        return Mended(raw, raw, results=tuple(results))
    drafts = reader(path, setup)
    work = _Work(coded, drafts, shape(drafts(raw)))
    text, seen = coded.text, {coded.text}
    applied: list[Finding] = []
    for _ in range(MOST_ROUNDS):
        mended, done = work.mend(text, [one for one in fixable(results) if one.rule not in endless])
        # A text that was there before: two fixes undo each other, and what was before the last of them stays.
        if mended in seen:
            break
        text, applied = mended, [*applied, *done]
        seen.add(text)
        results = list(lint(coded.encode(text) or raw))
    else:
        # A text that grows without end is worse than one that is not mended: all is done again without those rules.
        return _mend(raw, path, root, setup, fixable, endless | {one.rule for one in done})
    return Mended(raw, coded.encode(text) or raw, tuple(applied), tuple(results), tuple(work.refused))


def reader(path: Path, setup: Setup) -> Callable[[bytes], Iterator[Draft]]:
    """A function that parses the content of a file that stands at `path`."""
    parsers = parsers_for(path, setup.config, setup.host)

    def drafts(content: bytes) -> Iterator[Draft]:
        opened = open_bytes(content, shown_path(path), parsers)
        return opened.drafts if opened else iter(())

    return drafts


def _fixable(keep: Callable[[FileResult], FileResult], results: Iterable[FileResult], *, unsafe: bool) -> list[Finding]:
    return [
        finding
        for result in map(keep, results)
        for finding in result.findings
        if finding.fix and (finding.fix.safe or unsafe) and finding.fix.edits
    ]
