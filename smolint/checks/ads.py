"""Advertisements and affiliate links in a blog post, and how much room they take of it."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import zip_longest
from typing import TYPE_CHECKING

from smolint.check import Check, Mark
from smolint.checks.code_spans import code_spans
from smolint.checks.depth import is_post, post_words
from smolint.dataclass import dataclass
from smolint.finding import Level
from smolint.late_pattern import late_pattern
from smolint.link_kind import host_of
from smolint.named_tuple import NamedTuple
from smolint.source import Cover, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smolint.draft import Draft, Link
    from smolint.reading import Reading

_NETWORKS = (
    r"googlesyndication\.com|doubleclick\.net|amazon-adsystem\.com|adnxs\.com|taboola\.com|outbrain\.com|criteo\.(?:com|net)|"
    r"media\.net|mediavine\.com|adthrive\.com|ezoic\.(?:com|net)|teads\.tv|smartadserver\.com|ligatus\.com|"
    r"propellerads\.com|adskeeper\.com|mgid\.com|revcontent\.com|carbonads\.(?:com|net)|buysellads\.com|effiliation\.com|"
    r"awin1\.com|tradedoubler\.com|linksynergy\.com|shareasale\.com|viglink\.com|skimresources\.com"
)
_UNIT = late_pattern(
    rf"""
    (?:<ins\b[^<>]*\badsbygoogle\b | <amp-(?:auto-)?ads?\b
    | <iframe\b[^<>]*\bsrc\s*=\s*["']?(?:https?:)?//[^"'\s<>/]{{0,80}}(?:{_NETWORKS})[^<>]*
    | <(?:div|aside|section|span|a)\b[^<>]*\b(?:id|class)\s*=\s*["'](?:[^"'<>]*\s)?
      (?:ads?|ad-?(?:slot|unit|box|banner|container|wrapper|block|space|zone)|google-?ads?|adsense|adsbox|div-gpt-ad
      |advert(?:isement|ising|s)?|publicit[eé]s?|encart-pub|bloc-pub|taboola-\w|outbrain|ob-widget)
      (?:[-_\s\d][^"'<>]*)?["'][^<>]*
    | <(?:Ad|Ads|AdUnit|AdSlot|AdBanner|AdSense|GoogleAd|Adsense|Advert|CarbonAds?)\b[^<>]*
    | <!--\s*wp:(?:advads/|ad-inserter|jetpack/wordads|quads/|adsense|adrotate/|advanced-ads|aawp/|wp-quads)[^>]*
    | <!--\s*(?:ads?\d*|google[ _-]?ads?|adsense|(?:rnd|cus)ads\d*|insert[ _-]ad
      |ad[ _-](?:break|here|slot|unit|block|inserter)[^>]{{0,30}}
      |advert(?:isement)?|pub|publicit[eé]|encart[ ]pub(?:licitaire)?)\s*--
    | \[(?:ads?|the_ad|the_ad_group|the_ad_placement|adrotate|adinserter|adsense|google_?ads?|wp_ad_camp_\d+|quads|wpads
      |bsa_pro_ad_space|pro_ad_display_adzone|aawp|amazon|amazon_link|wordads|pub|publicit[eé])
      (?:[ ][\w-]+=[^\]\n]{{0,200}})?/?\](?![(\[:])
    | \{{%-?\s*(?:include(?:_cached)?\s+["']?(?:[\w./-]*/)?
      (?:ads?|adsense|google[-_]?ads?|advert|publicite)(?![a-z])
      |(?:ads?|adsense|googlead|advert)\b)[^%]{{0,120}}%\}}
    | \{{\{{[<%]\s*(?:ads?|adsense|google-?ads?|advert\w*|pub|publicite)\b[^>%]{{0,120}}[>%]\}}\}}
    )(?:(?<![\]}}>])[^<>]*>)?
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""One advertisement of the text: a unit of a network, a frame, a box of that class, a shortcode, a block, a comment."""

_LOADER = late_pattern(
    rf"<script\b[^<>]*\bsrc\s*=\s*[\"']?(?:https?:)?//[^\"'\s<>/]{{0,80}}(?:{_NETWORKS})[^<>]*>?", re.IGNORECASE
)
"""A network's script: with units it only serves them; without one, it places an advertisement itself."""

_AFFILIATE_HOSTS = late_pattern(
    r"(?:.+\.)?(?:amzn\.to|amzlink\.to|awin1\.com|zenaps\.com|tidd\.ly|prf\.hn|linksynergy\.com|track\.effiliation\.com|"
    r"clk(?:[a-z]{2})?\.tradedoubler\.com|pdt\.tradedoubler\.com|go\.skimresources\.com|go\.redirectingat\.com|"
    r"shareasale\.com|shrsl\.com|anrdoezrs\.net|dpbolvw\.net|jdoqocy\.com|kqzyfj\.com|tkqlhce\.com|qksrv\.net|emjcd\.com|"
    r"rstyle\.me|shopstyle\.it|geni\.us|viglink\.com|hop\.clickbank\.net|action\.metaffiliation\.com|"
    r"tracking\.publicidees\.com|tracking\.kwanko\.com|lb\.affilae\.com|track\.webgains\.com|pntrac?s?\.com|avantlink\.com|"
    r"sjv\.io|pxf\.io|ojrq\.net|flexlinks\.com|howl\.me|shop-links\.co|fave\.co|s\.click\.aliexpress\.com)"
)
"""Hosts that only count clicks for partners; the networks' own sites, of which one may write, are others."""

_AFFILIATE_ADDRESS = late_pattern(
    r"^(?:https?:)?//(?:[\w-]+\.)*amazon\.[a-z.]{2,6}/[^#]*[?&]tag=[\w-]+-2\d\b"
    r"|[?&](?:aff|affid|aff_?id|affiliate|affiliate_?id|aff_?code|afftrack|tduid|irclickid|awc|a_aid|campid)=[\w-]+"
    r"|/(?:aff|affiliates?)/[\w-]+|//[^/]+/ref/\d+/?$",
    re.IGNORECASE,
)
_WRAPPER = late_pattern(r"<(?:div|aside|section|span|!--)(?!-*\s*wp:)", re.IGNORECASE)
_BETWEEN = late_pattern(
    r"(?>\s|>|<(?!/(?:div|aside|section|span)|script\b)[^<>]*>|<script\b.*?</script>)*+", re.DOTALL | re.IGNORECASE
)
_SPONSORED = late_pattern(r"\brel\s*=\s*[\"']?[^\"'>]{0,500}\bsponsored\b", re.IGNORECASE)


class Ads(NamedTuple):
    """The advertisements and the affiliate links of a draft, as source spans in order of place."""

    units: tuple[Span, ...]
    affiliate: tuple[Span, ...]


@lru_cache(maxsize=4)
def ads(reading: Reading) -> Ads:
    """The advertisements and the affiliate links of a draft; what stands in code is none."""
    links = (link for link in reading.draft.content.links if link.kind != "field" and is_affiliate(reading.draft, link))
    return Ads(tuple(_units(reading.draft)), tuple(link.span for link in links))


def is_affiliate(draft: Draft, link: Link) -> bool:
    """Whether a link earns a commission: a network's address, a partner's mark in it, or `rel="sponsored"`."""
    if _AFFILIATE_ADDRESS.search(link.url) or _AFFILIATE_HOSTS.fullmatch(host_of(link.url)):
        return True
    return link.nofollow and _SPONSORED.search(draft.source[link.span]) is not None


def _units(draft: Draft) -> list[Span]:
    text, (start, end) = draft.source.text, draft.body_span
    for pattern in (_UNIT, _LOADER):
        found = [Span(*match.span()) for match in pattern.finditer(text, start, end)]
        if found:
            code = Cover(code_spans(draft))
            shown = [one for one in found if not code.holds(one.start)]
            if shown:
                return [one for one, after in zip_longest(shown, shown[1:]) if not _wraps(text, one, after)]
    return []


def _wraps(text: str, one: Span, after: Span | None) -> bool:
    """Whether a box or a comment only announces the advertisement that comes next: both are one."""
    if after is None or not _WRAPPER.match(text, one.start) or text.startswith("<!--", after.start):
        return False
    return _BETWEEN.fullmatch(text, one.end, after.start) is not None


@dataclass(frozen=True, slots=True)
class AdsHeavy:
    """What a post may hold for each 100 words: `max_ads` advertisements, `max_affiliate` affiliate links.

    Less than `min_ads` advertisements and `min_affiliate` affiliate links are never too many. The default for
    advertisements is worked out from the Coalition for Better Ads, who call a page for mobiles too dense when ads take
    more than 30 % of its height: the 250 pixels of an ad are about 75 words there, hence one ad for 175 words.
    """

    max_ads: float = 0.57
    max_affiliate: float = 2.0
    min_ads: int = 2
    min_affiliate: int = 5


def ads_heavy(reading: Reading, options: AdsHeavy) -> Iterator[Mark]:
    """The first advertisement or affiliate link over what the post's words can carry; an ad above its first words.

    Values: `count`, `words`, `density` (per 100 words, one decimal), `limit`. Variants: `affiliate`, `above`.
    """
    if reading.draft.page or not is_post(reading):
        return
    found = ads(reading)
    if not found.units and len(found.affiliate) < options.min_affiliate:
        return
    words = post_words(reading)
    if not words:
        return
    for spans, limit, least, variant in (
        (found.units, options.max_ads, options.min_ads, ""),
        (found.affiliate, options.max_affiliate, options.min_affiliate, "affiliate"),
    ):
        surplus = _first_surplus(spans, limit, least, words)
        if surplus:
            values = {"count": len(spans), "words": words, "density": _per_hundred(len(spans), words), "limit": limit}
            yield Mark(surplus, values, variant=variant)
    above = _above(reading.draft, found.units)
    if above:
        yield Mark(above, variant="above", at_most=Level.SUGGESTION)


def _first_surplus(spans: tuple[Span, ...], limit: float, least: int, words: int) -> Span | None:
    """The first place over the limit; None where there are not too many."""
    carried = max(least - 1, int(limit * words / 100))
    return spans[carried] if len(spans) > carried else None


def _per_hundred(count: int, words: int) -> float:
    return round(100 * count / words, 1)


def _above(draft: Draft, units: tuple[Span, ...]) -> Span | None:
    """The first advertisement, where no paragraph stands before it."""
    if not units:
        return None
    starts = (block.span().start for block in draft.prose if block.kind != "heading" and block.text.strip())
    covered = Cover(units)
    first = next((start for start in starts if not covered.holds(start)), None)
    return units[0] if first is not None and units[0].start < first else None


CHECKS: tuple[Check, ...] = (Check("ads-heavy", ads_heavy, AdsHeavy),)
