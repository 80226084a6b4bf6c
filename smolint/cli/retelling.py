"""Telling a run part by part, so that what has not changed since need not be made again."""

from __future__ import annotations

from functools import partial
from itertools import groupby
from pathlib import Path

from smolint.cache.earlier import Earlier, earlier_run, gather
from smolint.cache.parts import AT_ONCE, Parts
from smolint.cli.telling import Telling
from smolint.concluding import draw, drawn
from smolint.discovery import Found
from smolint.engine import one_by_one
from smolint.finding import Figures
from smolint.type_checking import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from typing import Any, TextIO

    from smolint.cache.earlier import New
    from smolint.cache.linting import CachedLint
    from smolint.cache.parts import Block, Part
    from smolint.cache.runs import Trail
    from smolint.cli.results import Job
    from smolint.engine import LintAll
    from smolint.fast import Piece
    from smolint.finding import FileResult
    from smolint.gathering import Gathering
    from smolint.reporters.reporter import SteadyReport
    from smolint.setup import Setup


_OUTPUT = 1


class PartTelling(Telling):
    """Tells a run of which a record is made, with its `parts`; those of an earlier one may be told again.

    Its `stream` is standard output. `before` is another report of the same kind, for what the earlier run had told.
    """

    def __init__(
        self,
        report: SteadyReport,
        *given: Any,
        before: SteadyReport,
        stream: TextIO,
        trail: Trail,
        kept: CachedLint,
        verbose: bool,
    ) -> None:
        super().__init__(report, *given, verbose=verbose)
        self.steady = report
        self.before = before
        self.stream = stream
        self.trail = trail
        self.kept = kept
        self.parts: Parts = Parts()
        self.earlier: Earlier | None = None
        self._begun = 0

    def again(self, every: Callable[[], LintAll | None] | None, gathering: Gathering) -> bool:
        """Tell what an earlier run has told, where nothing has changed but some drafts: those are linted."""
        self.earlier = earlier = earlier_run(self.trail.record)
        if earlier is None:
            return False
        self.trail.add_to(earlier.pages)
        setups = [self.run.session.setup(Path(folder)) for folder in earlier.folders]
        self.parts = Parts(earlier.folders, setups, earlier.listed)
        for setup, fingerprint in zip(setups, earlier.fingerprints, strict=True):
            self.kept.recall(setup, fingerprint)
        several = every() if every and sum(map(len, earlier.changed.values())) > 1 else None
        new = self._tell_blocks(earlier, setups, several or partial(one_by_one, self.kept.file))
        gather(earlier, setups, new, lambda part: self.kept.file(*_job(part, setups)), gathering)
        self._tell_conclusions(earlier, gathering)
        return True

    def _tell_conclusions(self, earlier: Earlier, gathering: Gathering) -> None:
        """Tell what is concluded from the whole run: as the earlier one did where it is the same."""
        lost = list(draw(gathering))
        self.parts.conclude(gathering)
        is_same = not lost and self.parts.concluded == list(earlier.concluded.values())
        if is_same and (not earlier.closing or self._stands(earlier.closing.rules)):
            self._seal()
            if earlier.closing:
                self._repeat(earlier, earlier.closing)
                self.parts.closing = earlier.closing
            return
        for result in (*lost, *drawn(gathering)):
            self.add(result)

    def _tell_blocks(self, earlier: Earlier, setups: list[Setup], every: LintAll) -> New:
        """Tell of all files; the results of those that were linted."""
        changed = ((at, number) for at, numbers in sorted(earlier.changed.items()) for number in sorted(numbers))
        jobs = (_job(earlier.parts(at)[number], setups) for at, number in changed)
        linted = ([result for _, result in told] for _, told in groupby(every(jobs), key=lambda told: told[1].path))
        new: New = {}
        for at, block in enumerate(earlier.blocks):
            if at in earlier.changed or not self._stands(block.rules):
                new[at] = self._tell_files(earlier, at, setups, linted)
                continue
            self._repeat(earlier, block)
            self.parts.blocks.append(block)
            for path in block.shown:
                self.bar.advance(path)
        return new

    def _repeat(self, earlier: Earlier, block: Block) -> None:
        """Tell a block as the earlier run did."""
        self._pass(block.found, block.counted, block.figures)
        self._cut()
        self.trail.repeat(earlier.pages, block.output)

    def _tell_files(
        self, earlier: Earlier, at: int, setups: list[Setup], linted: Iterator[list[FileResult]]
    ) -> dict[int, list[FileResult]]:
        """Tell of the files of a block; the results of those that were linted, by number."""
        new: dict[int, list[FileResult]] = {}
        for number, (part, facts, output) in enumerate(earlier.unpacked(at)):
            is_changed = number in earlier.changed.get(at, ())
            if not is_changed and self._stands(part.rules):
                self._pass(part.found, part.counted, part.figures)
                self._begin()
                self.stream.buffer.write(output)
                self.parts.repeat(part, facts)
                self.bar.advance(part.shown)
                continue
            self.before.skip(part.found, part.rules)
            job = _job(part, setups)
            new[number] = next(linted) if is_changed else list(self.kept.file(*job))
            for result in new[number]:
                self.add(result, job)
        self._seal()
        return new

    def add(self, result: FileResult, job: Job | None = None) -> None:
        """Tell a result, with its file and its setup where it is that of a file."""
        if not self.parts.whole:
            super().add(result, job)
            return
        if job is None:
            self._add_conclusion(result)
            return
        start = self._begin()
        super().add(result, job)
        self.stream.flush()
        self.parts.add(*job, result, self.trail.told - start)
        if len(self.parts.waiting) == AT_ONCE and not self.earlier:
            self._seal()

    def _add_conclusion(self, result: FileResult) -> None:
        self._seal()
        if not self.parts.conclusions:
            self._begun = self._cut()
        super().add(result)
        self.parts.add_conclusion(result)

    def close(self) -> None:
        """Tell the figures of the run."""
        self._seal()
        if self.parts.conclusions:
            self._cut()
            self.parts.close(self._output())
        super().close()

    def _stands(self, rules: Sequence[str]) -> bool:
        """Whether what speaks of these rules would be told in the words of the earlier run."""
        return bool(self.steady.standing(rules) == self.before.standing(rules))

    def _pass(self, found: Sequence[str], counted: Sequence[str], figures: tuple[Any, ...]) -> None:
        """Count what is told as in the earlier run."""
        known = Figures(*figures)
        for report in (self.steady, self.before):
            report.skip(found, tuple(known.by_rule))
        self.tally.count(counted, known)

    def _begin(self) -> int:
        """The place in the output where the next file begins; between two blocks, the next one does as well."""
        if self.parts.waiting:
            self.stream.flush()
        else:
            self._begun = self._cut()
        return self.trail.told

    def _cut(self) -> int:
        self.stream.flush()
        return self.trail.cut()

    def _seal(self) -> None:
        """End a block."""
        if not self.parts.waiting:
            return
        self._cut()
        self.parts.seal(self._output(), self.trail.keep)

    def _output(self) -> list[Piece]:
        """The pieces that were written since a block began, of which there is none where something else was told."""
        output = self.trail.pieces[self._begun :]
        if any(stream != _OUTPUT for stream, *_ in output):
            self.parts.leave()
        return output


def _job(part: Part, setups: list[Setup]) -> Job:
    return Found(Path(part.path), Path(part.argument), part.named), setups[part.setup]
