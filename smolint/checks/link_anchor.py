"""Links to a place of the same page that is not there."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from typing import TYPE_CHECKING
from urllib.parse import unquote

from smolint.check import Check, Mark, NoOptions
from smolint.late_pattern import late_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smolint.draft import Block, Draft
    from smolint.reading import Reading
    from smolint.source import Span

_OWN_ID = late_pattern(
    r"""(?<![\w-])(?:id|name|anchor|slug)\s*[=:]\s*(?:\{?["'`]([^"'`{}<>]+)|([^\s"'<>{}]+))|"""  # HTML, MDX, shortcodes
    r"""\{[^{}\n]{0,99}?\#([^\s{}#]{1,99})[^{}\n]{0,99}\}|"""  # kramdown, Pandoc, Hugo: {#id}, {: .class #id}
    r"""^\[\^?([^\]\n]+)\]:""",  # footnotes, whose anchors renderers name after them
    re.MULTILINE | re.VERBOSE,
)
_GIVEN = late_pattern(
    r"(?:top|content|main|main-content|comments?|respond|reply|primary|sidebar|header|footer|toc|table-of-contents)$"
    r"|(?:comment|more|page)-?\d|(?:user-content-)?fn(?:ref)?[-:_\d]|_?(?:ftn|edn|ref|note|footnote|cite)(?:ref)?[-:_]?\d"
    r"|[:/!~]|.*(?:=|:~:)",
    re.IGNORECASE,
)
"""Names that themes, footnotes and scripts make: nothing in the draft tells whether they are there."""

_MAKERS = frozenset({"template", "shortcode", "frame"})
_EMOJI_CODE = late_pattern(r":[\w+-]+:")
_AMPERSAND = late_pattern(r"(?<!\s)\s*&\s*")


def link_broken_anchor(reading: Reading, _options: NoOptions) -> Iterator[Mark]:
    """The address of each `#place` link whose place is nowhere in the draft, whichever way headings are named.

    Drafts in which templates or shortcodes may add text of their own stay silent. Values: `anchor`.
    """
    draft = reading.draft
    wanted = [link for link in draft.content.links if link.url.startswith("#") and len(link.url) > 1]
    wanted = [link for link in wanted if link.kind != "field" and not _GIVEN.match(link.url[1:])]
    if not wanted or any(embed.kind in _MAKERS for embed in draft.content.embeds):
        return
    missing = {link.url_span: link for link in wanted if "{" not in draft.source[link.url_span]}
    by_name: dict[str, list[Span]] = {}
    for span, link in missing.items():
        for name in _names_of(link.url[1:]):
            by_name.setdefault(name, []).append(span)
    places = _places(draft)
    # In most texts the first headings are all that is asked for.
    while missing and (place := next(places, None)) is not None:
        for span in by_name.pop(place, ()):
            missing.pop(span, None)
    for span, link in missing.items():
        yield Mark(span, {"anchor": unquote(link.url[1:])})


def _names_of(anchor: str) -> set[str]:
    plain = unquote(anchor)
    return {letters(plain), letters(plain.removeprefix("user-content-")), letters(plain.removeprefix("h-"))}


def letters(text: str) -> str:
    """Only the letters and digits of a text, in lower case and without accents: what all names of a heading share."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(filter(str.isalnum, decomposed))


def _places(draft: Draft) -> Iterator[str]:
    headings = [text for block in draft.blocks if block.kind in ("heading", "term") for text in _texts(block)]
    headings += [draft.title.text] if draft.title else []
    counts: Counter[str] = Counter()
    for heading in headings:
        for name in _slugs(heading):
            counts[name] += 1
            yield name
            # The second heading of a name gets a number: `start-1` on GitHub, `start-2` elsewhere.
            if counts[name] > 1:
                yield f"{name}{counts[name] - 1}"
                yield f"{name}{counts[name]}"
    for match in _OWN_ID.finditer(draft.source.text):
        yield letters(unquote(next(group for group in match.groups() if group is not None)))


def _texts(block: Block) -> Iterator[str]:
    yield block.text
    if block.code:
        # Older renderers take the tags into the name: `code-npm-code`.
        parts, done = [], 0
        for start, end in block.code:
            parts += [block.text[done:start], "code", block.text[start:end], "code"]
            done = end
        yield "".join([*parts, block.text[done:]])


def _slugs(heading: str) -> set[str]:
    """The letters of a heading in every way that renderers make a name of it."""
    texts = {heading, _EMOJI_CODE.sub("", heading)}
    if "&" in heading:
        texts |= {_AMPERSAND.sub(word, heading) for word in (" and ", " et ", " amp ")}
    found = set()
    for text in texts:
        found |= {letters(text), letters(text.replace("œ", "oe").replace("Œ", "oe").replace("æ", "ae"))}
        # kramdown drops what is not ASCII, and like Pandoc all that comes before the first letter.
        found.add(letters(text.encode("ascii", "ignore").decode()))
    return {name for each in found for name in (each, each.lstrip("0123456789")) if name}


CHECKS: tuple[Check, ...] = (Check("link-broken-anchor", link_broken_anchor),)
