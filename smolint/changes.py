"""What git says is new: the lines of each file that a revision, or the last commit, does not have."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

from smolint.dataclass import dataclass, replace
from smolint.errors import UsageError, phrase, reason_of
from smolint.late_pattern import compiled

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from smolint.finding import FileResult, Finding

_HUNK = compiled(rb"@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@")
_ESCAPE = compiled(rb"\\([0-7]{3}|.)")
_ESCAPED = {b"n": b"\n", b"t": b"\t", b"r": b"\r", b"a": b"\a", b"b": b"\b", b"f": b"\f", b"v": b"\v"}
# A repository's own settings must not run programs: no external diff, no text conversion, no file watcher, no hook; a
# folder that only looks like a repository (files in a change can) is none.
_SAFE = ("-c", "core.fsmonitor=false", "-c", f"core.hooksPath={os.devnull}", "-c", "safe.bareRepository=explicit",
         "-c", "core.quotePath=true")  # fmt: skip
# Nothing is fetched: a transport can be a program, and objects that are missing stay so.
_OFFLINE = {
    "GIT_ALLOW_PROTOCOL": "none",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_OPTIONAL_LOCKS": "0",
}
_DIFF = ("diff", "--unified=0", "--no-color", "--no-ext-diff", "--no-textconv", "--find-renames", "--src-prefix=a/",
         "--dst-prefix=b/", "--ignore-submodules", "--no-relative")  # fmt: skip

Ranges = tuple[tuple[int, int], ...]
"""Ranges of lines, from 1, both ends included."""


@dataclass(frozen=True, slots=True)
class Changes:
    """The new or changed lines of each file, by absolute path."""

    lines: Mapping[str, Ranges]

    def touch(self, path: str | Path) -> bool:
        """Whether a file is new or has changed lines."""
        return os.path.realpath(path) in self.lines

    def holds(self, finding: Finding) -> bool:
        """Whether a finding stands, in part at least, on new or changed lines."""
        ranges = self.lines.get(os.path.realpath(finding.path), ())
        last = finding.end_line - (finding.end_column == 1 and finding.end_line > finding.line)
        return any(start <= last and finding.line <= end for start, end in ranges)

    def only(self, result: FileResult, corpus: Collection[str]) -> FileResult:
        """The result with the findings on changed lines; those of the `corpus` rules where their file has changed."""
        touched = self.touch(result.path)
        kept = (one for one in result.findings if touched and (one.rule in corpus or self.holds(one)))
        return replace(result, findings=tuple(kept))


def changed_since(folder: Path, revision: str) -> Changes:
    """What the files have now that a revision does not: its common ancestor with HEAD counts, as in a pull request.

    Files that git does not know yet are new as a whole. Raises UsageError where git cannot tell.
    """
    top = _top(folder)
    base = _git(top, "merge-base", "--end-of-options", revision, "HEAD", soft=True).strip().decode() or revision
    if base == revision:
        _git(top, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    return Changes({**_read_diff(top, _git(top, *_DIFF, base, "--", more=_without_filters(top))), **_unknown(top)})


def staged(folder: Path) -> Changes:
    """What the next commit will change, at the lines where it stands in the files as they are now.

    Raises UsageError where git cannot tell.
    """
    top = _top(folder)
    wanted = _read_diff(top, _git(top, *_DIFF, "--cached", "--"))
    later = _hunks(top, _git(top, *_DIFF, "--", more=_without_filters(top)))
    return Changes({path: tuple(_moved(ranges, later.get(path, []))) for path, ranges in wanted.items()})


def _top(folder: Path) -> Path:
    return Path(os.fsdecode(_git(folder, "rev-parse", "--show-toplevel").rstrip(b"\n")))


def _without_filters(top: Path) -> dict[str, str]:
    """What the environment must hold so that no filter runs that the repository's own settings define.

    Those of the user's and the machine's settings (git-lfs) stay.
    """
    listed = _git(top, "config", "--includes", "--show-scope", "-z", "--get-regexp", r"^filter\.", soft=True)
    parts = os.fsdecode(listed).split("\0")
    own = {key.partition("\n")[0].rpartition(".")[0] for scope, key in zip(parts[::2], parts[1::2], strict=False)
           if scope in ("local", "worktree")}  # fmt: skip
    emptied = [(f"{name}.{key}", value) for name in sorted(own)
               for key, value in (("clean", ""), ("process", ""), ("required", "false"))]  # fmt: skip
    before = int(os.environ.get("GIT_CONFIG_COUNT") or 0)
    settings = {"GIT_CONFIG_COUNT": str(before + len(emptied))}
    for number, (name, value) in enumerate(emptied, before):
        settings |= {f"GIT_CONFIG_KEY_{number}": name, f"GIT_CONFIG_VALUE_{number}": value}
    return settings


def _git(folder: Path, *arguments: str, soft: bool = False, more: Mapping[str, str] | None = None) -> bytes:
    command = ["git", *_SAFE, *arguments]
    environment = {**os.environ, **_OFFLINE, **(more or {})}
    try:
        # The command is git's own, and what the user gave stands behind `--end-of-options`.
        ended = subprocess.run(command, cwd=folder, capture_output=True, check=False, env=environment)
    except OSError as error:
        raise UsageError(phrase("git cannot be run: {reason}", reason=reason_of(error))) from error
    if ended.returncode and not soft:
        said = ended.stderr.decode("utf-8", "replace").strip().splitlines()
        reason = said[0] if said else phrase("no such revision")
        raise UsageError(phrase("git cannot tell what has changed: {reason}", reason=reason))
    return b"" if ended.returncode else ended.stdout


def _unknown(top: Path) -> dict[str, Ranges]:
    names = _git(top, "ls-files", "--others", "--exclude-standard", "-z").split(b"\0")
    return {os.path.realpath(top / os.fsdecode(name)): ((1, 1 << 60),) for name in names if name}


def _read_diff(top: Path, diff: bytes) -> dict[str, Ranges]:
    return {path: tuple((start, start + count - 1) for _, _, start, count in hunks if count)
            for path, hunks in _hunks(top, diff).items()}  # fmt: skip


def _hunks(top: Path, diff: bytes) -> dict[str, list[tuple[int, int, int, int]]]:
    """The hunks of each file of a diff: first line and number of lines before, then after."""
    found: dict[str, list[tuple[int, int, int, int]]] = {}
    hunks: list[tuple[int, int, int, int]] = []
    lines = iter(diff.split(b"\n"))
    for line in lines:
        if line.startswith(b"+++ "):
            hunks = found.setdefault(os.path.realpath(top / os.fsdecode(_name(line[4:]))), [])
        elif hunk := _HUNK.match(line):
            first, count, start, number = (int(part) if part else 1 for part in hunk.groups())
            hunks.append((first, count, start, number))
            _skip(lines, count + number)
    return found


def _skip(lines: Iterator[bytes], count: int) -> None:
    """Pass over the body of a hunk, whose lines may look like headers."""
    for _ in range(count):
        next(lines, b"")


def _name(written: bytes) -> bytes:
    """A file's name as a diff writes it: without prefix, and without quotes and escapes where it needs them."""
    name = written.rstrip(b"\t")
    if name.startswith(b'"'):
        name = _ESCAPE.sub(_unescaped, name[1:-1])
    return name.removeprefix(b"b/")


def _unescaped(match: re.Match[bytes]) -> bytes:
    code = match[1]
    return bytes([int(code, 8)]) if len(code) == 3 else _ESCAPED.get(code, code)


def _moved(ranges: Ranges, later: Sequence[tuple[int, int, int, int]]) -> Iterator[tuple[int, int]]:
    """Ranges of lines in the index as they stand in the working tree, which may have gained and lost others since."""
    for start, end in ranges:
        yield _place(start, later, first=True), _place(end, later, first=False)


def _place(line: int, later: Sequence[tuple[int, int, int, int]], *, first: bool) -> int:
    shift = 0
    for old, count, new, number in later:
        if line < old or (line == old and not count):
            break
        if count and line < old + count:
            return new + (0 if first else max(number - 1, 0))
        shift = (new + number) - (old + count) if count and number else shift + number - count
    return line + shift
