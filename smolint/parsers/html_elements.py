"""What each HTML element means for its text: which ones begin a block, are never seen, or hold code."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from smolint.draft import BlockKind

HEADINGS = {f"h{level}": level for level in range(1, 7)}

KINDS: dict[str, BlockKind] = {
    "p": "paragraph",
    "li": "item",
    "td": "cell",
    "th": "cell",
    "dt": "term",
    "dd": "paragraph",
    "summary": "term",
    "legend": "caption",
    "figcaption": "caption",
    "caption": "caption",
    "pre": "code",
    "listing": "code",
}

STRUCTURES = {
    "ul": "list",
    "ol": "list",
    "menu": "list",
    "blockquote": "quote",
    "table": "table",
    "figure": "figure",
}

_OTHER_BLOCKS = """
html body main article section nav aside header footer div address dl hr form fieldset details dialog center tr thead
tbody tfoot colgroup head noscript template hgroup search video audio iframe object canvas svg
"""
BLOCKS = frozenset([*HEADINGS, *KINDS, *STRUCTURES, *_OTHER_BLOCKS.split()])
"""Elements that end the text before them and stand on their own lines."""

_NEVER_SEEN = """
head script style template noscript nav select datalist textarea button title svg math canvas object audio video
iframe noembed noframes xmp map dialog
"""
NEVER_SEEN = frozenset(_NEVER_SEEN.split())
"""Elements whose text is no part of what the author wrote for reading."""

BESIDE = frozenset(["header", "footer", "aside"])
"""Elements that belong to the site, not to the text, when they stand outside of a page's main part."""

CODE = frozenset(["code", "kbd", "samp", "tt", "var", "pre", "listing"])

# An open element of the values is ended by the start of the key, up to the nearest barrier (HTML, "implied end tags").
IMPLIED_ENDS: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    "li": (frozenset(["li"]), frozenset(["ul", "ol", "menu"])),
    "dt": (frozenset(["dt", "dd"]), frozenset(["dl"])),
    "dd": (frozenset(["dt", "dd"]), frozenset(["dl"])),
    "td": (frozenset(["td", "th"]), frozenset(["table", "tr"])),
    "th": (frozenset(["td", "th"]), frozenset(["table", "tr"])),
    "tr": (frozenset(["tr"]), frozenset(["table"])),
    "option": (frozenset(["option"]), frozenset(["select"])),
}
