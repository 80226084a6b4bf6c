"""`--fix` and `--diff`: each file is mended before it is reported on."""

from __future__ import annotations

import difflib
import io
from collections import Counter
from typing import TYPE_CHECKING

from smolint.engine import lint_file
from smolint.finding import FileResult, Note
from smolint.plain_file import TooLarge, read_plain
from smolint.reporters.cells import visible
from smolint.session import project_root
from smolint.targets import shown_path
from smolint.writing import write_atomically

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from smolint.discovery import Found
    from smolint.fixing import Mended
    from smolint.locale import Catalogue
    from smolint.setup import Setup

MOST_BYTES = 50_000_000
"""The largest file that is mended: it is held in memory several times while that is done."""


class Mender:
    """Takes the place of `lint_file` in a run that mends: the results are those of the mended files.

    `mend` gives the new content of a file: from the old one, its path, the project's root and the setup. `show` gets
    what would change, as a unified diff, and no file is written; without it each mended file is written at once.
    """

    def __init__(
        self,
        gettext: Catalogue,
        mend: Callable[[bytes, Path, Path, Setup], Mended],
        show: Callable[[str], object] | None = None,
    ) -> None:
        self.gettext = gettext
        self.mend = mend
        self.show = show
        self.fixed: dict[str, Counter[str]] = {}
        self.unwritten: list[str] = []

    @property
    def unwritten_reason(self) -> str:
        """What is told of a file that could not be written."""
        return self.gettext("could not be written: it is left as it was")

    @property
    def count(self) -> int:
        """How many findings were mended, or would be."""
        return sum(counted.total() for counted in self.fixed.values())

    def file(self, found: Found, setup: Setup) -> Iterator[FileResult]:
        """What linting a file gives once it is mended. A file that cannot be read or written is linted as it is."""
        shown = shown_path(found.path)
        try:
            raw = read_plain(found.path, MOST_BYTES)
        except OSError as error:
            yield from lint_file(found, setup)
            if isinstance(error, TooLarge):
                message = self.gettext("not mended: it weighs more than {limit} MB", limit=MOST_BYTES // 1_000_000)
                yield FileResult(shown, notes=(Note(shown, message),))
            return
        mended = self.mend(raw, found.path, project_root(found.path, found.argument, setup.config), setup)
        if mended.after != raw and not self._carry_out(found.path, shown, mended):
            yield from lint_file(found, setup)
            self.unwritten.append(shown)
            yield FileResult(shown, notes=(Note(shown, self.unwritten_reason),))
            return
        if any(result.drafts or result.findings for result in mended.results):
            yield from mended.results
        else:
            # Nothing was read in it: linting the file itself tells why, where the user named it.
            yield from lint_file(found, setup)
        yield from self._refusals(shown, mended)

    def content(self, raw: bytes, path: Path, setup: Setup) -> Mended:
        """The content of standard input, mended as if it stood at `path`; nothing is written."""
        mended = self.mend(raw, path, project_root(path, path.parent, setup.config), setup)
        if mended.after != raw:
            self._carry_out(None, shown_path(path), mended)
        return mended

    def told(self) -> Iterator[str]:
        """What was mended, file by file, for `--show-fixes`."""
        for path, counted in self.fixed.items():
            yield f"{visible(path)}:"
            yield from (f"  {count} × {visible(rule)}" for rule, count in sorted(counted.items()))

    def _carry_out(self, path: Path | None, shown: str, mended: Mended) -> bool:
        if self.show:
            self.show(unified_diff(shown, mended))
        elif path and not _write(path, mended):
            return False
        self.fixed[shown] = Counter(finding.rule for finding in mended.applied)
        return True

    def _refusals(self, shown: str, mended: Mended) -> Iterator[FileResult]:
        for finding in mended.refused:
            message = self.gettext(
                "line {line}, {rule}: not mended, for that would change what the draft is made of",
                line=finding.line,
                rule=finding.rule,
            )
            yield FileResult(shown, notes=(Note(shown, message),))


def _write(path: Path, mended: Mended) -> bool:
    try:
        return write_atomically(path, mended.after, expected=mended.before)
    except OSError:
        return False


def unified_diff(path: str, mended: Mended) -> str:
    """What mending changes in a file, as a unified diff that `git apply` and `patch` take."""
    from smolint.parsers.decode import lenient

    # Lines as git and patch count them: they end with LF, whatever else a text may take for the end of one.
    before, after = (list(io.StringIO(lenient(raw), newline="\n")) for raw in (mended.before, mended.after))
    lines = difflib.unified_diff(before, after, f"a/{path}", f"b/{path}")
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)
