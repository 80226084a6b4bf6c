"""The figures of one draft, as `smolint stats` shows them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from smolint.checks.depth_score import depth_score
from smolint.checks.image import shown_images
from smolint.checks.passive import passive_sentences
from smolint.checks.quotation import is_quotation
from smolint.checks.readability import ease_of
from smolint.checks.same_start import same_starts
from smolint.checks.section import sections
from smolint.checks.sentence import counted_text, sentence_words
from smolint.checks.transition import transition_sentences
from smolint.language.phrases import LANGUAGES
from smolint.link_kind import link_kind

if TYPE_CHECKING:
    from smolint.checks.depth_parts import Part
    from smolint.draft import Draft
    from smolint.reading import Reading

LONG_SENTENCE = 20
"""A sentence with more words is long (Yoast SEO)."""

LONG_PARAGRAPH = 150
"""A paragraph with more words is long (Yoast SEO)."""


def measures(reading: Reading) -> dict[str, Any]:
    """The measures of a draft, ready for JSON: an entry of `drafts` in `stats --output-format json`.

    Counted are the blocks that Yoast SEO counts: headings, paragraphs, items, cells and captions; code is left out.
    `words` are all that readers see (in French « l’arbre » is one), `quoted_words` those of them in quotations. All
    figures on sentences, paragraphs and sections leave quotations out. A heading or an item is a sentence.

    - `long_sentence_share`: sentences of more than 20 words, 0 to 1; `mean_sentence_words`: words;
    - `passive_share`, `transition_share`: sentences in the passive, and with a transition word, 0 to 1;
    - `same_starts`: how often three sentences or more in a row begin with the same word;
    - `reading_ease`: Flesch or Kandel–Moles, not clipped; None for a language without a formula;
    - `longest_paragraph_words`: words of the longest block that is no heading; `long_paragraphs`: how many exceed 150;
    - `sections`: texts between two headings; `longest_section_words`: words of the longest, without its heading;
    - `depth` (0 to 100), `depth_parts`: None where the draft is no blog post, or neither in French nor in English; each
      part has its `value`, `points` of `max_points` (below 0 and 0 for a deduction), and in both languages its `label`
      (what the value counts) and `advice` (what raises the points);
    - `length` (as the platform counts), `length_limit`: None where it is one.
    """
    draft = reading.draft
    result: dict[str, Any] = {
        "path": draft.source.path,
        "draft": draft.index,
        "platform": draft.platform,
        "language": draft.language,
        "title": draft.title.text if draft.title else None,
        "words": sum(reading.word_count(block) for block in draft.prose),
        "quoted_words": sum(reading.word_count(block) for block in draft.prose if is_quotation(block)),
    }
    result |= _sentences(reading)
    result |= _structure(reading)
    result |= _parts(draft)
    result |= _links(reading)
    result |= _depth(reading)
    return result | _length(reading)


def _sentences(reading: Reading) -> dict[str, Any]:
    blocks = counted_text(reading)
    lengths = [sentence_words(reading, sentence) for block in blocks for sentence in reading.sentences(block)]
    lengths = [length for length in lengths if length]
    count = len(lengths)
    ease = ease_of(reading)
    return {
        "sentences": count,
        "long_sentence_share": round(sum(length > LONG_SENTENCE for length in lengths) / count, 3) if count else 0.0,
        "mean_sentence_words": round(sum(lengths) / count, 1) if count else 0.0,
        "reading_ease": round(ease.score, 1) if ease else None,
        "passive_share": round(passive_sentences(reading).share, 3),
        "transition_share": round(transition_sentences(reading).share, 3),
        "same_starts": len(same_starts(reading)),
    }


def _structure(reading: Reading) -> dict[str, Any]:
    """How the text is cut for the eye: paragraphs and sections."""
    lengths = [reading.word_count(block) for block in counted_text(reading) if block.kind != "heading"]
    found = sections(reading)
    return {
        "longest_paragraph_words": max(lengths, default=0),
        "long_paragraphs": sum(length > LONG_PARAGRAPH for length in lengths),
        "sections": len(found),
        "longest_section_words": max((section.words for section in found), default=0),
    }


def _parts(draft: Draft) -> dict[str, Any]:
    kinds = [block.kind for block in draft.blocks]
    images = shown_images(draft)
    return {
        "paragraphs": kinds.count("paragraph"),
        "headings": kinds.count("heading"),
        "images": len(images),
        "images_without_alt": sum(image.alt is None for image in images),
    }


def _links(reading: Reading) -> dict[str, Any]:
    kinds = [link_kind(link.url, reading.site) for link in reading.draft.content.links]
    social = reading.platform.kind == "social"
    return {
        "internal_links": kinds.count("internal"),
        "outbound_links": kinds.count("outbound"),
        "hashtags": len(reading.hashtags) if social else 0,
        "mentions": len(reading.mentions) if social else 0,
    }


def _depth(reading: Reading) -> dict[str, Any]:
    if reading.platform.kind != "blog" or reading.draft.language not in LANGUAGES:
        return {"depth": None, "depth_parts": None}
    depth = depth_score(reading)
    return {"depth": depth.score, "depth_parts": {part.name: _part(part) for part in depth.parts}}


def _part(part: Part) -> dict[str, Any]:
    return {
        "value": part.value,
        "points": part.points,
        "max_points": part.max_points,
        "label": dict(part.label),
        "advice": dict(part.advice),
    }


def _length(reading: Reading) -> dict[str, Any]:
    if reading.platform.kind != "social":
        return {"length": None, "length_limit": None}
    limit = reading.fact("max_text")
    return {"length": reading.length, "length_limit": limit.value if limit else None}
