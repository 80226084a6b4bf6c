"""The parts of the depth score that give points: what a post with something to say usually has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smolint.checks.ads import ads
from smolint.checks.image import shown_images
from smolint.checks.own_prose import is_boilerplate, own_prose
from smolint.checks.placeholder import placeholders
from smolint.checks.quotation import is_quotation
from smolint.dataclass import dataclass, field
from smolint.late_pattern import late_pattern
from smolint.link_kind import host_of, link_kind
from smolint.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from smolint.checks.cohesion import Variety
    from smolint.draft import Block
    from smolint.reading import Reading

FULL_LENGTH = 600
"""Words of own prose (quoted ones count half) that earn all points for length: twice Yoast's least length of a post."""

FULL_SPECIFICS = 5.0
"""Figures, names, quotations and code per 100 words that earn all points."""

FULL_SOURCES = 3
WORDS_PER_LANDMARK = 250
MOST_LINKED, MOST_COMMERCIAL = 25.0, 3.0
"""Percent of words in links or boilerplate, and ads and affiliate links per 100 words, that cost all points."""

_POOR_VARIETY, _FULL_VARIETY = 0.5, 0.7
_FREE_LINKED = 8.0
_AUTHOR = ("author", "authors", "by", "byline", "auteur", "auteurs", "creator", "dc:creator", "article:author")
_DATE = (
    "date", "pubDate", "publishDate", "published", "published_at", "publishedAt", "pubdate", "createdAt",
    "wp:post_date", "article:published_time",
)  # fmt: skip
_DATED_NAME = late_pattern(r"(?:^|[/\\])\d{4}-\d\d-\d\d")
_FIGURE = late_pattern(r"\d+(?:[.,:/\u00a0\u202f-]\d+)*")
# The capital comes first, and what must stand or not stand before it after: so the search skips from one to the next.
_NAME = late_pattern(r"[A-ZÀ-ÖØ-Þ](?<=[ '’].)(?<![.!?…:;«»“”\"(\[–—•\n-]..)(?<!^..)[\w’'-]+(?: [A-ZÀ-ÖØ-Þ][\w’'-]+)*")
_QUOTATION = late_pattern(r"“[^”]{3,300}”|«[^»]{3,300}»|\"[^\"\n]{3,300}\"")


class Words(NamedTuple):
    """The length of a draft's own prose and of what it quotes, in words, with the blocks of the former."""

    own: int
    quoted: int
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the score: what was measured (`value`), and the points that it gives out of `max_points`.

    A deduction has `max_points` 0 and points of 0 or less. `label` names the value, `advice` says what raises
    the score; both by language.
    """

    name: str
    value: float
    points: int
    max_points: int
    label: Mapping[str, str]
    advice: Mapping[str, str] = field(default_factory=dict)


def count_words(reading: Reading) -> Words:
    """The words that the author wrote, and those quoted."""
    blocks = tuple(own_prose(reading))
    quoted = sum(reading.fine_word_count(block) for block in reading.draft.prose if is_quotation(block))
    return Words(sum(reading.fine_word_count(block) for block in blocks), quoted, blocks)


def scaled(share: float, maximum: int) -> int:
    """A share of 0 to 1, clipped, of so many points, rounded."""
    return round(maximum * min(1.0, max(0.0, share)))


def length(words: Words) -> Part:
    """25 points at 600 words of own prose, fewer in proportion."""
    count = words.own + words.quoted // 2
    label = {"en": "words of your own", "fr": "mots de votre plume"}
    advice = {"en": "tell more of what you know", "fr": "racontez davantage ce que vous savez"}
    return Part("length", count, scaled(count / FULL_LENGTH, 25), 25, label, advice)


def specifics(reading: Reading, words: Words) -> Part:
    """25 points at five figures, names, quotations or pieces of code per 100 words."""
    code = sum(3 for block in reading.draft.blocks if block.kind == "code")
    quotes = sum(2 for block in reading.draft.prose if is_quotation(block))
    count = code + quotes + _specifics_of(words.blocks)
    density = 100 * count / max(words.own, 100)
    label = {
        "en": "figures, names and quotations per 100 words",
        "fr": "chiffres, noms et citations pour 100 mots",
    }
    advice = {
        "en": "name people, places, dates and amounts, and quote someone",
        "fr": "nommez des gens, des lieux, des dates, des montants, et citez quelqu’un",
    }
    return Part("specifics", round(density, 1), scaled(density / FULL_SPECIFICS, 25), 25, label, advice)


def _specifics_of(blocks: tuple[Block, ...]) -> int:
    texts = [block.prose for block in blocks]
    joined = "\n".join(texts)
    quoting = [text for text in texts if "“" in text or "«" in text or '"' in text]
    quotations = sum(len(_QUOTATION.findall(text)) for text in quoting)
    code = sum(len(block.code) for block in blocks)
    return len(_FIGURE.findall(joined)) + len(_NAME.findall(joined)) + quotations + code


def sources(reading: Reading) -> Part:
    """15 points for links to three other sites; a quarter of that for a link to a page of one's own."""
    kinds = {url: link_kind(url, reading.site) for url in {link.url for link in reading.draft.content.links}}
    hosts = {host_of(url) for url, kind in kinds.items() if kind == "outbound"}
    internal = "internal" in kinds.values()
    share = len(hosts) / FULL_SOURCES if hosts else 0.25 * internal
    label = {"en": "other sites that you link to", "fr": "autres sites cités en lien"}
    advice = {"en": "link to where you have it from", "fr": "mettez un lien vers ce qui vous a servi"}
    return Part("sources", len(hosts), scaled(share, 15), 15, label, advice)


def structure(reading: Reading, words: Words) -> Part:
    """10 points for a heading, a list, a table, a quotation or an image every 250 words."""
    landmarks = len(list(_landmarks(reading)))
    label = {"en": "headings, lists, tables and images", "fr": "intertitres, listes, tableaux et images"}
    advice = {
        "en": "give each part a heading, and show what can be shown",
        "fr": "donnez un intertitre à chaque partie, et montrez ce qui peut l’être",
    }
    points = scaled(landmarks * WORDS_PER_LANDMARK / max(words.own, 1), 10)
    return Part("structure", landmarks, points, 10, label, advice)


def _landmarks(reading: Reading) -> Iterator[str]:
    before = ""
    for block in reading.draft.blocks:
        kind = "table" if block.kind == "cell" else block.kind
        if kind in {"heading", "code", "quote"} or (kind in {"item", "table"} and kind != before):
            yield kind
        before = kind
    for image in reading.draft.content.images:
        yield image.kind
    for embed in reading.draft.content.embeds:
        if embed.kind in {"video", "audio", "frame", "shortcode"}:
            yield embed.kind


def vocabulary(found: Variety | None) -> Part:
    """10 points where 70 of 100 topic words are different ones (moving-average type–token ratio), none at 50."""
    distinct = found.distinct if found else 0.0
    label = {"en": "different words in 100 that carry meaning", "fr": "mots différents sur 100 qui portent le sens"}
    advice = {"en": "say other things, not the same again", "fr": "dites autre chose plutôt que la même chose"}
    points = scaled((distinct - _POOR_VARIETY) / (_FULL_VARIETY - _POOR_VARIETY), 10)
    return Part("variety", round(100 * distinct), points, 10, label, advice)


def clutter(reading: Reading, words: Words) -> Part:
    """8 points for a text free of boilerplate, ads, affiliate links and strings of links."""
    linked = sum(len(link.text.split()) for link in reading.draft.content.links if link.kind != "field")
    stock = sum(reading.fine_word_count(block) for block in reading.draft.prose if is_boilerplate(reading, block))
    total = max(words.own + words.quoted + stock, 1)
    commercial = ads(reading)
    bought = 100 * (len(commercial.units) + len(commercial.affiliate)) / total
    share = 100 * (linked + stock) / total
    lost = max(0.0, share - _FREE_LINKED) / (MOST_LINKED - _FREE_LINKED) + bought / MOST_COMMERCIAL
    label = {"en": "% of the words are links or boilerplate", "fr": "% des mots sont des liens ou du texte tout fait"}
    advice = {
        "en": "take out ads, affiliate links and stock phrases",
        "fr": "retirez des publicités, des liens affiliés et des formules toutes faites",
    }
    return Part("clutter", round(share), scaled(1 - lost, 8), 8, label, advice)


def care(reading: Reading) -> Part:
    """7 points for signs of care: title, author and date (1 each), alt texts (2), nothing left to fill in (2)."""
    draft = reading.draft
    images = shown_images(draft)
    described = all(image.alt is not None for image in images)
    finished = not placeholders(reading)
    dated = draft.field(*_DATE) is not None or _DATED_NAME.search(draft.source.path) is not None
    signs = (draft.title is not None) + (draft.field(*_AUTHOR) is not None) + dated
    points = signs + 2 * described + 2 * finished if draft.content.blocks else 0
    label = {
        "en": "of 7 signs of care (title, author, date, alt texts, nothing left to fill in)",
        "fr": "signes de soin sur 7 (titre, auteur, date, textes alternatifs, rien à compléter)",
    }
    advice = {
        "en": "give title, author, date and alt texts, and fill in what is missing",
        "fr": "indiquez titre, auteur, date et textes alternatifs, et complétez ce qui manque",
    }
    return Part("care", points, points, 7, label, advice)
