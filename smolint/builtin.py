"""The built-in plugin: registers smolint's own parsers, checks, rules and reporters through the same hooks as all."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from smolint.hookspecs import hookimpl

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path, PurePath

    from smolint.check import Check
    from smolint.draft import Field
    from smolint.parsers.parser import Parser
    from smolint.reporters.reporter import Reporter


_CHECKS = (
    "ads",
    "capitalization",
    "capitals",
    "comments",
    "conditional",
    "confidential",
    "consistency",
    "depth",
    "emoji",
    "engagement",
    "event",
    "existence",
    "fancy_letters",
    "featured_image",
    "field_limits",
    "film",
    "fold",
    "french_spacing",
    "hashtag",
    "hashtag_limits",
    "hashtag_words",
    "headings",
    "image",
    "image_alt",
    "image_privacy",
    "image_set",
    "image_size",
    "keyphrase_fields",
    "keyphrase_parts",
    "keyphrase_text",
    "keyphrase_words",
    "length",
    "link",
    "link_anchor",
    "link_count",
    "link_local",
    "link_target",
    "link_text",
    "link_tracking",
    "mention",
    "metric",
    "near_duplicate",
    "nofollow",
    "occurrence",
    "open_graph",
    "padded",
    "paragraph",
    "passive",
    "personal",
    "placeholder",
    "platform_state",
    "private_link",
    "problem",
    "readability",
    "readability_grade",
    "repeated",
    "repeated_tokens",
    "same_start",
    "secret",
    "section",
    "sentence",
    "seo_description",
    "seo_slug",
    "seo_title",
    "sequence",
    "shorteners",
    "sources",
    "spelling",
    "stuffed",
    "substitution",
    "talks_at",
    "thin_content",
    "title_shouts",
    "transition",
    "typography",
    "unknown_word",
    "video",
)
"""The modules of `smolint.checks` that register checks; the others serve them."""


@hookimpl
def smolint_checks() -> Sequence[Check]:
    """The checks of `smolint.checks`."""
    modules = (import_module(f"smolint.checks.{name}") for name in _CHECKS)
    return [check for module in modules for check in module.CHECKS]


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
