"""What the text alternatives of images say: too much, too little, a file name, “image of”."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import unquote

from smolint.check import Check, Mark, NoOptions
from smolint.checks.image import shown_images
from smolint.dataclass import dataclass
from smolint.finding import Edit, Fix, Level
from smolint.image_limits import Bound
from smolint.late_pattern import late_pattern
from smolint.platform import count_characters

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smolint.draft import Image
    from smolint.reading import Reading
    from smolint.source import Span

_HARD_FACTS = ("alt_text_max_ui", "alt_text_max")
_SOFT_FACTS = ("alt_text_warn", "alt_text_long")


def _described(reading: Reading) -> Iterator[tuple[Image, str, Span]]:
    """The images that have an alternative, the alternative, and its place."""
    for image in shown_images(reading.draft):
        if image.alt and image.alt.strip():
            yield image, image.alt.strip(), image.alt_span or image.span


def _first(reading: Reading, names: tuple[str, ...]) -> Bound | None:
    facts = (reading.fact(name) for name in names)
    return next((Bound(fact.value, fact) for fact in facts if fact and fact.value), None)


@dataclass(frozen=True, slots=True)
class AltLength:
    """`min_characters`: shorter alternatives of a single word say too little; 0: any length will do."""

    min_characters: int = 0


def image_alt_length(reading: Reading, options: AltLength) -> Iterator[Mark]:
    """Each alternative longer than the platform takes, or longer or shorter than serves those who hear it.

    Values: `name`, `characters`, `limit`, `platform`. Variants: `long` (not for charts, screens and quoted text) and
    `short`, suggestions at most.
    """
    hard, soft = _first(reading, _HARD_FACTS), _first(reading, _SOFT_FACTS)
    for image, alt, span in _described(reading):
        count = count_characters(alt)
        values = {"name": _name(image), "characters": count, "platform": reading.platform.label}
        if hard and count > hard.value:
            yield Mark(span, values | {"limit": hard.value}, at_most=hard.at_most)
        elif soft and count > soft.value and not _DRAWN_FACTS.search(alt):
            yield Mark(span, values | {"limit": soft.value}, variant="long", at_most=Level.SUGGESTION)
        elif count < options.min_characters and _says_little(alt) and not _is_file_name(alt, image):
            yield Mark(span, values, variant="short", at_most=Level.SUGGESTION)


# What a chart, a screen or a conversation shows is told in as many words as it takes: nothing else says it.
_DRAWN_FACTS = late_pattern(
    r"\A(?:\S+\s+){0,3}?(?:charts?|graphs?|plots?|info?r?graphics?|diagrams?|grids?|maps?|timelines?|quadrants?|"
    r"screen\s?shots?|graphiques?|infographies?|diagrammes?|schémas?|courbes?|frises?|"
    r"captures?)\b|[“\"«].{80}",
    re.I | re.S,
)

_EMPTY_WORDS = """image img picture pic photo photograph figure fig graphic icon logo screenshot screen chart graph
    diagram map banner header hero cover thumbnail placeholder alt untitled test illustration photographie capture
    schéma schema graphique carte dessin visuel bannière couverture vignette"""
_NUMBERED_WORD = late_pattern(r"[\s_.-]*#?\d*[\s.:]*\Z")
_LONGEST_NUMBERED = 100


def _says_little(alt: str) -> bool:
    """True for the name of a kind of image (`photo`, `Figure 2`): a name or a brand may be all there is to say."""
    return len(alt) <= _LONGEST_NUMBERED and _NUMBERED_WORD.sub("", alt).lower() in _EMPTY_WORDS.split()


def _name(image: Image) -> str:
    return image.target.split("?", 1)[0].rsplit("/", 1)[-1]


_ENDING = late_pattern(r"\S\.(?:jpe?g|png|gif|webp|avif|heic|heif|svg|tiff?|bmp)\Z", re.I)
_CAMERA = late_pattern(
    r"(?:(?:img|dsc[fn]?|pxl|mvimg|gopr|dji|sam|cimg|imag|pano|fb_img|scan|untitled|unnamed|image|photo)"
    r"[ _-]*\d{3}[\w-]*"
    r"|(?:screen[ _-]?shot|whatsapp image|capture(?: d[’']écran)?)[ _-]+(?:from |du )?\d{4}-\d\d-\d\d[\w :.’'-]*"
    r"|\d{6,}[\d_-]*(?:[no]|wa\d+)?|[0-9a-f]{16,}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:\s?\(\d+\))?\Z",
    re.I,
)
"""Names that cameras, telephones and sites give: `IMG_1234`, `Screenshot 2024-05-05 at 10.20.11`, a bare number."""


def _is_file_name(alt: str, image: Image) -> bool:
    name = unquote(_name(image)).lower()
    stem, written = PurePosixPath(name).stem, alt.lower()
    if _CAMERA.match(PurePosixPath(alt).stem if _ENDING.search(alt) else alt):
        return True
    if _ENDING.search(alt) and (" " not in alt or written == name):
        return True
    # One hyphen may join words that belong together; underscores and chains of hyphens belong to files.
    return written == stem and " " not in alt and ("_" in alt or alt.count("-") >= 2)


def image_alt_is_file_name(reading: Reading, _options: NoOptions) -> Iterator[Mark]:
    """Each alternative that is the name of a file, or announces that an image is an image.

    Values: `name`, `alt`; the variant `announces` has the `words` too many, and a fix that takes them out.
    """
    for image, alt, span in _described(reading):
        values = {"name": _name(image), "alt": alt}
        if _is_file_name(alt, image):
            yield Mark(span, values)
            continue
        announced = _announced(alt, reading.draft.language)
        if announced:
            words, rest, safe = announced
            fix = _fix(reading, image, alt, rest, safe)
            yield Mark(span, values | {"words": words}, fix, "announces", Level.SUGGESTION)


_ANNOUNCED_EN = late_pattern(
    r"(?P<words>(?:(?:an?|the)\s+)?(?P<kind>image|picture|pic|photo|photograph)\s+of)\s+"
    r"(?!(?:the\s+)?(?:day|week|month|year|health)\b)(?=\S)",
    re.I,
)
_ANNOUNCED_FR = late_pattern(
    r"(?P<words>(?:(?:une?|la|l[’'])\s*)?(?P<kind>image|photo|photographie)\s+)"
    r"(?P<link>d[’'](?=une?\b)|du\s+|des\s+|d[eu]\s+(?=(?:la|l[’']|nos|notre|nos|mon|ma|mes|son|sa|ses|leurs?|ce|cet"
    r"|cette|ces|deux|trois|quatre|plusieurs)\b|l[’']))(?=\S)",
    re.I,
)
_ARTICLES = {"du": "le", "des": "les"}
"""French prepositions that hold an article, and that article: « photo du four », « le four »."""


def _announced(alt: str, language: str) -> tuple[str, str, bool] | None:
    """The words that announce an image, the alternative without them, and whether nothing else is lost.

    “Photo” may tell a photo from a drawing, so that taking it out is for the author to judge.
    """
    found = (_ANNOUNCED_FR if language == "fr" else _ANNOUNCED_EN).match(alt)
    if not found:
        return None
    rest = alt[found.end() :]
    link = found.groupdict().get("link") or ""
    article = _ARTICLES.get(link.strip().lower())
    if article:
        rest = f"{article} {rest}"
    if alt[0].isupper():
        rest = rest[0].upper() + rest[1:]
    return found["words"].strip(), rest, found["kind"].lower() in ("image", "picture", "pic")


def _fix(reading: Reading, image: Image, alt: str, rest: str, safe: bool) -> Fix | None:
    """An edit of the alternative, where it stands in the source as it is read."""
    written = reading.draft.source[image.alt_span] if image.alt_span else ""
    if image.alt_span is None or written.strip() != alt:
        return None
    return Fix(f"“{rest}”", (Edit(image.alt_span, written.replace(alt, rest)),), safe)


CHECKS: tuple[Check, ...] = (
    Check("image-alt-length", image_alt_length, AltLength),
    Check("image-alt-is-file-name", image_alt_is_file_name),
)
