"""`$1` in a replacement: what a group of the pattern has matched."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from smolint.late_pattern import late_pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

_REFERENCE = late_pattern(r"\$(?:(\$)|\{?(\d+)\}?)")


def with_groups(template: str, text: str, groups: Sequence[str]) -> str:
    """A template with its references filled in: `$0` is the match, `$1` its first group, `$$` a dollar."""

    def filled(reference: re.Match[str]) -> str:
        if reference[1]:
            return "$"
        number = int(reference[2])
        return text if number == 0 else groups[number - 1] if number <= len(groups) else ""

    return _REFERENCE.sub(filled, template) if "$" in template else template
