"""Text as a terminal shows it: clusters, their width in cells, safe stand-ins for invisible characters."""

from __future__ import annotations

import unicodedata

from smolint.late_pattern import late_pattern
from smolint.named_tuple import NamedTuple
from smolint.type_checking import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

TAB_STOP = 4
_JOINER = "\u200d"
_EMOJI_STYLE = "\ufe0f"
# Bidirectional controls reorder what follows them, the others cannot be seen: a writer needs to be shown both.
_NAMED = {"Cf", "Cs", "Zl", "Zp"}
_UNUSUAL = late_pattern("[^ -~\xa0-\xac\xae-\u02ff\u2010-\u2027\u202f-\u205e\u20a0-\u20bf\u2190-\u21ff]")
"""What may take no cell, two of them or more, or be shown as something else; nearly all texts are without."""


class Cluster(NamedTuple):
    """What a reader takes for one character: its range in the text, what is shown for it, its width in cells."""

    start: int
    end: int
    shown: str
    cells: int


def clusters(text: str) -> list[Cluster]:
    """A line of text cut into clusters, with tabs spread and control characters made visible.

    Widths follow Unicode Standard Annex 11 (wide and fullwidth: 2 cells) and, for emoji sequences, what
    terminals that know them do: a joined sequence, a flag or a character in emoji style takes 2 cells.
    """
    found: list[Cluster] = []
    column = start = 0
    while start < len(text):
        end = _cluster_end(text, start)
        shown, cells = _shown(text[start:end], column)
        found.append(Cluster(start, end, shown, cells))
        column += cells
        start = end
    return found


class Row(NamedTuple):
    """The clusters of a line: where in the text each starts, what is shown for it, its width in cells."""

    starts: Sequence[int]
    shown: Sequence[str]
    cells: Sequence[int]


def row(text: str) -> Row:
    """The clusters of a line of text, as `clusters` cuts it."""
    if not _UNUSUAL.search(text):
        return Row(range(len(text)), text, b"\1" * len(text))
    found = clusters(text)
    return Row([one.start for one in found], [one.shown for one in found], [one.cells for one in found])


def width(text: str) -> int:
    """The cells that a text takes on one line of a terminal."""
    return sum(cluster.cells for cluster in clusters(text)) if _UNUSUAL.search(text) else len(text)


def visible(text: str) -> str:
    """The text on one line and safe to print: control and invisible characters become visible ones."""
    if not _UNUSUAL.search(text):
        return text
    return "".join(cluster.shown for cluster in clusters(" ".join(text.splitlines())))


def wrap(text: str, columns: int, first: str = "", rest: str = "") -> list[str]:
    """The text on lines of at most so many cells, broken at ordinary spaces only, so never at a no-break space.

    `first` begins the first line and `rest` all others. A word longer than a line stays whole.
    """
    lines = []
    line, used, empty = first, width(first), True
    for word in visible(text).split(" "):
        size = width(word)
        if not empty and used + 1 + size > columns:
            lines.append(line)
            line, used, empty = rest, width(rest), True
        line += word if empty else " " + word
        used += size if empty else size + 1
        empty = False
    return [*lines, line]


def _cluster_end(text: str, start: int) -> int:
    end = start + 1
    if _is_flag_letter(text[start]) and end < len(text) and _is_flag_letter(text[end]):
        end += 1
    while end < len(text) and (_extends(text[end]) or _toned(text, start, end) or _joined(text, start, end)):
        end += 1
    return end


def _toned(text: str, start: int, end: int) -> bool:
    """Whether the character at `end` gives a skin tone to the picture that began at `start`."""
    return "\U0001f3fb" <= text[end] <= "\U0001f3ff" and _is_picture(text[start])


def _joined(text: str, start: int, end: int) -> bool:
    """Whether the character at `end` is the second half of an emoji sequence that began at `start`."""
    return end - start > 1 and text[end - 1] == _JOINER and _is_picture(text[start]) and _is_picture(text[end])


def _extends(char: str) -> bool:
    if char.isascii():
        return False
    tag = "\U000e0020" <= char <= "\U000e007f"
    jamo = "\u1160" <= char <= "\u11ff"
    return tag or jamo or char == _JOINER or unicodedata.category(char) in ("Mn", "Me")


def _is_flag_letter(char: str) -> bool:
    return "\U0001f1e6" <= char <= "\U0001f1ff"


def _is_picture(char: str) -> bool:
    return unicodedata.category(char) in ("So", "Cn", "Sk") or _is_wide(char)


def _is_wide(char: str) -> bool:
    if unicodedata.east_asian_width(char) in "WF":
        return True
    # Emoji younger than this Python's tables are unassigned there; the blocks of pictures are wide throughout.
    return "\U0001f300" <= char <= "\U0001faff" and unicodedata.category(char) == "Cn"


def _shown(cluster: str, column: int) -> tuple[str, int]:
    """What is printed for a cluster that begins in that column (cells from 0), and its width."""
    first = cluster[0]
    if len(cluster) == 1 and first.isascii() and first.isprintable():
        return cluster, 1
    if first == "\t":
        cells = TAB_STOP - column % TAB_STOP
        return " " * cells + cluster[1:], cells
    if unicodedata.category(first) in ("Cc", *_NAMED):
        stand_in = _stand_in(first)
        return stand_in + cluster[1:].replace(_JOINER, ""), len(stand_in)
    if unicodedata.category(first) in ("Mn", "Me"):
        return "\u25cc" + cluster, 1
    flag = len(cluster) > 1 and _is_flag_letter(first)
    wide = flag or _is_wide(first) or (_EMOJI_STYLE in cluster and not first.isascii())
    return (cluster if _is_picture(first) else cluster.replace(_JOINER, "")), 2 if wide else 1


def _stand_in(char: str) -> str:
    code = ord(char)
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else f"‹{code:04X}›"
