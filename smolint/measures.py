"""The figures of one draft, as `smolint stats` shows them."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Any

from smolint.checks.depth_score import depth_score
from smolint.checks.image import shown_images
from smolint.checks.sentence import running_text, sentence_words
from smolint.language.readability import reading_ease
from smolint.link_kind import link_kind

if TYPE_CHECKING:
    from smolint.draft import Draft
    from smolint.reading import Reading

LONG_SENTENCE = 20
"""A sentence with more words is long (Yoast SEO)."""

_SIGNS = frozenset("/@#_")


def measures(reading: Reading) -> dict[str, Any]:
    """The measures of a draft, ready for JSON: an entry of `drafts` in `stats --output-format json`.

    `words` are all words that readers see in the body but code; sentences are those of running text; shares are 0 to 1.
    `depth` (0 to 100) and `depth_parts` are None where the draft is no blog post, `length` (as the platform counts)
    and `length_limit` where it is one. `reading_ease` is None for a language without a formula.
    """
    draft = reading.draft
    result: dict[str, Any] = {
        "path": draft.source.path,
        "draft": draft.index,
        "platform": draft.platform,
        "language": draft.language,
        "title": draft.title.text if draft.title else None,
        "words": sum(len(reading.words(block)) for block in draft.prose),
    }
    result |= _sentences(reading)
    result |= _parts(draft)
    result |= _links(reading)
    result |= _depth(reading)
    return result | _length(reading)


def _sentences(reading: Reading) -> dict[str, Any]:
    blocks = list(running_text(reading))
    lengths = [sentence_words(reading, sentence) for block in blocks for sentence in reading.sentences(block)]
    lengths = [length for length in lengths if length]
    count = len(lengths)
    return {
        "sentences": count,
        "long_sentence_share": round(sum(length > LONG_SENTENCE for length in lengths) / count, 3) if count else 0.0,
        "mean_sentence_words": round(sum(lengths) / count, 1) if count else 0.0,
        "reading_ease": _reading_ease(reading),
    }


def _reading_ease(reading: Reading) -> float | None:
    """The reading ease of the running text; addresses, hashtags and mentions are nothing that one pronounces."""
    from smolint.language.syllables import syllables

    language = reading.draft.language
    if language not in {"en", "fr"}:
        return None
    counts, sentences = [], 0
    for block in running_text(reading):
        spoken = [(start, end) for start, end in reading.words(block) if not _SIGNS.intersection(block.text[start:end])]
        counts += [syllables(block.text[start:end], language) for start, end in spoken]
        starts = [sentence.start for sentence in reading.sentences(block)]
        sentences += len({bisect_right(starts, start) for start, _ in spoken})
    ease = reading_ease(len(counts), sentences, sum(counts), language)
    return None if ease is None else round(ease, 1)


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
    if reading.platform.kind != "blog":
        return {"depth": None, "depth_parts": None}
    depth = depth_score(reading)
    parts = {
        part.name: {"value": part.value, "points": part.points, "max_points": part.max_points} for part in depth.parts
    }
    return {"depth": depth.score, "depth_parts": parts}


def _length(reading: Reading) -> dict[str, Any]:
    if reading.platform.kind != "social":
        return {"length": None, "length_limit": None}
    limit = reading.fact("max_text")
    return {"length": reading.length, "length_limit": limit.value if limit else None}
