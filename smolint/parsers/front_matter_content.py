"""What front matter says about the text: title, language, images, links."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smolint.draft import Content, Image, Link
from smolint.parsers.front_matter import field_block

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smolint.draft import Block, Field
    from smolint.parsers.front_matter import FrontMatter

_FEATURED = """
image hero heroImage hero_image cover cover_image coverImage featuredImage featured_image featureImage
feature_image header_image headerImage image_header thumbnail preview og_image ogImage social_image
share_image shareImage images
"""
FEATURED_KEYS = tuple(_FEATURED.split())
"""The names under which site generators and publishing tools keep a post's lead image."""

_TARGETS = ("url", "src", "path", "file", "image", "href")
_ALTS = ("alt", "alt_text", "altText", "description")
_CAPTIONS = ("caption", "figcaption", "credit")


def title_block(text: str, front: FrontMatter) -> Block | None:
    """The `title` of the front matter as a heading of level 1, None when there is none."""
    field = _last(front, "title") or _last(front, "post_title")
    return field_block(text, field, "heading", 1) if field else None


def declared_language(front: FrontMatter) -> str:
    """The primary language subtag, lower-case, of `lang`, `language` or `locale`; `""` when none is declared."""
    for name in ("lang", "language", "locale"):
        field = _last(front, name)
        if field and isinstance(field.value, str) and field.value.strip():
            return field.value.strip().replace("_", "-").split("-")[0].lower()
    return ""


def front_matter_content(front: FrontMatter, *, role: str = "featured") -> Content:
    """The images and links that front matter names. `role` is the images' (`featured`, or `attached` on social)."""
    if not front.fields:
        return Content()
    named = dict(front.fields).keys()
    images = [
        image
        for name in FEATURED_KEYS
        if name in named
        for field in _all(front, name)
        for image in _images(front, name, field, role)
    ]
    for field in _all(front, "media"):
        images += _media(field, role)
    links = [link for name in ("link", "links") for field in _all(front, name) for link in _links(field)]
    return Content(
        links=tuple(sorted(links, key=lambda link: link.span)),
        images=tuple(sorted(images, key=lambda image: image.span)),
    )


def _all(front: FrontMatter, name: str) -> list[Field]:
    return [field for key, field in front.fields if key == name]


def _last(front: FrontMatter, name: str) -> Field | None:
    found = _all(front, name)
    return found[-1] if found else None


def _images(front: FrontMatter, name: str, field: Field, role: str) -> Iterator[Image]:
    if isinstance(field.value, str):
        if field.value.strip():
            yield _image(field, _sibling(front, _alt_names(name)), _sibling(front, _caption_names(name)), role)
    elif isinstance(field.value, dict):
        yield from _mapped(field, role)
    elif isinstance(field.value, list):
        for _, item in field.children:
            if isinstance(item.value, str) and item.value.strip():
                yield _image(item, None, None, role)
            elif isinstance(item.value, dict):
                yield from _mapped(item, role)


def _media(field: Field, role: str) -> Iterator[Image]:
    """The images of a `media:` list of mappings; a list of plain strings names accounts to post to."""
    for _, item in field.children:
        if isinstance(item.value, dict):
            yield from _mapped(item, role)


def _mapped(field: Field, role: str) -> Iterator[Image]:
    target = _text_child(field, _TARGETS)
    if target is not None:
        yield _image(target, _text_child(field, _ALTS, empty=True), _text_child(field, _CAPTIONS), role)


def _image(target: Field, alt: Field | None, caption: Field | None, role: str) -> Image:
    return Image(
        target=str(target.value).strip(),
        alt=alt.value or "" if alt else None,
        span=target.span,
        target_span=target.span,
        alt_span=alt.span if alt else None,
        kind="front-matter",
        role=role,
        caption=str(caption.value) if caption else "",
    )


def _text_child(field: Field, names: tuple[str, ...], *, empty: bool = False) -> Field | None:
    for name in names:
        child = field.get(name)
        if child and isinstance(child.value, str) and (empty or child.value.strip()):
            return child
    return None


def _alt_names(name: str) -> tuple[str, ...]:
    return (f"{name}_alt", f"{name}Alt", f"{name}_alt_text", f"{name}AltText", f"{name}-alt", "image_alt", "imageAlt")


def _caption_names(name: str) -> tuple[str, ...]:
    return (f"{name}_caption", f"{name}Caption", f"{name}_figcaption", f"{name}Cap")


def _sibling(front: FrontMatter, names: tuple[str, ...]) -> Field | None:
    for sibling in names:
        field = _last(front, sibling)
        if field is not None and isinstance(field.value, str):
            return field
    return None


def _links(field: Field) -> Iterator[Link]:
    for place in (field, *(child for _, child in field.children)):
        target = _text_child(place, ("url", "href", "link")) if isinstance(place.value, dict) else place
        if target and isinstance(target.value, str) and target.value.startswith(("http://", "https://")):
            yield Link("", target.value.strip(), target.span, target.span, "field")
