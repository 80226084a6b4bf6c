"""Telling a run part by part, so that what has not changed since need not be made again."""

from __future__ import annotations

from functools import partial
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from smolint.cache.earlier import Earlier, earlier_run, gather
from smolint.cache.parts import Parts
from smolint.cache.runs import current
from smolint.cli.telling import Telling
from smolint.concluding import conclude
from smolint.discovery import Found
from smolint.engine import one_by_one
from smolint.finding import Figures

if TYPE_CHECKING:
    from collections.abc import Callable

    from smolint.cache.linting import CachedLint
    from smolint.cache.parts import Part
    from smolint.cli.results import Job
    from smolint.engine import LintAll
    from smolint.finding import FileResult
    from smolint.gathering import Gathering
    from smolint.reporters.reporter import SteadyReport
    from smolint.setup import Setup


class Heard:
    """A stream that counts the bytes that are written to it."""

    def __init__(self, stream: TextIO) -> None:
        self.stream = stream
        self.size = 0

    def write(self, text: str) -> int:
        """Write a text."""
        encoding, errors = self.stream.encoding, self.stream.errors or "strict"
        self.size += len(text) if text.isascii() else len(text.encode(encoding, errors))
        return self.stream.write(text)

    def pass_on(self, content: bytes) -> None:
        """Write what was encoded before."""
        self.stream.flush()
        self.stream.buffer.write(content)
        self.size += len(content)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.stream, name)


class PartTelling(Telling):
    """Tells a run of which a record is made, with its `parts`; those of an earlier one may be told again."""

    def __init__(self, report: SteadyReport, *given: Any, heard: Heard, kept: CachedLint, verbose: bool) -> None:
        super().__init__(report, *given, verbose=verbose)
        self.steady = report
        self.heard = heard
        self.kept = kept
        self.parts: Parts = Parts()
        self.earlier: Earlier | None = None
        self._waiting = (0, 0)

    def again(self, every: Callable[[], LintAll | None] | None, gathering: Gathering) -> bool:
        """Tell what an earlier run has told, where nothing has changed but some drafts: those are linted."""
        trail = current()
        self.earlier = earlier = earlier_run(trail.record) if trail else None
        if earlier is None:
            return False
        setups = [self.run.session.setup(Path(folder)) for folder in earlier.folders]
        self.parts = Parts(earlier.folders, setups, earlier.listed)
        for setup, fingerprint in zip(setups, earlier.fingerprints, strict=True):
            self.kept.recall(setup, fingerprint)
        several = every() if every and len(earlier.changed) > 1 else None
        new = self._tell_files(earlier, setups, several or partial(one_by_one, self.kept.file))
        gather(earlier, setups, new, lambda part: self.kept.file(*_job(part, setups)), gathering)
        self.catch_up()
        for result in conclude(gathering):
            self.add(result)
        return True

    def _tell_files(self, earlier: Earlier, setups: list[Setup], every: LintAll) -> dict[int, list[FileResult]]:
        """Tell of all files; the results of those that were linted, by number."""
        jobs = (_job(earlier.files[number], setups) for number in sorted(earlier.changed))
        linted = groupby(every(jobs), key=lambda told: told[1].path)
        new: dict[int, list[FileResult]] = {}
        for number, part in enumerate(earlier.files):
            changed = number in earlier.changed
            if not changed and self._repeat(part):
                continue
            job = _job(part, setups)
            new[number] = [result for _, result in next(linted)[1]] if changed else list(self.kept.file(*job))
            for result in new[number]:
                self.add(result, job)
        return new

    def add(self, result: FileResult, job: Job | None = None) -> None:
        """Tell a result, with its file and its setup where it is that of a file."""
        self.catch_up()
        rules = tuple(dict.fromkeys(one.rule for one in result.findings))
        standing, start = self.steady.standing(rules), self.heard.size
        super().add(result, job)
        if job:
            self.parts.add(*job, result, standing, (start, self.heard.size))

    def close(self) -> None:
        """Tell the figures of the run."""
        super().close()
        self.parts.written = self.heard.size

    def _repeat(self, part: Part) -> bool:
        """Tell a file as the earlier run did; False, and nothing is told, where it would be told in other words."""
        if self.steady.standing(part.rules) != part.standing:
            return False
        self.steady.skip(part.shown, part.rules)
        self.tally.count(part.shown, Figures(*part.figures))
        start, end = self._waiting
        if part.start != end:
            self.catch_up()
            start = end = part.start
        self.parts.repeat(part, self.heard.size + end - start)
        self._waiting = start, part.end
        self.bar.advance(part.shown)
        return True

    def catch_up(self) -> None:
        """Write what was repeated: much at once."""
        start, end = self._waiting
        if start < end and self.earlier:
            self.heard.pass_on(self.earlier.output[start:end])
        self._waiting = end, end


def _job(part: Part, setups: list[Setup]) -> Job:
    return Found(Path(part.path), Path(part.argument), part.named), setups[part.setup]
