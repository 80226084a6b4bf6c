"""The errors that smolint raises on purpose, each with a message fit for a writer."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


class SmolintError(Exception):
    """The base of every error that smolint raises on purpose; its text is meant to be shown as it is."""


class UsageError(SmolintError):
    """The command was called with words that cannot be obeyed (exit code 2)."""


class ConfigError(SmolintError):
    """A configuration or rule file is wrong (exit code 2).

    `path` is the file, `line` its line from 1 (0 when the file as a whole is meant), `hint` the next step.
    """

    def __init__(self, message: str, *, path: str = "", line: int = 0, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.path = path
        self.line = line
        self.hint = hint

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}: " if self.path and self.line else f"{self.path}: " if self.path else ""
        return f"{place}{self.message}" + (f"\n  {self.hint}" if self.hint else "")


class PluginError(SmolintError):
    """A plugin cannot be loaded, or what it registers is wrong."""


class SourceError(SmolintError):
    """A file cannot be read or parsed; `line` and `column` (from 1, code points) say where, 0 when unknown.

    The text is English. `code` (`encoding`, `binary`, `utf16-no-bom`, `too-large`, `xml`, `xml-entity`, `""` for any
    other reason) and `values` let a caller say the same in another language.
    """

    def __init__(
        self,
        message: str,
        *,
        line: int = 0,
        column: int = 0,
        code: str = "",
        values: Mapping[str, str | int] | None = None,
    ) -> None:
        super().__init__(message)
        self.line = line
        self.column = column
        self.code = code
        self.values = dict(values or {})
