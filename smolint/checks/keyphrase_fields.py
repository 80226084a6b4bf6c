"""The keyphrase in what a result page shows of a post: title, description, address."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote

from smolint.check import Check, Mark, NoOptions
from smolint.checks.keyphrase import Keyphrase, content_stems, find, share_of_words, topic_in_text
from smolint.checks.search_fields import search_description, search_title, slug_field
from smolint.finding import Level
from smolint.language.stems import stem, without_accents

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smolint.draft import Draft
    from smolint.reading import Reading
    from smolint.source import Span

_TEMPLATE = re.compile(r"[{}%:*<>\[\]$]")
_DATED = re.compile(r"\d{4}-\d\d-\d\d-(?P<slug>.+)")
_WORD = re.compile(r"[^\W_]+")
_FEW_WORDS = 2


class _Title(NamedTuple):
    text: str
    span: Span


def keyphrase_in_title(reading: Reading, _options: NoOptions) -> Iterator[Mark]:
    """The title without all words of the keyphrase, with its words apart (variant `apart`) or late (`late`).

    What stands before an exact keyphrase may be function words. Values: `phrase`, `title`.
    """
    topic = topic_in_text(reading)
    title = _title(reading.draft) if topic else None
    if topic is None or title is None:
        return
    values = {"phrase": topic.focus.text, "title": title.text}
    found = find(title.text, topic.focus)
    if not found:
        yield Mark(title.span, values)
        return
    start, end = min(found, key=lambda place: (place[1] - place[0], place))
    if _has_other_words(title.text[start:end], topic.focus):
        yield Mark(title.span, values, None, "apart", Level.SUGGESTION)
    elif content_stems(title.text[:start], topic.focus.language):
        yield Mark(title.span, values, None, "late", Level.SUGGESTION)


def _title(draft: Draft) -> _Title | None:
    """The title for search engines, else the post's own, else a heading of the first level."""
    field = search_title(draft)
    if field:
        return _Title(field.value, field.span)
    heading = draft.title or next(
        (block for block in draft.prose if block.kind == "heading" and block.level == 1), None
    )
    return _Title(heading.text, heading.span()) if heading and heading.text.strip() else None


def _has_other_words(text: str, keyphrase: Keyphrase) -> bool:
    """Whether content words stand between those of the keyphrase, or these in another order."""
    between = [stem(word, keyphrase.language) for word in _WORD.findall(text)]
    wanted = [one for one in between if one in keyphrase.stems]
    strangers = content_stems(text, keyphrase.language) - set(keyphrase.stems)
    return not keyphrase.exact and (bool(strangers) or tuple(dict.fromkeys(wanted)) != keyphrase.stems)


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
    """Slugs have no accents, whose loss changes the endings that stems are made by: a second try is without them."""
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


CHECKS: tuple[Check, ...] = (
    Check("keyphrase-in-title", keyphrase_in_title),
    Check("keyphrase-in-description", keyphrase_in_description, Description),
    Check("keyphrase-in-slug", keyphrase_in_slug),
)
