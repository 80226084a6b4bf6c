"""smolint's own words in the user's language: gettext catalogues for everything that is not a rule's text."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from smolint.rules import fill
from smolint.type_checking import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any

LANGUAGES = ("en", "fr")
"""The languages that smolint speaks, the default first."""

FOLDER = Path(__file__).parent
"""Where the catalogues are: `<language>/LC_MESSAGES/smolint.mo`."""


class Catalogue:
    """Translates English messages into one language. Usually bound to the name `_`, which extraction looks for."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._translated = _translations(language)

    def __call__(self, message: str, /, **values: Any) -> str:
        """The message in this language with its fields filled in.

        Numbers are written by the language's customs; `{count:file|files}` is the number and the noun that agrees.
        """
        return fill(self._translated(message), values, self.language)


def _translations(language: str) -> Callable[[str], str]:
    """What translates into a language; messages are English as they are."""
    if language == LANGUAGES[0]:
        return N_
    import gettext

    return gettext.translation("smolint", FOLDER, [language], fallback=True).gettext


def N_(message: str) -> str:
    """The message as it is, marked for extraction; it is translated where it is shown."""
    return message


@cache
def catalogue(language: str) -> Catalogue:
    """The catalogue of a language; an unknown language falls back to English."""
    return Catalogue(language)


def language_of_locale(environment: Mapping[str, str]) -> str:
    """The language that the locale variables ask for, English when it is not one of ours.

    POSIX order: the first of `LC_ALL`, `LC_MESSAGES` and `LANG` that is set and not empty decides.
    """
    names = (environment.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    chosen = next(filter(None, names), "")[:2].lower()
    return chosen if chosen in LANGUAGES else LANGUAGES[0]
