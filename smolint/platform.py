"""Platforms: where drafts go, with their facts and the way each one counts."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Mapping
from functools import cached_property

from smolint import copies
from smolint.dataclass import dataclass, field
from smolint.late_pattern import late_pattern
from smolint.source import Span
from smolint.type_checking import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path
    from typing import Any, Literal

_URL = late_pattern(r"https?://[^\s<>\"'«»“”]+", re.IGNORECASE)
_TRAILING = ".,;:!?…'’*_~"
_HASHTAG = late_pattern(r"(?<![\w&/#])[#＃](?=\w*[^\W\d_])(\w+)")
_MENTION = late_pattern(r"(?<![\w@/.])[@＠](\w[\w.-]*\w|\w)")


@dataclass(frozen=True, slots=True)
class Fact:
    """A figure or rule of a platform: its value (None: looked for, none published), source, month and confidence."""

    name: str
    value: Any
    source: str
    as_of: str
    confidence: Literal["high", "medium", "low"]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Entity:
    """A hashtag, mention or URL in a text: as written (sign included) and its place in that text."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Setting:
    """A key that a platform accepts in its own table of the configuration (`[name]`).

    With `least`, its value is a whole number from there on. With `fact`, its value goes before that fact's.
    """

    name: str
    choices: tuple[str, ...] = ()
    default: Any = None
    description: Mapping[str, str] = field(default_factory=dict)
    least: int | None = None
    fact: str = ""


@dataclass(frozen=True, slots=True)
class Limit:
    """A further limit on a post: the fact that holds it, and how a post is counted for it.

    `name` is the variant of the message that speaks of it. `certain` is false where sources contradict each
    other: what only this limit forbids is then no error.
    """

    name: str
    fact: str
    count: Callable[[str], int]
    certain: bool = True


def count_characters(text: str) -> int:
    """Code points of the NFC form: the count used where a platform publishes no unit."""
    return len(text) if text.isascii() else len(unicodedata.normalize("NFC", text))


def find_urls(text: str) -> list[Entity]:
    """The http and https URLs in a text, without trailing punctuation or an unopened closing bracket."""
    found = []
    for match in _URL.finditer(text):
        url = _without_trailing(match.group())
        found.append(Entity(url, Span(match.start(), match.start() + len(url))))
    return found


def _without_trailing(url: str) -> str:
    """The URL without the punctuation after it and closing brackets that none opens; in one pass from its end."""
    surplus = url.count(")") - url.count("(")
    end = len(url)
    while end and (url[end - 1] in _TRAILING or (url[end - 1] == ")" and surplus > 0)):
        end -= 1
        surplus -= url[end] == ")"
    return url[:end]


def find_outside_urls(pattern: re.Pattern[str], text: str) -> list[Entity]:
    """What a pattern finds in a text, in order, but for what stands within a URL."""
    urls = [url.span for url in find_urls(text)] if "://" in text else []
    found = []
    for match in pattern.finditer(text):
        before = bisect_right(urls, (match.start(), len(text))) - 1
        if before < 0 or urls[before].end <= match.start():
            found.append(Entity(match.group(), Span(match.start(), match.end())))
    return found


def find_hashtags(text: str) -> list[Entity]:
    """The hashtags in a text: `#` and word characters with at least one letter, outside URLs."""
    return find_outside_urls(_HASHTAG, text)


def find_mentions(text: str) -> list[Entity]:
    """The `@name` mentions in a text, outside URLs and e-mail addresses."""
    return find_outside_urls(_MENTION, text)


@dataclass(frozen=True)
class Platform:
    """A place where drafts are published.

    `kind` is `blog`, `social`, `video` or `deck`; rules may name a kind instead of each platform. `internal` is
    true where only colleagues read. `endings` (`.tweet`) and `folders` (`tweets`) tell whose draft a file is;
    `default_endings` are claimed when nothing else is known. `aliases` are other names that people write (`x`).
    The four functions say how the platform counts and what it recognises. `limits` are those that a post must keep
    besides `max_text`; `counted_fields` are the names of the front-matter field that is posted and counted too.
    """

    name: str
    label: str
    kind: Literal["blog", "social", "video", "deck"]
    facts: Mapping[str, Fact] = field(default_factory=dict)
    aliases: tuple[str, ...] = ()
    endings: tuple[str, ...] = ()
    folders: tuple[str, ...] = ()
    default_endings: tuple[str, ...] = ()
    settings: tuple[Setting, ...] = ()
    internal: bool = False
    count: Callable[[str], int] = count_characters
    url_finder: Callable[[str], list[Entity]] = find_urls
    hashtag_finder: Callable[[str], list[Entity]] = find_hashtags
    mention_finder: Callable[[str], list[Entity]] = find_mentions
    limits: tuple[Limit, ...] = ()
    counted_fields: tuple[str, ...] = ()

    def length(self, text: str) -> int:
        """The length of a text as this platform counts it (its own unit: weighted characters, graphemes …)."""
        return self.count(text)

    def urls(self, text: str) -> list[Entity]:
        """The URLs that this platform recognises in a text, in order."""
        return self.url_finder(text)

    def hashtags(self, text: str) -> list[Entity]:
        """The hashtags that this platform recognises in a text, in order, `#` included."""
        return self.hashtag_finder(text)

    def mentions(self, text: str) -> list[Entity]:
        """The mentions that this platform recognises in a text, in order, `@` included."""
        return self.mention_finder(text)

    @property
    def discontinued(self) -> bool:
        """Whether the platform has closed, as its fact `status` says: nothing is published there any more."""
        return bool(self.fact("status") == "discontinued")

    def fact(self, name: str) -> Any:
        """The value of a fact, None when the platform has no such fact or publishes no value."""
        found = self.facts.get(name)
        return found.value if found else None


def read_facts(toml_text: str) -> dict[str, Fact]:
    """The facts of a `platform.toml`: each key is a table with value, source, as_of, confidence and note.

    Raises ValueError when a fact lacks its source, date or confidence.
    """
    import tomllib

    return _facts_in(tomllib.loads(toml_text))


def _facts_in(table: Mapping[str, Any]) -> dict[str, Fact]:
    facts = {}
    for name, entry in table.get("facts", {}).items():
        missing = [key for key in ("source", "as_of", "confidence") if not entry.get(key)]
        if missing:
            raise ValueError(f"fact '{name}' has no {', '.join(missing)}")
        facts[name] = Fact(
            name, entry.get("value"), entry["source"], entry["as_of"], entry["confidence"], entry.get("note", "")
        )
    return facts


class FactsFile(Mapping[str, Fact]):
    """The facts of a `platform.toml` by name; the file is read only when one is looked at."""

    def __init__(self, path: Path) -> None:
        self.path = path

    @cached_property
    def _facts(self) -> dict[str, Fact]:
        return _facts_in(copies.toml_table(self.path))

    def __getitem__(self, name: str) -> Fact:
        return self._facts[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._facts)

    def __len__(self) -> int:
        return len(self._facts)
