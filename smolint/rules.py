"""A rule: what is wanted, as read from one YAML file, and the words it uses."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property, lru_cache

from smolint.dataclass import dataclass, field
from smolint.finding import Level, group_of
from smolint.late_pattern import late_pattern
from smolint.type_checking import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, overload

    from smolint.literals import ByWord

Words = Mapping[str, str]
"""A text by language (`en`, `fr`)."""


@dataclass(frozen=True, slots=True)
class Example:
    """A text on which a rule must stay silent (`valid`) or must speak (`marks` lists the marked texts).

    `beside` holds the other drafts of the run, by file name, of which nothing may be found.
    """

    platform: str
    text: str
    valid: bool
    marks: tuple[str, ...] = ()
    language: str = ""
    path: str = ""
    files: tuple[str, ...] = ()
    settings: Mapping[str, Any] = field(default_factory=dict)
    line: int = 0
    beside: Mapping[str, str] = field(default_factory=dict)


# Without slots: of so many fields, a run makes its 140 rules in half the time.
@dataclass(frozen=True)
class Rule:
    """One rule.

    `platforms` maps platform names and kinds (`blog`, `social`) to levels; empty means everywhere at `level`.
    `options` are the check's own, as written; an option's value may be a map by platform name, kind or `default`.
    `messages` and `helps` hold the words of a check's variants, by the variant's name.
    `lines` are the lines of the keys in `path`, for error messages. `enabled` is false for a rule that runs
    only when selected by name. `needs` are texts of which a draft's prose must hold one for the rule to speak, see
    `Literals`; none where that is not known.
    """

    id: str
    extends: str
    level: Level
    message: Words
    path: str = ""
    messages: Mapping[str, Words] = field(default_factory=dict)
    help: Words = field(default_factory=dict)
    helps: Mapping[str, Words] = field(default_factory=dict)
    why: Words = field(default_factory=dict)
    source: str = ""
    link: str = ""
    platforms: Mapping[str, Level] = field(default_factory=dict)
    languages: tuple[str, ...] = ()
    options: Mapping[str, Any] = field(default_factory=dict)
    examples: Sequence[Example] = ()
    enabled: bool = True
    lines: Mapping[str, int] = field(default_factory=dict)
    needs: ByWord = field(default_factory=dict)

    @property
    def group(self) -> str:
        """The part of the id before the slash, or before the dot in one of Vale's."""
        return group_of(self.id)

    def level_on(self, platform: str, kind: str) -> Level | None:
        """The level on a platform of that kind, None where the rule does not run; the name goes before the kind."""
        if not self.platforms:
            return self.level
        return self.platforms.get(platform, self.platforms.get(kind))

    def say(self, values: Mapping[str, Any], language: str, variant: str = "") -> str:
        """The message in a language (else English, else any), with the values put in; one line."""
        words = self.messages.get(variant, self.message)
        return fill(translate(words, language), values, language).replace("\n", " ")

    def advise(self, values: Mapping[str, Any], language: str, variant: str = "") -> str:
        """How to mend it, in a language, with the values put in; `""` when the rule does not say."""
        words = self.helps.get(variant, self.help)
        return fill(translate(words, language), values, language)


class LateExamples(Sequence[Example]):
    """Examples that are read when they are first looked at: no draft is linted by them."""

    def __init__(self, load: Callable[[], tuple[Example, ...]]) -> None:
        self._load = load

    @cached_property
    def _examples(self) -> tuple[Example, ...]:
        return self._load()

    if TYPE_CHECKING:

        @overload
        def __getitem__(self, index: int) -> Example: ...

        @overload
        def __getitem__(self, index: slice) -> Sequence[Example]: ...

    def __getitem__(self, index: int | slice) -> Example | Sequence[Example]:
        return self._examples[index]

    def __len__(self) -> int:
        return len(self._examples)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and self._examples == tuple(other)

    __hash__ = None  # type: ignore[assignment]  # as a rule has none: it holds maps


def translate(words: Mapping[str, str], language: str) -> str:
    """The text in that language, else in English, else in any, else nothing."""
    return words.get(language) or words.get("en") or next(iter(words.values()), "")


_FIELD = late_pattern(r"\{\{|\}\}|\{(?P<name>[^{}:]*)(?::(?P<words>[^{}]*))?\}|[{}]")


def fill(template: str, values: Mapping[str, Any], language: str) -> str:
    """A message with its `{fields}` filled in; `{count:word|words}` gives the number and the noun that agrees.

    `{{` and `}}` are braces. A template with a brace too many or too few (in somebody's own rule) is given back.
    """

    if "{" not in template:
        return template
    try:
        parts = _parts(template)
    except ValueError:
        return template
    return "".join(
        text if name is None else text + _told(values.get(name, f"{{{name}}}"), words, language)
        for text, name, words in parts
    )


# The messages of few rules are told again and again.
@lru_cache(maxsize=512)
def _parts(template: str) -> tuple[tuple[str, str | None, str], ...]:
    """The parts of a template: a text, the name of the field behind it, if any, and the words for its number.

    Raises ValueError for a brace too many or too few.
    """
    parts: list[tuple[str, str | None, str]] = []
    done = 0
    for match in _FIELD.finditer(template):
        found, name = match.group(), match["name"]
        if name is None and len(found) == 1:
            raise ValueError(found)
        text = template[done : match.start()]
        parts.append((text + found[0], None, "") if name is None else (text, name, match["words"] or ""))
        done = match.end()
    return (*parts, (template[done:], None, ""))


def _told(value: Any, words: str, language: str) -> str:
    """A value for readers of a language, with the noun behind it that agrees where there are words for one and many."""
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    text = _number(value, language) if is_number else str(value)
    if "|" not in words:
        return text
    one, many = words.split("|", 1)
    singular = is_number and (abs(value) < 2 if language == "fr" else value == 1)
    return f"{text}\N{NO-BREAK SPACE}{one if singular else many}"


def _number(value: float, language: str) -> str:
    # Imprimerie nationale: thousands set apart by a narrow no-break space, decimals by a comma.
    text = f"{value:,}" if isinstance(value, int) else f"{value:,.1f}"
    return text.translate(str.maketrans(",.", "\u202f,")) if language == "fr" else text
