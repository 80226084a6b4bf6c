"""What a post declares for search engines, whatever its generator calls it: title, description, slug, keyphrase.

The names are those of the front matter of Jekyll, Hugo, Eleventy, Astro and Decap sites, and those that the WordPress
parsers give to the values of Yoast SEO and Rank Math. Each function returns the `Field` with its place, or None.
"""

from __future__ import annotations

from smolint.type_checking import TYPE_CHECKING

if TYPE_CHECKING:
    from smolint.draft import Draft, Field

_TITLE = ("seo-title", "seo_title", "seoTitle", "meta_title", "metaTitle", "title_tag", "og_title", "title")
_DESCRIPTION = (
    "description", "seo-description", "seo_description", "seoDescription", "meta_description", "metaDescription",
    "meta-description", "summary",
)  # fmt: skip
_SLUG = ("slug", "permalink", "path", "url")
_KEYPHRASE = (
    "keyphrase", "focus_keyphrase", "focus-keyphrase", "focusKeyphrase", "focus_keyword", "focus-keyword",
    "focusKeyword", "focuskw",
)  # fmt: skip
_CORNERSTONE = ("cornerstone", "pillar", "_yoast_wpseo_is_cornerstone", "rank_math_pillar_content")
_TRUE = frozenset({"1", "true", "on", "yes", "oui"})


def search_title(draft: Draft) -> Field | None:
    """The title that result pages show: the one made for them, else the post's own."""
    return _text_field(draft, _TITLE)


def search_description(draft: Draft) -> Field | None:
    """The meta description."""
    return _text_field(draft, _DESCRIPTION)


def slug_field(draft: Draft) -> Field | None:
    """The field that sets the post's address: a slug, or a whole path whose last part is one."""
    return _text_field(draft, _SLUG)


def keyphrase_field(draft: Draft) -> Field | None:
    """The focus keyphrase that the post declares. Rank Math keeps several, comma-separated: the first is the focus."""
    return _text_field(draft, _KEYPHRASE)


def is_cornerstone(draft: Draft) -> bool:
    """Whether the post says that it is one of the site's cornerstones (Rank Math: pillars)."""
    field = draft.field(*_CORNERSTONE)
    return field is not None and (field.value is True or str(field.value).lower() in _TRUE)


def _text_field(draft: Draft, names: tuple[str, ...]) -> Field | None:
    found = dict(draft.fields)
    fields = (found[name] for name in names if name in found)
    return next((field for field in fields if isinstance(field.value, str) and field.value.strip()), None)
