"""Aligned columns, titles and wrapped paragraphs for the commands that show facts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smolint.reporters.cells import visible, width, wrap
from smolint.reporters.style import paint

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from smolint.cli.options import Invocation

_GAP = 2
_LEAST_LAST = 20


def title(text: str, run: Invocation) -> str:
    """A heading."""
    return paint(visible(text), "strong", color=run.color)


def paragraph(text: str, run: Invocation, indent: str = "  ") -> list[str]:
    """A text wrapped at the width, each of its own lines apart."""
    return [line for part in text.strip().split("\n") for line in wrap(part, run.width, indent, indent)]


def labelled(label: str, text: str, run: Invocation) -> list[str]:
    """A text wrapped behind its label, with a hanging indent."""
    hanging = "  " + " " * (width(label) + 1)
    first, *rest = wrap(text, run.width, hanging, hanging)
    return ["  " + paint(label, "label", color=run.color) + first[len(hanging) - 1 :], *rest]


def table(rows: Sequence[Sequence[str]], run: Invocation, indent: str = "  ") -> list[str]:
    """Rows in columns, each as wide as its widest cell; the last one is wrapped within the width that is left."""
    shown = [[visible(cell) for cell in row] for row in rows]
    if not shown:
        return []
    widths = [max(width(row[index]) for row in shown) for index in range(len(shown[0]) - 1)]
    left = width(indent) + sum(widths) + _GAP * len(widths)
    lines: list[str] = []
    for row in shown:
        head = indent + "".join(_padded(cell, size + _GAP) for cell, size in zip(row, widths, strict=False))
        columns = max(run.width, left + _LEAST_LAST)
        lines += [line.rstrip() for line in wrap(row[-1], columns, head, " " * left)]
    return lines


def figures(head: Sequence[str], rows: Iterable[Sequence[str]], run: Invocation) -> list[str]:
    """A table of numbers below a head line: the first column flush left, all others flush right."""
    all_rows = [list(head), *([visible(cell) for cell in row] for row in rows)]
    widths = [max(width(row[index]) for row in all_rows) for index in range(len(head))]
    lines = []
    for row in all_rows:
        numbers = (" " * (size - width(cell)) + cell for cell, size in zip(row[1:], widths[1:], strict=True))
        lines.append((" " * _GAP).join([_padded(row[0], widths[0]), *numbers]).rstrip())
    return [title(lines[0], run), *lines[1:]]


def _padded(text: str, cells: int) -> str:
    return text + " " * (cells - width(text))
