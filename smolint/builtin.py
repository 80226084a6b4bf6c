"""The built-in plugin: registers smolint's own parsers, checks, rules and reporters through the same hooks as all."""

from __future__ import annotations

from smolint.check import LateCheck
from smolint.hookspecs import hookimpl
from smolint.type_checking import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path, PurePath

    from smolint.draft import Field
    from smolint.parsers.parser import Parser
    from smolint.reporters.reporter import Reporter


_CHECKS = {
    "ads": ("ads-heavy",),
    "capitalization": ("capitalization",),
    "capitals": ("all-caps",),
    "comments": ("comments-closed",),
    "conditional": ("conditional",),
    "confidential": ("confidential-marker",),
    "consistency": ("consistency",),
    "depth": ("depth-too-short",),
    "emoji": ("emoji-overuse",),
    "engagement": ("closing-question",),
    "event": ("event-without-link",),
    "existence": ("existence",),
    "fancy_letters": ("fancy-letters",),
    "featured_image": ("seo-featured-image",),
    "field_limits": ("field-over-limit", "tags-over-limit"),
    "film": ("chapters", "link-below-fold", "refused-character"),
    "fold": ("past-fold", "post-too-short"),
    "french_spacing": ("french-spacing",),
    "hashtag": ("hashtag-missing", "hashtag-too-many", "not-a-hashtag"),
    "hashtag_limits": ("hashtag-over-limit", "hashtag-repeated", "follow-friday"),
    "hashtag_words": ("hashtag-one-case",),
    "headings": ("seo-several-h1", "seo-heading-order"),
    "image": ("image-missing", "image-unreadable", "image-alt-missing"),
    "image_alt": ("image-alt-length", "image-alt-is-file-name"),
    "image_privacy": ("image-location-leak",),
    "image_set": ("image-too-many", "image-mixed-aspect", "image-used-twice"),
    "image_size": ("image-format", "image-too-small", "image-too-large", "image-too-heavy", "image-aspect"),
    "keyphrase_fields": ("keyphrase-in-title", "keyphrase-in-description", "keyphrase-in-slug"),
    "keyphrase_parts": ("keyphrase-in-subheadings", "keyphrase-in-alt", "competing-link"),
    "keyphrase_text": ("keyphrase-density", "keyphrase-in-introduction", "keyphrase-distribution"),
    "keyphrase_words": ("keyphrase-length", "keyphrase-function-words", "keyphrase-reused"),
    "length": ("post-length",),
    "link": ("link-missing",),
    "link_anchor": ("link-broken-anchor",),
    "link_count": ("link-no-internal", "link-no-outbound"),
    "link_limit": ("link-too-many",),
    "link_local": ("link-broken-local",),
    "link_target": ("link-insecure", "link-not-clickable"),
    "link_text": ("link-vague-text", "link-empty"),
    "link_tracking": ("link-tracking-junk", "link-untracked"),
    "mention": ("leading-mention", "invalid-mention", "too-many-mentions"),
    "metric": ("metric",),
    "near_duplicate": ("near-duplicate",),
    "nofollow": ("link-all-nofollow",),
    "occurrence": ("occurrence",),
    "open_graph": ("seo-open-graph",),
    "padded": ("depth-padded",),
    "paragraph": ("paragraph-too-long",),
    "passive": ("passive", "passive-share"),
    "personal": ("personal-data",),
    "placeholder": ("placeholder-text",),
    "platform_state": ("platform-closed", "internal-leak"),
    "private_link": ("private-link",),
    "problem": ("reported-by-parser",),
    "readability": ("hard-to-read",),
    "readability_grade": ("readability",),
    "repeated": ("repeated-word", "repeated-punctuation"),
    "repeated_tokens": ("repetition",),
    "same_start": ("same-start",),
    "secret": ("secret",),
    "section": ("section-too-long",),
    "sentence": ("sentence-too-long", "sentence-long-share"),
    "seo_description": ("seo-description-missing", "seo-description-length"),
    "seo_slug": ("seo-slug",),
    "seo_title": ("seo-title-missing", "seo-title-width"),
    "sequence": ("sequence",),
    "shorteners": ("link-shortened", "link-dead-shortener"),
    "sources": ("no-sources",),
    "spelling": ("spelling",),
    "stuffed": ("depth-stuffed",),
    "substitution": ("substitution",),
    "talks_at": ("talks-at-reader",),
    "thin_content": ("depth-thin-content",),
    "title_shouts": ("seo-title-shouts",),
    "transition": ("transition-share",),
    "typography": ("ellipsis", "dashes", "straight-quotes"),
    "unknown_word": ("unknown-word",),
    "video": ("video-not-native", "video-limits"),
}
"""The checks that modules of `smolint.checks` define, by module; the other modules serve them."""


@hookimpl
def smolint_checks() -> Sequence[LateCheck]:
    """The checks of `smolint.checks`, each to be imported when a rule first needs it."""
    return [LateCheck(name, f"smolint.checks.{module}") for module, names in _CHECKS.items() for name in names]


@hookimpl
def smolint_rule_packs() -> Sequence[Path]:
    """The rules that ship with smolint."""
    from smolint.packs import builtin_pack

    return [builtin_pack()]


@hookimpl
def smolint_parsers() -> Sequence[Parser]:
    """The parsers of `smolint.parsers`."""
    from smolint.parsers.builtin import builtin_parsers

    return builtin_parsers()


@hookimpl
def smolint_reporters() -> Sequence[Reporter]:
    """The output formats of `smolint.reporters`."""
    from smolint.reporters.builtin import builtin_reporters

    return builtin_reporters()


@hookimpl(trylast=True)
def smolint_detect_platform(path: PurePath, fields: Mapping[str, Field]) -> Sequence[str] | None:  # noqa: ARG001
    """The platforms that a `media:` list of target accounts names (`linkedin-ourteam`), a convention of galaxy-social.

    In `.tweet` files `media:` lists images instead: those items are maps, or file names.
    """
    media = fields.get("media")
    accounts = media.value if media and isinstance(media.value, list) else []
    if not accounts or not all(isinstance(account, str) and "." not in account for account in accounts):
        return None
    return list(dict.fromkeys(account.partition("-")[0].lower() for account in accounts))
