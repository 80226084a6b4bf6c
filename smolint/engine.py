"""The engine: lints one file, or many, and then has the conclusions drawn that need the whole run."""

from __future__ import annotations

import os
import warnings
from functools import partial
from itertools import chain
from pathlib import Path, PurePath

from smolint.aiming import NOWHERE, aim, groups
from smolint.concluding import BATCH, conclude, in_order
from smolint.config import Config
from smolint.dataclass import dataclass, field, replace
from smolint.discovery import Found, discover
from smolint.finding import FileResult, Finding, Note
from smolint.gathering import Gathering
from smolint.host import installed_host
from smolint.judging import Evidence, judge, rules_for, told
from smolint.loading import open_bytes, open_file
from smolint.reading import Reading
from smolint.selection import Selected
from smolint.session import Session, project_root
from smolint.skipping import why_unread
from smolint.suppression import apply, silences
from smolint.targets import parsers_for, shown_path
from smolint.time_limit import TimeLimit, TooHeavy, TooSlow
from smolint.type_checking import TYPE_CHECKING
from smolint.unused import RULE as UNUSED
from smolint.unused import unused_problems

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from typing import TypeVar

    from smolint.draft import Draft
    from smolint.host import Host
    from smolint.loading import Opened
    from smolint.platform import Platform
    from smolint.setup import Setup

    LintAll = Callable[[Iterable[tuple[Found, Setup]]], Iterable[tuple[Setup, FileResult]]]

    T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Job:
    """A file to lint: its path, the folder of its local images, its setup, whether for the corpus checks alone."""

    path: Path
    root: Path
    setup: Setup
    for_corpus: bool = False
    limit: TimeLimit = field(default_factory=TimeLimit)

    @property
    def shown(self) -> str:
        return shown_path(self.path)

    def rules(self, reading: Reading) -> list[Selected]:
        selected = rules_for(reading.draft, self.path, reading.platform.kind, self.setup)
        checks = self.setup.host.checks
        return [one for one in selected if checks[one.rule.extends].gather] if self.for_corpus else selected


@dataclass(slots=True)
class _Tally:
    """What linting a file has given so far."""

    findings: list[Finding] = field(default_factory=list)
    evidence: list[tuple[str, Evidence]] = field(default_factory=list)
    notes: dict[str, None] = field(default_factory=dict)
    crashes: list[str] = field(default_factory=list)
    drafts: int = 0
    suppressed: int = 0
    unreadable: bool = False
    unfinished: bool = False

    def result(self, path: str) -> FileResult:
        return FileResult(
            path,
            tuple(in_order(self.findings)),
            tuple(self.evidence),
            tuple(Note(path, message) for message in self.notes),
            self.drafts,
            self.unreadable,
            tuple(self.crashes),
            self.suppressed,
            unfinished=self.unfinished,
        )


def lint(
    paths: Iterable[str | Path],
    config: Config | None = None,
    *,
    host: Host | None = None,
    session: Session | None = None,
    each: Callable[[Found, Setup], Iterable[FileResult]] | None = None,
    every: LintAll | None = None,
) -> Iterator[FileResult]:
    """Lint the files below some paths, each as soon as it is read; findings that need the whole run come last.

    With `config` that configuration holds for all files, else each file's nearest one; a `session` that is given
    has settled that already. `each` takes the place of `lint_file` (to mend the file first, for example), or `every`
    lints all files, in their order. Raises ConfigError for a wrong configuration; a file that cannot be read is a
    finding.
    """
    session = session or Session(host or installed_host(), config)
    gathering = Gathering()
    every = every or partial(one_by_one, each or lint_file)
    for _, _, result in linted(files(paths, session), session, every, gathering):
        yield result
    yield from conclude(gathering)


def linted(
    found: Iterable[Found], session: Session, every: LintAll, gathering: Gathering
) -> Iterator[tuple[Found, Setup, FileResult]]:
    """The results of files, each with its file and its setup; what the corpus checks need is gathered."""
    waiting: dict[str, Found] = {}

    def jobs() -> Iterator[tuple[Found, Setup]]:
        for one in found:
            waiting[shown_path(one.path)] = one
            yield one, session.setup(one.path.parent)

    for setup, result in every(jobs()):
        gathering.add(setup, result.facts)
        yield waiting[result.path], setup, result


def one_by_one(
    each: Callable[[Found, Setup], Iterable[FileResult]], jobs: Iterable[tuple[Found, Setup]]
) -> Iterator[tuple[Setup, FileResult]]:
    """The results of files, each linted once those of the one before are told."""
    for found, setup in jobs:
        for result in each(found, setup):
            yield setup, result


def files(paths: Iterable[str | Path], session: Session) -> Iterator[Found]:
    """The files that a run reads, in their order."""
    endings = {ending for parser in session.host.parsers for ending in parser.endings}
    bound = tuple(ending for parser in session.host.parsers if parser.platforms for ending in parser.endings)
    for found in discover([Path(path) for path in paths], endings, session.config):
        name = found.path.name.lower()
        if found.named or not name.endswith(bound):
            yield found
            continue
        parsers = parsers_for(found.path, session.config(found.path.parent), session.host)
        if any(name.endswith(parser.endings) for parser in parsers):
            yield found


def lint_file(
    found: Found, setup: Setup, *, for_corpus: bool = False, raw: bytes | None = None
) -> Iterator[FileResult]:
    """Lint one file. Findings are in order of place; evidence for the corpus checks is in `facts`.

    One result comes for most files; an export gives one for each `BATCH` drafts, so that memory stays bounded. With
    `for_corpus` that evidence is all that is gathered. `raw` is the file's content where it has been read already.
    """
    limit = TimeLimit(setup.config.max_seconds)
    job = _Job(found.path, project_root(found.path, found.argument, setup.config), setup, for_corpus, limit)
    parsers = parsers_for(found.path, setup.config, setup.host)
    if raw is not None:
        return _lint_source(partial(open_bytes, raw, job.shown, parsers), job, named=found.named)
    return _lint_source(partial(open_file, found.path, job.shown, parsers), job, named=found.named)


def lint_bytes(raw: bytes, path: Path, setup: Setup, root: Path | None = None) -> Iterator[FileResult]:
    """Lint the content of a file that is held in memory (standard input) as if it stood at `path`.

    Local images are looked for in `root`, by default the project's folder.
    """
    limit = TimeLimit(setup.config.max_seconds)
    job = _Job(path, root or project_root(path, path.parent, setup.config), setup, limit=limit)
    opening = partial(open_bytes, raw, job.shown, parsers_for(path, setup.config, setup.host))
    return _lint_source(opening, job, named=True)


def _lint_source(opening: Callable[[], Opened | None], job: _Job, *, named: bool) -> Iterator[FileResult]:
    shown = job.shown
    tally = _Tally()
    try:
        with job.limit:
            opened = opening()
            grouped = groups(opened) if opened else None
        if grouped is None:
            yield FileResult(shown, notes=(Note(shown, why_unread(shown, job.setup)),) if named else ())
            return
        for group in _timed(grouped, job.limit):
            if tally.drafts >= BATCH:
                yield tally.result(shown)
                tally = _Tally()
            _lint_group(group, job, tally)
    # The third border: one file. A bug in a parser or a plugin must not lose the other files.
    except Exception as error:  # noqa: BLE001
        import traceback

        from smolint.lost import lost

        failure = lost(shown, job.setup, told(error), f"{shown}\n{traceback.format_exc()}")
        tally.findings += failure.findings
        tally.crashes += failure.crashes
    except TooSlow as over:
        from smolint.lost import too_slow

        tally.findings += too_slow(shown, job.setup, heavy=isinstance(over, TooHeavy)).findings
        tally.unreadable = tally.unfinished = True
    yield tally.result(shown)


def _timed(made: Iterator[T], limit: TimeLimit) -> Iterator[T]:
    """What is made one by one, each within the limit: an export is as long as it is, there each draft has its time."""
    while True:
        with limit:
            one = next(made, None)
        if one is None:
            return
        yield one


def _lint_group(drafts: list[Draft], job: _Job, tally: _Tally) -> None:
    """Lint drafts that were parsed together on all their platforms."""
    tally.unreadable |= any(draft.format == "unreadable" for draft in drafts)
    for aimed in _timed(aim(drafts, job.path, job.root, job.setup), job.limit):
        tally.drafts += sum(one.platform is not NOWHERE for one in aimed.readings)
        if aimed.skipped:
            tally.notes[aimed.skipped] = None
        with job.limit:
            _lint_draft(aimed.readings, job, tally)


def _lint_draft(readings: Sequence[Reading], job: _Job, tally: _Tally) -> None:
    """Lint one draft on all its platforms, then silence what its author wants silenced."""
    draft = readings[0].draft
    findings: list[Finding] = []
    evidence: list[tuple[str, Evidence]] = []
    selected: list[Selected] = []
    for reading in readings:
        own = job.rules(reading)
        verdict = judge(reading, own, job.setup, job.limit)
        selected += own
        findings += verdict.findings
        evidence += verdict.evidence
        tally.crashes += verdict.crashes
        tally.notes |= dict.fromkeys(verdict.notes)
    vale = job.setup.vale
    silenced = silences(draft)
    if vale:
        from smolint.vale.comments import vale_silences

        silenced += vale_silences(draft, vale.base_styles(job.path))
    if silenced:
        kept, _, unused = apply(chain(findings, (one.finding for _, one in evidence)), silenced, draft.body_span)
        kept_ids = set(map(id, kept))
        remaining = [one for one in findings if id(one) in kept_ids]
        # Evidence that is silenced might never have become a finding.
        tally.suppressed += len(findings) - len(remaining)
        findings = remaining
        evidence = [(rule, one) for rule, one in evidence if id(one.finding) in kept_ids]
        problems = unused_problems(unused, (one.rule.id for one in selected), job.setup.rules)
        reporting = [one for one in selected if one.rule.id == UNUSED]
        reading = Reading(replace(draft, problems=tuple(problems)), readings[0].platform)
        findings += judge(reading, reporting[:1], job.setup).findings
    tally.findings += findings
    tally.evidence += evidence


def lint_text(text: str, *, platform: str, language: str | None = None, path: str = "<text>") -> list[Finding]:
    """The findings of one text on one platform, with the default configuration; messages are in English.

    `path` picks the parser by its ending and is where local images are looked for; without a known ending, a blog's
    text is read as Markdown (or HTML when it begins so), another platform's as its own plain text. Raises
    ConfigError when no platform has that name, warns (RuntimeWarning) of checks that failed.
    """
    session = Session(installed_host(), Config(platform=platform, language=language or ""))
    setup = session.setup(Path())
    raw = text.encode("utf-8", "surrogatepass")
    known = session.host.platform(platform)
    opened = open_bytes(raw, path, parsers_for(PurePath(path), setup.config, setup.host))
    if opened is None and known is not None:
        opened = open_bytes(raw, f"{path}{_usual_ending(text, known)}", setup.host.parsers)
    if opened is None:
        return []
    place = Path(path)
    tally = _Tally()
    for group in groups(opened):
        _lint_group(group, _Job(place, Path(os.path.abspath(place.parent)), setup), tally)
    gathering = Gathering()
    gathering.add(setup, tally.evidence)
    concluded = list(conclude(gathering))
    for crash in chain(tally.crashes, *(one.crashes for one in concluded)):
        warnings.warn(f"a check failed, its findings are missing: {crash}", RuntimeWarning, stacklevel=2)
    found = chain(tally.findings, *(one.findings for one in concluded))
    return in_order(replace(one, path=path) for one in found)


def _usual_ending(text: str, platform: Platform) -> str:
    if platform.kind == "social":
        return platform.endings[0] if platform.endings else ".txt"
    start = text[:100].lstrip().lower()
    return ".html" if start.startswith(("<!doctype", "<html", "<!-- wp:")) else ".md"
