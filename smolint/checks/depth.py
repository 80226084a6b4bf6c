"""What is a blog post, and posts that are too short: a proxy for how much they offer, never a search engine's rule."""

from __future__ import annotations

import os
from functools import lru_cache
from typing import TYPE_CHECKING

from smolint.check import Check, Mark
from smolint.checks.genre import is_bulletin, is_news
from smolint.checks.opening import opening
from smolint.checks.own_prose import is_boilerplate
from smolint.dataclass import dataclass
from smolint.finding import Level
from smolint.late_pattern import late_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smolint.draft import Draft
    from smolint.reading import Reading

_PLAYERS = frozenset({"audio", "video", "frame"})
_PLAYER_FIELDS = (
    "soundcloudTrackId", "youtube", "video", "audio", "podcast", "enclosure", "enclosure_url", "mp3", "mp3_length",
    "episode",
)  # fmt: skip
_REDIRECTS = ("redirect_to", "redirect", "redirectTo", "redirect-to", "external_url", "link")
_NOT_POSTS = frozenset(
    {
        "redirect",
        "page",
        "home",
        "index",
        "category",
        "archive",
        "archives",
        "tag",
        "list",
        "gallery",
        "contact",
        "section",
    }
)
_FILTERED_FILM = late_pattern(r"\{\{ *[\"']https?://[^{}\n]{1,300}\| *(?:embed|video|oembed|player)\b")
"""A player that a template makes of an address (`{{ "https://…" | embed }}`)."""
_ARTICLE_WORDS = 300
"""With as many words, a post that shows a film is read, not only watched."""
_CODE_LINES = 10
_PHOTOS = 4


@lru_cache(maxsize=4)
def is_post(reading: Reading) -> bool:
    """False for what is no article: a redirect, a list or index page, an episode, a film with few words beside it."""
    draft = reading.draft
    if is_standing_page(draft) or (draft.page and not _is_article(draft)):
        return False
    # An export's own `link` is the post's address, not a place it sends its readers to.
    redirects = _REDIRECTS if draft.format != "wxr" else ()
    if draft.format == "unreadable" or draft.field(*redirects) or is_episode(draft):
        return False
    players = any(embed.kind in _PLAYERS for embed in draft.content.embeds)
    if not players and _FILTERED_FILM.search(draft.source.text, *draft.body_span) is None:
        return True
    return post_words(reading) >= _ARTICLE_WORDS


def is_episode(draft: Draft) -> bool:
    """Whether a draft's fields say that it comes with a film or a recording, which is what people come for."""
    return draft.field(*_PLAYER_FIELDS) is not None


def is_standing_page(draft: Draft) -> bool:
    """Whether a draft is a page of a site rather than a post: below a folder `pages/`, or of such a layout."""
    kind = draft.field("layout", "type", "template", "post-type")
    layout = str(kind.value).lower().removesuffix(".html") if kind else ""
    return layout in _NOT_POSTS or _is_below_pages(draft.source.path)


@lru_cache(maxsize=4)
def _is_below_pages(path: str) -> bool:
    return "pages" in path.replace(os.sep, "/").split("/")[:-1]


def _is_article(draft: Draft) -> bool:
    """Whether a web page says of itself that it is an article, as blog themes do (Open Graph)."""
    kind = draft.field("og:type")
    return draft.field("article:published_time") is not None or (kind is not None and kind.value == "article")


@lru_cache(maxsize=4)
def post_words(reading: Reading) -> int:
    """The words that a reader finds in a post: all text but headings, lists of links and boilerplate."""
    return sum(
        reading.word_count(block)
        for block in reading.draft.prose
        if block.kind != "heading" and "link-list" not in block.within and not is_boilerplate(reading, block)
    )


@dataclass(frozen=True, slots=True)
class TooShort:
    """`min_words`: the least length of a post.

    Down to `close_words` the finding is a suggestion at most.
    """

    min_words: int = 300
    close_words: int = 250


def depth_too_short(reading: Reading, options: TooShort) -> Iterator[Mark]:
    """The title of a post with fewer than `min_words` words of text. Values: `words`, `limit`, `missing`.

    Release notes and security notices say what they have to; a post that only announces is a suggestion at most.
    """
    if not is_post(reading) or is_bulletin(reading.draft) or _shows_more_than_text(reading):
        return
    limit = options.min_words
    words = post_words(reading)
    place = opening(reading)
    if 0 < words < limit and place:
        mild = words >= min(options.close_words, limit) or is_news(reading.draft)
        at_most = Level.SUGGESTION if mild else None
        yield Mark(place, {"words": words, "limit": limit, "missing": limit - words}, at_most=at_most)


def _shows_more_than_text(reading: Reading) -> bool:
    """True for a gallery or a listing of code: their content is not counted in words."""
    code_lines = sum(block.text.count("\n") + 1 for block in reading.draft.blocks if block.kind == "code")
    return code_lines >= _CODE_LINES or len(reading.draft.content.images) >= _PHOTOS


CHECKS: tuple[Check, ...] = (Check("depth-too-short", depth_too_short, TooShort),)
