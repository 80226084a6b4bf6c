"""The keyphrase that a post declares, and where its text uses it.

Like Yoast SEO, a use is a sentence that holds all content words of the keyphrase, in any order and inflected; a
keyphrase in quotation marks is looked for exactly as written. Words are cut at apostrophes and hyphens, and compared by
their stems (`smolint.language.stems`).
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING

from smolint.checks.search_fields import keyphrase_field
from smolint.dataclass import dataclass
from smolint.language.function_words import FUNCTION_WORDS
from smolint.language.stems import stem, without_accents
from smolint.late_pattern import late_pattern
from smolint.prose import Stretch
from smolint.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smolint.draft import Draft, Field
    from smolint.reading import Reading

GOOD_WORDS = 4
"""Up to so many content words, a keyphrase is one that a text can use (Yoast SEO)."""

MOST_WORDS = 8
"""A keyphrase with more content words is far too long (Yoast SEO): no text would use it."""

_TOKEN = late_pattern(r"[^\W_]+(?:\+\+|#(?!\w))?")
_ACCENTED = "àáâãäåæçèéêëìíîïñòóôõöùúûüýÿœ"
_OPENING, _CLOSING = ('"', "“", "”", "«"), ('"', "“", "”", "»")
_PART = late_pattern(r"(?:[\"“«][^\"”»]{0,200}[\"”»]|[^,])+")
_SYNONYMS = ("keyphrase_synonyms", "keyphrase-synonyms", "keyphraseSynonyms")
_RELATED = ("related_keyphrases", "related-keyphrases", "relatedKeyphrases")


@dataclass(frozen=True, slots=True)
class Keyphrase:
    """A phrase that a post declares: as written, its place, and what to look for.

    `words` are its content words as written, `stems` what to look for, each once; `exact` is the whole phrase, word
    by word in lower case, where quotation marks ask for it as it stands.
    """

    text: str
    span: Span
    language: str
    words: tuple[str, ...]
    stems: tuple[str, ...]
    exact: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Topic:
    """All that a post declares: its focus keyphrase, synonyms of it, and related phrases."""

    focus: Keyphrase
    synonyms: tuple[Keyphrase, ...] = ()
    related: tuple[Keyphrase, ...] = ()

    @property
    def phrases(self) -> tuple[Keyphrase, ...]:
        """The focus keyphrase and its synonyms: any of them shows that a text is on its topic."""
        return (self.focus, *self.synonyms)


@lru_cache(maxsize=1)  # The checks of a draft run one after the other.
def declared_topic(reading: Reading) -> Topic | None:
    """What a post declares; None without a keyphrase."""
    draft = reading.draft
    field = keyphrase_field(draft)
    phrases = list(_phrases(draft, field)) if field else []
    if not phrases:
        return None
    synonyms = [one for name in _SYNONYMS for one in _phrases(draft, draft.field(name)) if one.stems]
    related = [one for name in _RELATED for one in _phrases(draft, draft.field(name)) if one.stems]
    return Topic(phrases[0], tuple(synonyms), (*(one for one in phrases[1:] if one.stems), *related))


@lru_cache(maxsize=1)
def uses(reading: Reading) -> tuple[Stretch, ...]:
    """The uses of the focus keyphrase in the text, headings included, in order; none without a keyphrase."""
    topic = declared_topic(reading)
    return tuple(matches(reading, topic.focus)) if topic else ()


@lru_cache(maxsize=1)
def topic_in_text(reading: Reading) -> Topic | None:
    """The topic of a post whose keyphrase can be looked for and is in its text.

    None where that is not so: a keyphrase of function words, one that is too long, and one that the text never uses
    are each told once, by one rule.
    """
    topic = declared_topic(reading)
    if topic is None or not 0 < len(topic.focus.words) <= MOST_WORDS:
        return None
    in_text = uses(reading) or any(True for phrase in topic.synonyms for _ in matches(reading, phrase))
    return topic if in_text else None


def matches(reading: Reading, keyphrase: Keyphrase) -> Iterator[Stretch]:
    """Each use of a keyphrase in the text that readers read, from the first to the last of its words."""
    for block in reading.draft.prose:
        if len(find(block.text, keyphrase)) == 0:
            continue
        for sentence in reading.sentences(block):
            for start, end in find(sentence.text, keyphrase):
                yield Stretch(block, sentence.start + start, sentence.start + end)


def find(text: str, keyphrase: Keyphrase) -> list[tuple[int, int]]:
    """The uses of a keyphrase in a text taken for one sentence: as many as it has of the rarest of the words."""
    if keyphrase.exact:
        return list(_find_exact(text, keyphrase.exact))
    places = _places(text, keyphrase)
    if len(places) < len(keyphrase.stems):
        return []
    groups = zip(*places.values(), strict=False)
    return [(min(start for start, _ in group), max(end for _, end in group)) for group in groups]


def share_of_words(text: str, keyphrase: Keyphrase) -> float:
    """Which share (0 to 1) of a keyphrase's content words is in a text; all or nothing for an exact one."""
    if keyphrase.exact:
        return float(bool(find(text, keyphrase)))
    return len(_places(text, keyphrase)) / len(keyphrase.stems) if keyphrase.stems else 0.0


def reflects(text: str, topic: Topic, least: float = 0.5) -> bool:
    """Whether a text holds at least that share of the words of the keyphrase or of a synonym."""
    return any(share_of_words(text, phrase) >= least for phrase in topic.phrases if phrase.stems)


def content_stems(text: str, language: str) -> tuple[str, ...]:
    """The stems of a text's content words, in order."""
    return tuple(stem(token, language) for token in _content(text, language))


def make_keyphrase(text: str, span: Span, language: str) -> Keyphrase:
    """A keyphrase as its author wrote it; in quotation marks even function words may name something (“The Who”)."""
    bare = text.strip()
    quoted = len(bare) > 1 and bare.startswith(_OPENING) and bare.endswith(_CLOSING)
    inner = bare[1:-1] if quoted else text
    exact = tuple(_exact_tokens(inner)) if quoted else ()
    words = tuple(_content(inner, language)) or exact
    found = tuple(dict.fromkeys(stem(word, language) for word in words))
    return Keyphrase(inner.strip(), span, language, words, found, exact)


def _phrases(draft: Draft, field: Field | None) -> Iterator[Keyphrase]:
    """The phrases of a field: a text with commas between (but in quotation marks), or a list."""
    if field is None:
        return
    if not isinstance(field.value, str):
        for _, child in field.children:
            yield from _phrases(draft, child)
        return
    written = draft.source[field.span]
    for part in _PART.finditer(field.value):
        text = part[0].strip()
        place = written.find(text)
        start = field.span.start + place
        span = Span(start, start + len(text)) if place >= 0 else field.span
        if _TOKEN.search(text):
            yield make_keyphrase(text, span, draft.language)


def _content(text: str, language: str) -> Iterator[str]:
    """The words of a phrase but its function words; in capitals among others these are names (IT, WHO)."""
    function_words = FUNCTION_WORDS.get(language, frozenset())
    shouting = text.isupper()
    for token in _TOKEN.findall(text):
        is_name = len(token) > 1 and token.isupper() and not shouting
        if is_name or token.casefold() not in function_words:
            yield token


def _places(text: str, keyphrase: Keyphrase) -> dict[str, list[tuple[int, int]]]:
    """The places of each of a keyphrase's stems in a text."""
    places: dict[str, list[tuple[int, int]]] = defaultdict(list)
    if not keyphrase.stems:
        return places
    pattern = _beginning_like(keyphrase.stems) if keyphrase.language in FUNCTION_WORDS else _TOKEN
    for match in pattern.finditer(text):
        found = stem(match[0], keyphrase.language)
        if found in keyphrase.stems:
            places[found].append(match.span())
    return places


@lru_cache(maxsize=64)
def _beginning_like(wanted: tuple[str, ...]) -> re.Pattern[str]:
    """The words that may have one of these stems: a stem begins with its word's letter, which spares most words.

    That letter may have lost an accent of French or English.
    """
    plain = {one[0] for one in wanted}
    letters = plain | {letter for letter in _ACCENTED if without_accents(letter)[0] in plain}
    either_case = re.escape("".join(sorted(letters | {letter.upper()[0] for letter in letters})))
    return re.compile(rf"(?<![^\W_])(?=[{either_case}]){_TOKEN.pattern}")


def _exact_tokens(text: str) -> Iterator[str]:
    return (without_accents(token.casefold()) for token in _TOKEN.findall(text))


def _find_exact(text: str, phrase: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    tokens = [(without_accents(match[0].casefold()), *match.span()) for match in _TOKEN.finditer(text)]
    done = 0
    for index in range(len(tokens) - len(phrase) + 1):
        here = tokens[index : index + len(phrase)]
        if index >= done and tuple(word for word, _, _ in here) == phrase:
            done = index + len(phrase)
            yield here[0][1], here[-1][2]
