"""The errors that smolint raises on purpose, each with a message fit for a writer."""

from __future__ import annotations

import errno

from smolint.dataclass import dataclass
from smolint.type_checking import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any


@dataclass(frozen=True, slots=True)
class Phrase:
    """A sentence for people, which can be told in their language: an English template, and the values of its fields.

    As a text it is English. A value may be a phrase itself, and is then told in the same language.
    """

    template: str
    values: Mapping[str, Any]

    def __str__(self) -> str:
        return self.template.format(**self.values)

    def told(self, gettext: Callable[..., str]) -> str:
        """The sentence in the language of a catalogue (`smolint.locale`)."""
        return gettext(self.template, **{name: tell(value, gettext) for name, value in self.values.items()})


def phrase(template: str, /, **values: Any) -> Phrase:
    """The phrase of a template and its values; extraction of the catalogue looks for this name."""
    return Phrase(template, values)


def tell(words: Any, gettext: Callable[..., str]) -> Any:
    """A phrase or an error in the language of a catalogue; anything else as it is."""
    return words.told(gettext) if isinstance(words, Phrase | SmolintError) else words


_REASONS: Mapping[int, Phrase] = {
    errno.ENOENT: phrase("there is no such file or folder"),
    errno.EACCES: phrase("permission denied"),
    errno.EPERM: phrase("permission denied"),
    errno.EISDIR: phrase("it is a folder"),
    errno.ENOTDIR: phrase("part of the path is no folder"),
    errno.ENOSPC: phrase("the disk is full"),
    errno.EROFS: phrase("the disk can only be read"),
    errno.ENAMETOOLONG: phrase("the name is too long"),
    errno.ELOOP: phrase("its links go round in a circle"),
    errno.EMFILE: phrase("too many files are open"),
    errno.ENXIO: phrase("it is a pipe or a device"),
    errno.EFBIG: phrase("it is too large"),
}


def reason_of(error: OSError | UnicodeError) -> Phrase:
    """Why a file could not be opened, read or written; a rare error of the system by its number."""
    if isinstance(error, UnicodeError):
        return phrase("it is no text in UTF-8")
    return _REASONS.get(error.errno or 0) or phrase("the system reports error {number}", number=str(error.errno))


class SmolintError(Exception):
    """The base of every error that smolint raises on purpose; its text, in English, is meant to be shown as it is."""

    def __init__(self, message: str | Phrase = "") -> None:
        super().__init__(message)
        self.words = message

    @property
    def message(self) -> str:
        """What is wrong, in English."""
        return str(self.words)

    def __str__(self) -> str:
        return self.message

    def told(self, gettext: Callable[..., str]) -> str:
        """The text in the language of a catalogue, as far as it is a phrase."""
        return str(tell(self.words, gettext))


class UsageError(SmolintError):
    """The command was called with words that cannot be obeyed (exit code 2)."""


class ConfigError(SmolintError):
    """A configuration or rule file is wrong (exit code 2).

    `path` is the file, `line` its line from 1 (0 when the file as a whole is meant), `hint` the next step.
    """

    def __init__(
        self, message: str | Phrase, *, path: str | Phrase = "", line: int = 0, hint: str | Phrase = ""
    ) -> None:
        super().__init__(message)
        self.place = path
        self.line = line
        self.advice = hint

    @property
    def path(self) -> str:
        """The file, or in English what stands for it."""
        return str(self.place)

    @property
    def hint(self) -> str:
        """The next step, in English."""
        return str(self.advice)

    def __str__(self) -> str:
        return self.told(_english)

    def told(self, gettext: Callable[..., str]) -> str:
        """Place, text and hint in the language of a catalogue; the colon after a place is that of compilers."""
        path, message, hint = (tell(words, gettext) for words in (self.place, self.words, self.advice))
        place = f"{path}:{self.line}: " if path and self.line else f"{path}: " if path else ""
        return f"{place}{message}" + (f"\n  {hint}" if hint else "")


def _english(template: str, /, **values: Any) -> str:
    return str(Phrase(template, values))


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
