"""How findings and rules are put into words by more than one reporter or command."""

from __future__ import annotations

from smolint.finding import Level
from smolint.late_pattern import late_pattern
from smolint.rules import translate
from smolint.type_checking import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from smolint.locale import Catalogue
    from smolint.rules import Rule

_PLURAL = late_pattern(r"\{\w*:[^{}|]*\|([^{}]*)\}")
_FIELD = late_pattern(r"\{[^{}]*\}")


def level_word(level: Level, _: Catalogue) -> str:
    """The level's name in the catalogue's language."""
    return {"error": _("error"), "warning": _("warning"), "suggestion": _("suggestion")}[level.value]


def outline(rule: Rule, language: str) -> str:
    """The rule's message with `…` where each finding has its own figures."""
    return outline_of(rule.message, language)


def outline_of(words: Mapping[str, str], language: str) -> str:
    """A rule's words in a language with `…` for the figures of each finding."""
    template = translate(words, language)
    return _FIELD.sub("…", _PLURAL.sub("…\N{NO-BREAK SPACE}\\1", template)).replace("….", "…")


def counted_levels(by_level: Mapping[Level, int], _: Catalogue) -> str:
    """How many findings there are of each level, most serious first: `1 error, 3 warnings and 2 suggestions`."""
    errors, warnings, suggestions = (by_level.get(level, 0) for level in sorted(Level, reverse=True))
    parts = [
        *([_("{count:error|errors}", count=errors)] if errors else []),
        *([_("{count:warning|warnings}", count=warnings)] if warnings else []),
        *([_("{count:suggestion|suggestions}", count=suggestions)] if suggestions else []),
    ]
    if len(parts) < 2:
        return "".join(parts)
    return _("{first} and {last}", first=", ".join(parts[:-1]), last=parts[-1])
