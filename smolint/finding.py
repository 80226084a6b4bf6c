"""Findings, fixes and results: what linting gives back, ready for any reporter."""

from __future__ import annotations

from enum import StrEnum
from itertools import chain

from smolint import fast
from smolint.dataclass import dataclass, field
from smolint.late_pattern import late_pattern
from smolint.named_tuple import NamedTuple
from smolint.source import Span
from smolint.type_checking import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Any


_WORD = late_pattern(r"\w+")
ALWAYS_TOLD = ("source/unreadable", "source/internal-error", "source/too-slow")
"""The rules that tell what was not linted: they are told whatever is selected, silenced or known, unless ignored."""
_FEW_WORDS = 3
"""Marked words that tell a place by themselves; around fewer, as many words on each side are looked at too."""


def digest(*texts: str) -> str:
    """16 hexadecimal digits for the words of some texts: the same whatever their case, spaces and punctuation."""
    words = "\n".join(" ".join(_WORD.findall(text.casefold())) for text in texts)
    return fast.digest(words.encode("utf-8", "replace"), 8).hex()


def group_of(rule_id: str) -> str:
    """The group of a rule: what stands before the slash of its id, or the style before the dot of one of Vale's."""
    group, slash, _ = rule_id.partition("/")
    return group if slash else rule_id.partition(".")[0]


class Level(StrEnum):
    """How serious a finding is; levels compare by seriousness and equal their names."""

    SUGGESTION = "suggestion"
    WARNING = "warning"
    ERROR = "error"

    @property
    def rank(self) -> int:
        """0 for a suggestion, 1 for a warning, 2 for an error."""
        return ("suggestion", "warning", "error").index(self.value)

    def __lt__(self, other: str) -> bool:
        return self.rank < Level(other).rank

    def __le__(self, other: str) -> bool:
        return self.rank <= Level(other).rank

    def __gt__(self, other: str) -> bool:
        return self.rank > Level(other).rank

    def __ge__(self, other: str) -> bool:
        return self.rank >= Level(other).rank


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace the source's characters `[span.start, span.end)`, which are `replaced`, by `content`.

    A check gives span and content; the positions, as in a finding, and `replaced` are filled in for it.
    """

    span: Span
    content: str
    line: int = 0
    column: int = 0
    end_line: int = 0
    end_column: int = 0
    replaced: str = ""


@dataclass(frozen=True, slots=True)
class Fix:
    """A way to mend a finding. `safe` fixes never change what a reader understands.

    One without edits mends an `image` file: a copy of it is written where the user says, never the file itself.
    """

    title: str
    edits: tuple[Edit, ...]
    safe: bool = True
    image: str = ""

    @property
    def applicability(self) -> str:
        """`safe` or `unsafe`, as in the JSON output."""
        return "safe" if self.safe else "unsafe"


@dataclass(frozen=True, slots=True)
class Excerpt:
    """The source text around a finding, for people: a line (or a window of a very long one).

    `column` is the column of the window's first character (from 1, code points); `cut_before` and
    `cut_after` say whether the line goes on outside it.
    """

    text: str
    column: int = 1
    cut_before: bool = False
    cut_after: bool = False


@dataclass(frozen=True, slots=True)
class Finding:
    """One reported problem.

    `span` is in code points of the draft's source; `line`, `column`, `end_line` and `end_column` are places in
    the file, from 1, the end exclusive. `text` is the marked source text (at most 200 characters of it).
    `help` says how to mend it, `reason` why the rule exists, `url` is a page about it; each may be `""`. `digest` tells
    two long marked texts apart of which `text` is but the beginning.
    """

    rule: str
    level: Level
    message: str
    path: str
    line: int
    column: int
    end_line: int
    end_column: int
    span: Span
    text: str = ""
    draft: int = 0
    platform: str = ""
    fix: Fix | None = None
    url: str = ""
    help: str = ""
    reason: str = ""
    excerpt: Excerpt = field(default_factory=lambda: Excerpt(""))
    digest: str = ""


def fingerprint(finding: Finding) -> str:
    """16 hexadecimal digits that stay the same while the marked words do, wherever in the file they move.

    What counts is the rule, the platform and the words marked, in lower case and without punctuation; where fewer
    than three are marked, three on each side within the line as well.
    """
    parts = [finding.digest or finding.text]
    if len(_WORD.findall(finding.text)) < _FEW_WORDS:
        start = max(0, finding.column - finding.excerpt.column)
        line, end = finding.excerpt.text, start + len(finding.text)
        parts = [" ".join(_WORD.findall(line[:start])[-_FEW_WORDS:]), *parts]
        parts.append(" ".join(_WORD.findall(line[end:])[:_FEW_WORDS]))
    return digest(finding.rule, finding.platform, *parts)


@dataclass(frozen=True, slots=True)
class Note:
    """Something the user should know about a file that is no finding: why it was skipped, for example."""

    path: str
    message: str


@dataclass(frozen=True, slots=True)
class FileResult:
    """All that linting one file gave: findings in order of place, facts for the corpus checks, notes.

    `facts` are (rule id, fact) pairs, picklable. `drafts` counts the drafts linted, each platform on its own.
    `unreadable` is true when the file could not be read or parsed as a whole. `crashes` are the tracebacks
    of checks that failed (a bug in smolint or in a plugin). `suppressed` findings were silenced by comments or front
    matter, `baselined` ones are in the baseline; neither are in `findings`. One that is `unfinished` took too long, and
    may have more to tell another time.
    """

    path: str
    findings: tuple[Finding, ...] = ()
    facts: tuple[tuple[str, Any], ...] = ()
    notes: tuple[Note, ...] = ()
    drafts: int = 0
    unreadable: bool = False
    crashes: tuple[str, ...] = ()
    suppressed: int = 0
    baselined: int = 0
    unfinished: bool = False


class Figures(NamedTuple):
    """What a result adds to the figures of a run.

    `counts` is false for a file that was skipped. Findings are counted by level (the lowest first) and by rule, and
    those that can be mended safely and not so safely.
    """

    counts: bool
    drafts: int
    by_level: tuple[int, ...]
    by_rule: dict[str, int]
    fixable: int
    fixable_unsafe: int
    suppressed: int
    baselined: int
    notes: tuple[tuple[str, str], ...]


def figures_of(result: FileResult) -> Figures:
    """The figures of a result. A file that was skipped, with a note and without drafts, is no file of the run."""
    levels = [finding.level for finding in result.findings]
    safe = [finding.fix.safe for finding in result.findings if finding.fix and finding.fix.edits]
    by_rule: dict[str, int] = {}
    for finding in result.findings:
        by_rule[finding.rule] = by_rule.get(finding.rule, 0) + 1
    return Figures(
        counts=bool(result.drafts or result.findings or not result.notes),
        drafts=result.drafts,
        by_level=tuple(levels.count(level) for level in Level),
        by_rule=by_rule,
        fixable=safe.count(True),
        fixable_unsafe=safe.count(False),
        suppressed=result.suppressed,
        baselined=result.baselined,
        notes=tuple((note.path, note.message) for note in result.notes),
    )


def sum_of(figures: Iterable[Figures]) -> Figures:
    """What several results add together."""
    counts, drafts, by_level, by_rule, fixable, fixable_unsafe, suppressed, baselined, notes = zip(
        *figures, strict=True
    )
    rules: dict[str, int] = {}
    for one in by_rule:
        for rule, count in one.items():
            rules[rule] = rules.get(rule, 0) + count
    return Figures(
        any(counts), sum(drafts), tuple(map(sum, zip(*by_level, strict=True))), rules, sum(fixable),
        sum(fixable_unsafe), sum(suppressed), sum(baselined), tuple(chain.from_iterable(notes)),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Summary:
    """The figures of a whole run; `by_level` and `by_rule` count findings, `seconds` is wall time.

    Of the findings, `fixable` have a safe fix and `fixable_unsafe` an unsafe one; `fixed` were mended already, and are
    no longer among them. `baselined` findings are hidden by the baseline, of whose entries `gone` were not met.
    """

    files: int
    drafts: int
    by_level: Mapping[Level, int]
    by_rule: Mapping[str, int]
    notes: tuple[Note, ...] = ()
    suppressed: int = 0
    seconds: float = 0.0
    fixed: int = 0
    fixable: int = 0
    fixable_unsafe: int = 0
    baselined: int = 0
    gone: tuple[str, ...] = ()

    @property
    def findings(self) -> int:
        """All findings, of every level."""
        return sum(self.by_level.values())
