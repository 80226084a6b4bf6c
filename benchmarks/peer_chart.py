"""The README's picture of the timings: bars on a scale on which each line is ten times the one before."""

from __future__ import annotations

import math
from html import escape
from typing import TYPE_CHECKING

from peer_table import rate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from peer_runs import Timing

_WIDTH, _ROW, _TOP, _LEFT, _RIGHT = 760, 30, 74, 220, 90
_STYLE = """
text { font: 13px system-ui, -apple-system, "Segoe UI", Helvetica, Arial, sans-serif; fill: #24292f }
.title { font-weight: 600; font-size: 15px } .small { fill: #57606a; font-size: 12px }
.grid { stroke: #8c959f; stroke-opacity: .35 } .peer { fill: #8c959f } .ours { fill: #1a7f64 }
@media (prefers-color-scheme: dark) {
  text { fill: #e6edf3 } .small { fill: #9da7b3 } .peer { fill: #6e7681 } .ours { fill: #3fb68b }
}"""


def chart(title: str, note: str, timings: Sequence[Timing]) -> str:
    """An SVG of posts a second, the fastest first. It has no background, and fits light and dark pages."""
    rows = sorted(timings, key=lambda one: -one.rate)
    low = 10.0 ** math.floor(math.log10(min(one.rate for one in rows) * 0.999))
    decades = math.ceil(math.log10(rows[0].rate / low))
    height = _TOP + _ROW * len(rows) + 14
    told = ", ".join(f"{one.contender.name} {rate(one.rate)}" for one in rows)
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" role="img">',
            f"<title>{escape(title)}: {escape(told)}</title>",
            f"<style>{_STYLE}</style>",
            f'<text class="title" x="8" y="20">{escape(title)}</text>',
            f'<text class="small" x="8" y="40">{escape(note)}</text>',
            *_grid(low, decades, height),
            *(part for number, one in enumerate(rows) for part in _bar(one, number, low, decades)),
            "</svg>\n",
        ]
    )


def _x(value: float, low: float, decades: int) -> float:
    return _LEFT + (_WIDTH - _LEFT - _RIGHT) * math.log10(value / low) / decades


def _grid(low: float, decades: int, height: int) -> list[str]:
    parts = []
    for power in range(decades + 1):
        value = low * 10**power
        x = _x(value, low, decades)
        parts.append(f'<line class="grid" x1="{x:.1f}" x2="{x:.1f}" y1="{_TOP - 8}" y2="{height - 8}"/>')
        parts.append(f'<text class="small" x="{x:.1f}" y="{_TOP - 13}" text-anchor="middle">{value:,g}</text>')
    return parts


def _bar(timing: Timing, number: int, low: float, decades: int) -> list[str]:
    y = _TOP + _ROW * number
    end = _x(timing.rate, low, decades)
    name = timing.contender.name
    kind = "ours" if name.startswith("smolint") else "peer"
    rules = f' <tspan class="small">({escape(timing.contender.rules)})</tspan>' if timing.contender.rules else ""
    return [
        f'<text x="{_LEFT - 8}" y="{y + 17}" text-anchor="end">{escape(name)}{rules}</text>',
        f'<rect class="{kind}" x="{_LEFT}" y="{y + 3}" width="{end - _LEFT:.1f}" height="{_ROW - 10}" rx="2"/>',
        f'<text x="{end + 6:.1f}" y="{y + 17}">{rate(timing.rate)}</text>',
    ]
