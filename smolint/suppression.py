"""Inline suppression: comments and front matter that silence rules, and those among them that silence nothing."""

from __future__ import annotations

import re
from bisect import bisect_right

from smolint.dataclass import dataclass, replace
from smolint.finding import group_of
from smolint.late_pattern import late_pattern
from smolint.source import Span
from smolint.type_checking import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from smolint.draft import Comment, Draft, Field
    from smolint.finding import Finding
    from smolint.source import Source

_DIRECTIVE = late_pattern(
    r"\s*smolint:\s*(?P<verb>disable-next-line|disable-file|disable|enable)\b(?:\s*=\s*(?P<rules>[^\n]*?))?\s*(?:--.*)?$",
    re.DOTALL,
)
EVERY_STYLE = "*.*"
"""A selector that stands for all rules of Vale's styles."""

VERBS = ("disable", "disable-next-line", "disable-file", "enable")
_MEANT = late_pattern(r"\s*smolint(?::\s*|-(?=(?:dis|en)able))(?P<written>[^\n]*?)\s*(?:--\s.*)?$", re.DOTALL)
"""A comment that is meant for smolint, well written or not: `smolint: disbale=…`, `smolint-disable …`."""

_NAME = late_pattern(r"[^\s,]+")


@dataclass(frozen=True, slots=True)
class Silence:
    """One rule name silenced over a range of the source. `span` is where the name (or the directive) is written.

    `selector` is a rule id, a group or `all`. `everywhere` silences findings outside the body as well (on the
    title, or on the draft as a whole). `lifted` are narrower names that an `enable` takes out, each from an offset
    on. `mistaken` is what a comment says that smolint does not understand; then nothing is silenced. `only` is the one
    marked text of which it holds (`""`: all). One that is not `counted` may silence nothing: it is not ours to judge.
    """

    selector: str
    span: Span
    start: int
    end: int
    everywhere: bool = False
    lifted: tuple[tuple[str, int], ...] = ()
    mistaken: str = ""
    only: str = ""
    counted: bool = True

    def covers(self, finding: Finding, body: Span) -> bool:
        """Whether this silences a finding; `body` is the range of the draft's body."""
        if not _means(self.selector, finding) or self.only not in ("", finding.text):
            return False
        if any(_means(name, finding) and start <= finding.span.start for name, start in self.lifted):
            return False
        outside = not body.start <= finding.span.start <= body.end
        return self.start <= finding.span.start < self.end or (self.everywhere and outside)


def _means(selector: str, finding: Finding) -> bool:
    if selector == EVERY_STYLE:
        return "/" not in finding.rule
    return selector in ("all", finding.rule, group_of(finding.rule))


def silences(draft: Draft) -> list[Silence]:
    """What the comments and the front matter of a draft silence."""
    found = _from_fields(draft)
    open_ones: list[Silence] = []
    end = len(draft.source.text) + 1
    first_text: int | None = None
    for comment in sorted(draft.content.comments, key=lambda comment: comment.span):
        match = _DIRECTIVE.fullmatch(comment.text)
        if match is None:
            found += _mistakes(draft.source, comment)
            continue
        verb, names = match["verb"], _names(draft.source, comment, match)
        if verb == "enable":
            wanted = {name for name, _ in names}
            found += [_cut(one, comment.span.start) for one in open_ones if _ends(one, wanted)]
            open_ones = [_lift(one, wanted, comment.span.start) for one in open_ones if not _ends(one, wanted)]
        elif verb == "disable-next-line":
            start, stop = _next_line(draft.source, comment.span.end)
            found += [Silence(name, span, start, stop) for name, span in names]
        else:
            if first_text is None:
                first_text = _first_text(draft)
            whole = verb == "disable-file" or comment.span.start <= first_text
            start = 0 if whole else comment.span.start
            open_ones += [Silence(name, span, start, end, everywhere=True) for name, span in names]
    return found + open_ones


def _first_text(draft: Draft) -> int:
    """Where the text of a draft begins; behind its end where it has none."""
    end = len(draft.source.text) + 1
    return next((block.span().start for block in draft.blocks if block.text.strip()), end)


def _ends(silence: Silence, wanted: set[str]) -> bool:
    return silence.selector in wanted or "all" in wanted


def _lift(silence: Silence, wanted: set[str], start: int) -> Silence:
    """The silence without the rules or groups that are enabled again inside of it."""
    narrower = [name for name in sorted(wanted) if silence.selector in ("all", name.partition("/")[0])]
    return replace(silence, lifted=(*silence.lifted, *((name, start) for name in narrower)))


def _mistakes(source: Source, comment: Comment) -> list[Silence]:
    """A comment that speaks to smolint in words that it does not understand."""
    meant = _MEANT.fullmatch(comment.text)
    if meant is None:
        return []
    offset = source.text.find(comment.text, *comment.span)
    span = Span(offset + meant.start("written"), offset + meant.end("written")) if offset >= 0 else comment.span
    return [Silence("", span if span.start < span.end else comment.span, 0, 0, mistaken=meant["written"] or "smolint:")]


def _cut(silence: Silence, end: int) -> Silence:
    # What was disabled before all text holds for the title and the like, wherever it ends; a passage is only itself.
    return replace(silence, end=end, everywhere=silence.start == 0)


def _names(source: Source, comment: Comment, match: re.Match[str]) -> list[tuple[str, Span]]:
    """The rule names of a directive with their places; `all`, at the whole comment, when it names none."""
    rules = match["rules"]
    if not rules:
        return [("all", comment.span)]
    # The comment's text stands inside its delimiters, as it is; else each name is marked by the whole comment.
    offset = source.text.find(comment.text, *comment.span)
    if offset < 0:
        return [(name, comment.span) for name in _NAME.findall(rules)]
    start = offset + match.start("rules")
    return [(name.group(), Span(start + name.start(), start + name.end())) for name in _NAME.finditer(rules)]


def _next_line(source: Source, offset: int) -> tuple[int, int]:
    """The range of the next line after `offset` that is not blank."""
    starts, end = source.line_starts, len(source.text) + 1
    for index in range(bisect_right(starts, offset), len(starts)):
        start, stop = starts[index], starts[index + 1] if index + 1 < len(starts) else end
        if source.text[start:stop].strip():
            return start, stop
    return end - 1, end


def _from_fields(draft: Draft) -> list[Silence]:
    fields = dict(draft.fields)
    ignore = fields["smolint"].get("ignore") if "smolint" in fields else None
    if ignore is None:
        return []
    items = [field for _, field in ignore.children] if ignore.children else [ignore]
    end = len(draft.source.text) + 1
    return [Silence(str(item.value), item.span, 0, end, everywhere=True) for item in items if _is_name(item)]


def _is_name(field: Field) -> bool:
    return isinstance(field.value, str) and bool(field.value)


def apply(
    findings: Iterable[Finding], silenced: Sequence[Silence], body: Span
) -> tuple[list[Finding], int, list[Silence]]:
    """The findings that remain, how many were silenced, and the silences that silenced nothing."""
    kept, used, count = [], set(), 0
    for finding in findings:
        covering = [number for number, silence in enumerate(silenced) if silence.covers(finding, body)]
        used.update(covering)
        if covering:
            count += 1
        else:
            kept.append(finding)
    return kept, count, [one for number, one in enumerate(silenced) if number not in used and one.counted]
