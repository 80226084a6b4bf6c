"""The keyphrase in the text: how often, in the introduction, and spread over the whole."""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING

from smolint.check import Check, Mark
from smolint.checks.keyphrase import (
    GOOD_WORDS,
    MOST_WORDS,
    Topic,
    declared_topic,
    find,
    matches,
    reflects,
    share_of_words,
    topic_in_text,
    uses,
)
from smolint.checks.quotation import is_quotation
from smolint.checks.sentence import running_text
from smolint.dataclass import dataclass
from smolint.finding import Level

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smolint.draft import Block
    from smolint.prose import Sentence, Stretch
    from smolint.reading import Reading


@dataclass(frozen=True, slots=True)
class Density:
    """`min_density` and `max_density` (percent); above `far_density` it is more than a suggestion.

    Texts of fewer than `min_words` words are only asked to use the keyphrase at all.
    """

    min_density: float = 0.5
    max_density: float = 3.5
    far_density: float = 4.0
    min_words: int = 100


def keyphrase_density(reading: Reading, options: Density) -> Iterator[Mark]:
    """The keyphrase that a text never uses (variant `absent`), too seldom, or too often (`often`).

    The finding stands at the keyphrase, or at the first use in the paragraph that has most. Synonyms make up for
    uses that are missing, and never add to those that are too many. A related keyphrase that the text never uses is
    the variant `related`. Values: `phrase`, `count`, `least`, `most`, `words` (of the text).
    """
    topic = declared_topic(reading)
    words = _words(reading)
    if topic is None or not words or not 0 < len(topic.focus.words) <= MOST_WORDS:
        return
    values = {"phrase": topic.focus.text, "words": words}
    if topic_in_text(reading) is None:
        # A text does not use what is too long to be used: then the length is the fault.
        if len(topic.focus.words) <= GOOD_WORDS:
            yield Mark(topic.focus.span, values, variant="absent")
        return
    yield from _too_few_or_many(reading, topic, words, options)
    for phrase in topic.related:
        if len(phrase.words) <= MOST_WORDS and not any(True for _ in matches(reading, phrase)):
            yield Mark(phrase.span, {**values, "phrase": phrase.text}, variant="related", at_most=Level.SUGGESTION)


def _words(reading: Reading) -> int:
    return sum(reading.word_count(block) for block in reading.draft.prose)


def _too_few_or_many(reading: Reading, topic: Topic, words: int, options: Density) -> Iterator[Mark]:
    found = uses(reading)
    least, most, far = (
        _uses_of_density(density, words, topic)
        for density in (options.min_density, options.max_density, options.far_density)
    )
    if words < options.min_words:
        return
    count = len(found)
    values = {"phrase": topic.focus.text, "words": words, "count": count, "least": -int(-least // 1), "most": int(most)}
    if count > max(most, 2):
        at_most = Level.SUGGESTION if count <= far else None
        use = _thickest(found)
        yield Mark(use.block.span(use.start, use.end), values, variant="often", at_most=at_most)
    elif _is_seldom(reading, topic, least - _missing_in_introduction(reading, topic)):
        yield Mark(topic.focus.span, values, at_most=Level.SUGGESTION)


def _uses_of_density(density: float, words: int, topic: Topic) -> float:
    """How many uses make a density (percent) in a text of so many words.

    A long keyphrase weighs more than a short one: each use counts 0.7 plus a third for each content word, as
    yoastseo 3.6 does, by the numbers of uses that it recommends for texts of 300 to 3,000 words and 1 to 5 words.
    """
    return density * words / 100 / (0.7 + len(topic.focus.words) / 3)


def _missing_in_introduction(reading: Reading, topic: Topic) -> bool:
    """Whether the introduction lacks the keyphrase, as another rule says: the use that mends that is on its way."""
    blocks = _introduction(reading, Introduction().min_words)
    return not any(find(block.text, phrase) for block in blocks for phrase in topic.phrases)


def _is_seldom(reading: Reading, topic: Topic, least: float) -> bool:
    count = len(uses(reading))
    return count < least and count + sum(1 for phrase in topic.synonyms for _ in matches(reading, phrase)) < least


def _thickest(found: tuple[Stretch, ...]) -> Stretch:
    """The first use in the block that has most of them."""
    counts = Counter(id(use.block) for use in found)
    return max(found, key=lambda use: counts[id(use.block)])


@dataclass(frozen=True, slots=True)
class Introduction:
    """`min_words`: where the first paragraph is shorter, the next ones are taken with it up to so many words."""

    min_words: int = 15


def keyphrase_in_introduction(reading: Reading, options: Introduction) -> Iterator[Mark]:
    """The first sentence of an introduction that has not all words of the keyphrase, or of a synonym.

    Variant `apart`: it has them, but no sentence has all. Values: `phrase`.
    """
    topic = topic_in_text(reading)
    blocks = _introduction(reading, options.min_words) if topic else []
    if topic is None or not blocks:
        return
    sentences = [sentence for block in blocks for sentence in reading.sentences(block)]
    if not sentences or any(find(one.text, phrase) for one in sentences for phrase in topic.phrases):
        return
    first, text = sentences[0], "\n".join(block.text for block in blocks)
    apart = any(share_of_words(text, phrase) == 1 for phrase in topic.phrases)
    variant, at_most = ("apart", Level.SUGGESTION) if apart else ("", None)
    yield Mark(first.block.span(first.start, first.end), {"phrase": topic.focus.text}, None, variant, at_most)


def _introduction(reading: Reading, min_words: int) -> list[Block]:
    """The first paragraph; a line above it (a date, a greeting) is not all there is to an introduction."""
    found: list[Block] = []
    words = 0
    for block in running_text(reading):
        if is_quotation(block) or block.kind == "caption" or not block.text.strip():
            continue
        found.append(block)
        words += reading.word_count(block)
        if words >= min_words:
            break
    return found


@dataclass(frozen=True, slots=True)
class Distribution:
    """`max_share`: the longest stretch without the topic, in percent of the sentences; for `min_sentences` or more."""

    max_share: int = 50
    min_sentences: int = 15


def keyphrase_distribution(reading: Reading, options: Distribution) -> Iterator[Mark]:
    """The first sentence of the longest stretch in which no sentence or heading reflects the topic.

    A text that uses the keyphrase too seldom is left to `keyphrase-density`. Values: `phrase`, `share` and `limit`
    (percent), `count` (sentences in a row), `sentences`.
    """
    topic = topic_in_text(reading)
    if topic is None:
        return
    sentences = [one for block in reading.draft.prose for one in reading.sentences(block)]
    least = _uses_of_density(Density().min_density, _words(reading), topic)
    if len(sentences) < options.min_sentences or _is_seldom(reading, topic, least):
        return
    runs = [list(run) for on_topic, run in groupby(sentences, lambda one: reflects(one.text, topic)) if not on_topic]
    longest: list[Sentence] = max(runs, key=len, default=[])
    share = 100 * len(longest) / len(sentences)
    if share > options.max_share:
        values = {"phrase": topic.focus.text, "share": round(share), "limit": options.max_share}
        values |= {"count": len(longest), "sentences": len(sentences)}
        yield Mark(longest[0].block.span(longest[0].start, longest[0].end), values)


CHECKS: tuple[Check, ...] = (
    Check("keyphrase-density", keyphrase_density, Density),
    Check("keyphrase-in-introduction", keyphrase_in_introduction, Introduction),
    Check("keyphrase-distribution", keyphrase_distribution, Distribution),
)
