"""The keyphrase in the parts of a text that stand out: subheadings, images, links."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smolint.check import Check, Mark, NoOptions
from smolint.checks.image import shown_images
from smolint.checks.keyphrase import content_stems, find, reflects, topic_in_text
from smolint.dataclass import dataclass
from smolint.language.stems import without_accents
from smolint.link_kind import host_of, link_kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smolint.checks.keyphrase import Topic
    from smolint.draft import Image, Link
    from smolint.reading import Reading
    from smolint.source import Span

_SUBHEADINGS = (2, 3)


@dataclass(frozen=True, slots=True)
class Subheadings:
    """`min_share` and `max_share` (percent) of subheadings that reflect the topic; the latter from `min_many` on."""

    min_share: int = 30
    max_share: int = 75
    min_many: int = 4


def keyphrase_in_subheadings(reading: Reading, options: Subheadings) -> Iterator[Mark]:
    """The first subheading (level 2 or 3) off the topic where too few are on it, the first on it where too many are.

    Half of the words put a subheading on the topic; for too many (variant `many`) all words have to be there. With
    none at all the variant is `none`.
    Values: `phrase`, `count` (on the topic), `headings`, `limit` (percent).
    """
    topic = topic_in_text(reading)
    headings = [block for block in reading.draft.prose if block.kind == "heading" and block.level in _SUBHEADINGS]
    if topic is None or not headings:
        return
    close = [block for block in headings if reflects(block.text, topic)]
    full = [block for block in headings if reflects(block.text, topic, 1.0)]
    values = {"phrase": topic.focus.text, "headings": len(headings)}
    if len(close) * 100 < options.min_share * len(headings):
        away = next(block for block in headings if block not in close)
        yield Mark(
            away.span(), values | {"count": len(close), "limit": options.min_share}, variant="" if close else "none"
        )
    elif len(headings) >= options.min_many and len(full) * 100 > options.max_share * len(headings):
        yield Mark(full[0].span(), values | {"count": len(full), "limit": options.max_share}, variant="many")


@dataclass(frozen=True, slots=True)
class Alternatives:
    """`min_share` and `max_share` (percent) of alternatives on the topic, from `min_images` on; below, one will do."""

    min_share: int = 30
    max_share: int = 75
    min_images: int = 5


def keyphrase_in_alt(reading: Reading, options: Alternatives) -> Iterator[Mark]:
    """The first alternative off the topic where none or too few are on it; where too many are, the first of these.

    Images without an alternative are not counted: what they lack is another rule's matter.
    Values: `phrase`, `count` (on the topic), `images`, `limit` (percent); variants `few`, `many`.
    """
    topic = topic_in_text(reading)
    images = [image for image in shown_images(reading.draft) if image.alt and image.alt.strip()] if topic else []
    if topic is None or not images:
        return
    close = [image for image in images if reflects(image.alt or "", topic)]
    away = [image for image in images if image not in close]
    values = {"phrase": topic.focus.text, "count": len(close), "images": len(images)}
    if not close:
        yield Mark(_place(away[0]), values | {"limit": options.min_share})
    elif len(images) >= options.min_images and len(close) * 100 < options.min_share * len(images):
        yield Mark(_place(away[0]), values | {"limit": options.min_share}, variant="few")
    elif len(images) >= options.min_images and len(close) * 100 > options.max_share * len(images):
        yield Mark(_place(close[0]), values | {"limit": options.max_share}, variant="many")


def _place(image: Image) -> Span:
    return image.alt_span or image.span


def competing_link(reading: Reading, _options: NoOptions) -> Iterator[Mark]:
    """The first link to each other page whose text is the keyphrase or a synonym and nothing more.

    Values: `phrase`, `text`. The site that bears the name (« Ember », emberjs.com) and an account (@ember) are what the
    words mean, and no rivals.
    """
    topic = topic_in_text(reading)
    seen: set[str] = set()
    for link in reading.draft.content.links if topic else ():
        if topic and link.url not in seen and _is_page(link, reading.site) and _says(link.text, topic):
            seen.add(link.url)
            if "".join(without_accents(word.casefold()) for word in topic.focus.words) not in _bare_host(link.url):
                yield Mark(link.span, {"phrase": topic.focus.text, "text": link.text})


def _is_page(link: Link, site: str) -> bool:
    return link.kind in ("inline", "reference") and link_kind(link.url, site) != "other"


def _says(text: str, topic: Topic) -> bool:
    if text.startswith("@"):
        return False
    said = set(content_stems(text, topic.focus.language))
    return any(said == set(phrase.stems) and find(text, phrase) for phrase in topic.phrases)


def _bare_host(url: str) -> str:
    return host_of(url).replace("-", "").replace(".", "")


CHECKS: tuple[Check, ...] = (
    Check("keyphrase-in-subheadings", keyphrase_in_subheadings, Subheadings),
    Check("keyphrase-in-alt", keyphrase_in_alt, Alternatives),
    Check("competing-link", competing_link),
)
