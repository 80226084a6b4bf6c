"""Writing suppressions: comments that silence today's findings, each as near to its place as the format allows."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import partial
from typing import TYPE_CHECKING

from smolint.dataclass import replace
from smolint.edits import Replacement, harmless, replace_all
from smolint.engine import lint_bytes
from smolint.finding import ALWAYS_TOLD
from smolint.fixing import Coded, Mended, decode_file, reader, shape
from smolint.late_pattern import compiled
from smolint.source import Source

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from smolint.draft import Draft
    from smolint.finding import FileResult, Finding
    from smolint.setup import Setup

    Way = Callable[[Source, Draft, Sequence[Finding]], Iterator[Replacement]]

_COMMENTED = frozenset({"markdown", "html"})
"""The formats whose comments smolint reads."""
_NEVER = frozenset({*ALWAYS_TOLD, "suppression/unused"})
_FENCE = compiled(r"(?:---|\ufeff---)[ \t]*(\r?\n)")


def suppress_bytes(
    raw: bytes, path: Path, root: Path, setup: Setup, keep: Callable[[FileResult], FileResult] = lambda result: result
) -> Mended:
    """The content of a file with comments (or front matter) that silence its findings; nothing is written.

    A comment goes on the line before a finding, else to the end of an earlier line, else to the head of the body; a
    format without comments gets `smolint: {ignore: …}` in its front matter. What would change the drafts is not
    written: those findings remain in `results`, as do all in files with several drafts.
    """
    lint = partial(lint_bytes, path=path, setup=setup, root=root)
    at_first = results = list(lint(raw))
    drafts = reader(path, setup)
    coded, parsed = decode_file(raw), list(drafts(raw))
    if coded is None or len(parsed) != 1:
        return Mended(raw, raw, results=tuple(results))
    text, before = coded.text, _plain(parsed)
    for way in _ways(parsed[0]):
        silenced = _try(way, text, _findings(results, keep), coded, drafts, before)
        if silenced != text:
            text, results = silenced, list(lint(coded.encode(silenced) or raw))
    applied = _lost(_findings(at_first, keep), _findings(results, keep))
    return Mended(raw, coded.encode(text) or raw, tuple(applied), tuple(results))


def _ways(draft: Draft) -> tuple[Way, ...]:
    return (_line_before, _end_of_earlier_line, _head) if draft.format in _COMMENTED else (_front_matter,)


def _findings(results: Iterable[FileResult], keep: Callable[[FileResult], FileResult]) -> list[Finding]:
    return [one for result in results for one in keep(result).findings if one.rule not in _NEVER]


def _lost(before: list[Finding], after: list[Finding]) -> list[Finding]:
    left = Counter((finding.rule, finding.text) for finding in after)
    lost = []
    for finding in before:
        left[finding.rule, finding.text] -= 1
        if left[finding.rule, finding.text] < 0:
            lost.append(finding)
    return lost


def _try(
    way: Way,
    text: str,
    findings: list[Finding],
    coded: Coded,
    drafts: Callable[[bytes], Iterable[Draft]],
    before: tuple[object, ...],
) -> str:
    raw = coded.encode(text)
    parsed = list(drafts(raw)) if raw is not None else []
    if not findings or len(parsed) != 1:
        return text
    edits = [[edit] for edit in way(Source("", text), parsed[0], findings)]

    def does_no_harm(made: Sequence[Replacement]) -> bool:
        after = coded.encode(replace_all(text, made))
        return after is not None and _plain(drafts(after)) == before

    good = harmless(edits, does_no_harm)
    return replace_all(text, (one for edit, is_good in zip(edits, good, strict=True) if is_good for one in edit))


def _plain(drafts: Iterable[Draft]) -> tuple[object, ...]:
    """The shape of drafts, and their words, without what silences rules."""
    plain = []
    for draft in drafts:
        fields = tuple((name, field) for name, field in draft.fields if name != "smolint")
        content = replace(draft.content, comments=())
        plain.append((shape([replace(draft, fields=fields, content=content)]), [block.text for block in draft.blocks]))
    return tuple(plain)


def _in_body(draft: Draft, finding: Finding) -> bool:
    return draft.body_span.start <= finding.span.start < draft.body_span.end


def _by_line(source: Source, draft: Draft, findings: Sequence[Finding]) -> dict[int, list[str]]:
    """The rules of the findings in the body, by the offset at which their line begins."""
    lines: dict[int, set[str]] = defaultdict(set)
    for finding in findings:
        if _in_body(draft, finding):
            lines[source.line_start(finding.span.start)].add(finding.rule)
    return {start: sorted(rules) for start, rules in sorted(lines.items())}


def _line_end(source: Source) -> str:
    match = re.search(r"\r\n|\n|\r", source.text)
    return match.group() if match else "\n"


def _line_before(source: Source, draft: Draft, findings: Sequence[Finding]) -> Iterator[Replacement]:
    """A comment on a line of its own, before a block that begins at the start of a line."""
    starts = {source.line_start(block.span().start) for block in draft.blocks if not block.within}
    starts |= {source.line_start(image.span.start) for image in draft.content.images}
    for start, rules in _by_line(source, draft, findings).items():
        if start in starts and not source.text[start : start + 1].isspace():
            comment = f"<!-- smolint: disable-next-line={','.join(rules)} -->{_line_end(source)}"
            yield Replacement(start, start, comment)


def _end_of_earlier_line(source: Source, draft: Draft, findings: Sequence[Finding]) -> Iterator[Replacement]:
    """A comment at the end of the nearest earlier line that is not blank: in running text, or in a list."""
    for start, rules in _by_line(source, draft, findings).items():
        end = len(source.text[draft.body_span.start : start].rstrip()) + draft.body_span.start
        if end > draft.body_span.start:
            yield Replacement(end, end, f" <!-- smolint: disable-next-line={','.join(rules)} -->")


def _head(source: Source, draft: Draft, findings: Sequence[Finding]) -> Iterator[Replacement]:
    """A comment before all text: it holds for the whole draft, its title and its fields."""
    rules = sorted({finding.rule for finding in findings})
    start, end = draft.body_span.start, _line_end(source)
    # Blank lines at the head of the body stay where they are, before the text.
    yield Replacement(start, start, f"<!-- smolint: disable={','.join(rules)} -->{end}{end}")


def _front_matter(source: Source, draft: Draft, findings: Sequence[Finding]) -> Iterator[Replacement]:
    """The rules under `smolint: ignore` in YAML front matter, which is made where there is none."""
    if any(name == "smolint" for name, _ in draft.fields):
        return
    rules = ", ".join(sorted({finding.rule for finding in findings}))
    fence, end = _FENCE.match(source.text), _line_end(source)
    lines = f"smolint:{end}  ignore: [{rules}]{end}"
    if fence:
        yield Replacement(fence.end(), fence.end(), lines)
    elif not draft.fields:
        yield Replacement(0, 0, f"---{end}{lines}---{end}")
