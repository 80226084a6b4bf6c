"""The baseline: findings that were there when a repository took smolint up, silent until their text changes."""

from __future__ import annotations

import json
import os
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from smolint.dataclass import dataclass, field, replace
from smolint.errors import ConfigError, phrase, reason_of
from smolint.finding import ALWAYS_TOLD, fingerprint
from smolint.named_tuple import NamedTuple
from smolint.plain_file import MOST_LISTED, read_plain_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from smolint.finding import FileResult, Finding

VERSION = 1
_NEVER_HIDDEN = frozenset(ALWAYS_TOLD)


class Entry(NamedTuple):
    """A finding as a baseline knows it: the file (from the baseline's folder), the rule, a fingerprint of its words."""

    path: str
    rule: str
    fingerprint: str


@dataclass(slots=True)
class Baseline:
    """The entries of a baseline file, each with how often it stands, and what a run has met of them so far."""

    folder: Path
    entries: Counter[Entry] = field(default_factory=Counter)
    met: Counter[Entry] = field(default_factory=Counter)
    read: set[str] = field(default_factory=set)

    def entry(self, finding: Finding) -> Entry:
        """The entry that a finding would have here."""
        return Entry(self._relative(finding.path), finding.rule, fingerprint(finding))

    def hide(self, result: FileResult) -> FileResult:
        """The result without the findings that the baseline holds; `baselined` counts those."""
        self.read.add(self._relative(result.path))
        kept, met = [], Counter[Entry]()
        for finding in result.findings:
            entry = self.entry(finding)
            if met[entry] < self.entries[entry]:
                met[entry] += 1
            else:
                kept.append(finding)
        self.met |= met
        return replace(result, findings=tuple(kept), baselined=met.total())

    def gone(self) -> Counter[Entry]:
        """The entries that the run should have met and did not: their file was read, or is no longer there."""
        missing = self.entries - self.met
        return Counter(
            {
                entry: count
                for entry, count in missing.items()
                if entry.path in self.read or not os.path.exists(self.folder / entry.path)
            }
        )

    def _relative(self, path: str) -> str:
        return Path(os.path.relpath(path, self.folder)).as_posix()


def read_baseline(path: Path) -> Baseline:
    """The baseline in a file. Raises ConfigError where it is none."""
    try:
        content = json.loads(read_plain_text(path, most=MOST_LISTED))
        if content["version"] != VERSION:
            raise ValueError
        entries = Counter(
            {
                Entry(file, rule, mark): int(count)
                for file, rules in content["files"].items()
                for rule, marks in rules.items()
                for mark, count in marks.items()
            }
        )
    except OSError as error:
        raise ConfigError(phrase("cannot be read: {reason}", reason=reason_of(error)), path=str(path)) from error
    except (ValueError, KeyError, AttributeError, TypeError, OverflowError, RecursionError) as error:
        message = phrase("this is no baseline that smolint can read")
        hint = phrase("delete it, and 'smolint baseline' writes it anew")
        raise ConfigError(message, path=str(path), hint=hint) from error
    return Baseline(Path(os.path.abspath(path)).parent, entries)


def make_baseline(folder: Path, results: Iterable[FileResult], before: Baseline | None = None) -> Baseline:
    """The baseline of a run: all its findings, and what the one `before` says of files that were not read."""
    made = Baseline(Path(os.path.abspath(folder)))
    for result in results:
        made.hide(result)
        made.entries.update(made.entry(one) for one in result.findings if one.rule not in _NEVER_HIDDEN)
    if before is not None:
        kept = {entry: count for entry, count in before.entries.items() if entry.path not in made.read}
        made.entries.update({entry: n for entry, n in kept.items() if os.path.exists(before.folder / entry.path)})
    return made


def baseline_text(baseline: Baseline) -> str:
    """The baseline as its file holds it: JSON in a fixed order, a line for each entry, so that it merges well."""
    files: dict[str, dict[str, dict[str, int]]] = {}
    for entry, count in sorted(baseline.entries.items()):
        files.setdefault(entry.path, {}).setdefault(entry.rule, {})[entry.fingerprint] = count
    return json.dumps({"version": VERSION, "files": files}, indent=1, ensure_ascii=False) + "\n"
