"""Vale's comments in a draft: `<!-- vale off -->`, `<!-- vale Style.Rule = NO -->` and their like."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from smolint.dataclass import replace
from smolint.late_pattern import compiled
from smolint.suppression import EVERY_STYLE, Silence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from smolint.draft import Draft

_OFF = compiled(r"vale\s+(off|on)")
_MATCHES = compiled(r"vale\s+([^\s\[]+\.[^\s\[]+)(\[.+\])\s*=\s*(YES|NO)", re.DOTALL)
_RULE = compiled(r"vale\s+(\S+(?:\s*\.\S+)?)\s*=\s*(YES|NO|on|off)")
_STYLES = compiled(r"vale\s+styles?\s*=\s*(.+)", re.DOTALL)


def vale_silences(draft: Draft, base_styles: Sequence[str]) -> list[Silence]:
    """What Vale's comments in a draft silence; `base_styles` are those that hold for its file."""
    open_ones: dict[tuple[str, str], Silence] = {}
    found: list[Silence] = []
    end = len(draft.source.text) + 1
    for comment in sorted(draft.content.comments, key=lambda comment: comment.span):
        text = comment.text.strip()
        if not text.startswith("vale"):
            continue
        for selector, match, is_off in _said(text, base_styles):
            key = (selector, match)
            if is_off and key not in open_ones:
                open_ones[key] = Silence(selector, comment.span, comment.span.start, end, only=match, counted=False)
            elif not is_off and key in open_ones:
                found.append(replace(open_ones.pop(key), end=comment.span.start))
    return [*found, *open_ones.values()]


def _said(text: str, base_styles: Sequence[str]) -> Iterator[tuple[str, str, bool]]:
    """What a comment says: of which rules, for which match (`""`: all), and whether they are silent from there on."""
    if off := _OFF.fullmatch(text):
        yield EVERY_STYLE, "", off[1] == "off"
    elif matches := _MATCHES.fullmatch(text):
        try:
            listed = json.loads(matches[2])
        except ValueError:
            return
        yield from ((matches[1], str(one), matches[3] == "NO") for one in listed)
    elif rule := _RULE.fullmatch(text):
        yield rule[1], "", rule[2] in ("NO", "off")
    elif styles := _STYLES.fullmatch(text):
        kept = {name.strip() for name in styles[1].split(",")}
        yield from ((name, "", name not in kept) for name in dict.fromkeys((*base_styles, *kept)))
