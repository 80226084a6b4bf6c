"""The keyphrase in what a result page shows of a post: title, description, address."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import TYPE_CHECKING
from urllib.parse import unquote

from smolint.check import Check, Mark, NoOptions
from smolint.checks.keyphrase import Keyphrase, content_stems, find, share_of_words, topic_in_text
from smolint.checks.search_fields import search_description, search_title, slug_field
from smolint.dataclass import dataclass
from smolint.finding import Level
from smolint.language.stems import stem, without_accents
from smolint.late_pattern import late_pattern
from smolint.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smolint.draft import Draft
    from smolint.reading import Reading
    from smolint.source import Span

_TEMPLATE = late_pattern(r"[{}%:*<>\[\]$]")
_DATED = late_pattern(r"\d{4}-\d\d-\d\d-(?P<slug>.+)")
_WORD = late_pattern(r"[^\W_]+")
_FEW_WORDS = 2


class _Title(NamedTuple):
    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Title:
    """`words_before`: how many content words may stand before the keyphrase."""

    words_before: int = 2


def keyphrase_in_title(reading: Reading, options: Title) -> Iterator[Mark]:
    """The title without all words of the keyphrase, with its words apart (variant `apart`) or late (`late`).

    Values: `phrase`, `title`.
    """
    topic = topic_in_text(reading)
    title = _title(reading.draft) if topic else None
    if topic is None or title is None:
        return
    values = {"phrase": topic.focus.text, "title": title.text}
    before = _words_before(title.text, topic.focus)
    if not find(title.text, topic.focus):
        yield Mark(title.span, values)
    elif before is None:
        yield Mark(title.span, values, None, "apart", Level.SUGGESTION)
    elif before > options.words_before:
        yield Mark(title.span, values, None, "late", Level.SUGGESTION)


def _words_before(title: str, keyphrase: Keyphrase) -> int | None:
    """How many content words stand before the keyphrase in one piece; None where it is in pieces, or not there."""
    words = content_stems(title, keyphrase.language)
    if keyphrase.exact:
        found = find(title, keyphrase)
        return len(content_stems(title[: found[0][0]], keyphrase.language)) if found else None
    wanted = tuple(stem(word, keyphrase.language) for word in keyphrase.words)
    places = range(len(words) - len(wanted) + 1)
    return next((place for place in places if words[place : place + len(wanted)] == wanted), None)


def _title(draft: Draft) -> _Title | None:
    """The title for search engines, else the post's own, else a heading of the first level."""
    field = search_title(draft)
    if field:
        return _Title(field.value, field.span)
    heading = draft.title or next(
        (block for block in draft.prose if block.kind == "heading" and block.level == 1), None
    )
    return _Title(heading.text, heading.span()) if heading and heading.text.strip() else None


@dataclass(frozen=True, slots=True)
class Description:
    """`max_uses`: how often a description may use the keyphrase."""

    max_uses: int = 2


def keyphrase_in_description(reading: Reading, options: Description) -> Iterator[Mark]:
    """The description that does not use the keyphrase or a synonym, or too often (variant `often`).

    Values: `phrase`, `count`, `limit`.
    """
    topic = topic_in_text(reading)
    field = search_description(reading.draft) if topic else None
    if topic is None or field is None:
        return
    count = len(find(field.value, topic.focus))
    values = {"phrase": topic.focus.text, "count": count, "limit": options.max_uses}
    if count > options.max_uses:
        yield Mark(field.span, values, variant="often")
    elif not any(find(field.value, phrase) for phrase in topic.phrases):
        yield Mark(field.span, values)


def keyphrase_in_slug(reading: Reading, _options: NoOptions) -> Iterator[Mark]:
    """The slug that lacks a word of a keyphrase of one or two, or half of the words of a longer one.

    Where a dated file name is the slug (Jekyll), the finding stands at the keyphrase (variant `file`).
    Values: `phrase`, `slug`.
    """
    topic = topic_in_text(reading)
    if topic is None:
        return
    field = slug_field(reading.draft)
    slug = _last_part(field.value) if field else _slug_of_path(reading.draft.source.path)
    if not slug or _share_in_slug(slug, topic.focus) > (0.5 if len(topic.focus.stems) > _FEW_WORDS else 0.99):
        return
    values = {"phrase": topic.focus.text, "slug": slug}
    yield Mark(field.span if field else topic.focus.span, values, variant="" if field else "file")


def _last_part(address: str) -> str:
    """The slug in an address or path; `""` where a pattern (`/:year/:title/`) or the root of a site leaves none."""
    path = unquote(re.sub(r"\Ahttps?://[^/]*", "", address)).split("?")[0].split("#")[0]
    part = path.rstrip("/").rpartition("/")[2]
    return "" if _TEMPLATE.search(part) else part


def _slug_of_path(path: str) -> str:
    match = _DATED.fullmatch(PurePath(path).name.partition(".")[0])
    return match["slug"] if match else ""


def _share_in_slug(slug: str, keyphrase: Keyphrase) -> float:
    """How much of a keyphrase is in a slug (0 to 1), whether it keeps words apart or not (`preprocessors`).

    Slugs have no accents, whose loss changes the endings that stems are made by: a second try is without them.
    """
    if _joined("".join(keyphrase.words)) in _joined(slug):
        return 1.0
    words = " ".join(_WORD.findall(slug))
    plain = {stem(word, keyphrase.language) for word in _WORD.findall(without_accents(slug.casefold()))}
    found = [
        word
        for word in keyphrase.words
        if plain.intersection(
            {stem(word, keyphrase.language), stem(without_accents(word.casefold()), keyphrase.language)}
        )
    ]
    return max(share_of_words(words, keyphrase), len(found) / len(keyphrase.words))


def _joined(text: str) -> str:
    return "".join(_WORD.findall(without_accents(text.casefold())))


CHECKS: tuple[Check, ...] = (
    Check("keyphrase-in-title", keyphrase_in_title, Title),
    Check("keyphrase-in-description", keyphrase_in_description, Description),
    Check("keyphrase-in-slug", keyphrase_in_slug),
)
