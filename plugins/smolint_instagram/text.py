"""How Instagram reads a caption: who is mentioned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smolint.late_pattern import compiled
from smolint.platform import find_outside_urls

if TYPE_CHECKING:
    from smolint.platform import Entity

# Letters without accents, digits, underscores and full stops, at most 30, no full stop at the end.
_MENTION = compiled(r"(?<![\w@/.])[@＠][A-Za-z0-9_](?:[A-Za-z0-9_.]{0,28}[A-Za-z0-9_])?(?![\w@])")


def find_mentions(text: str) -> list[Entity]:
    """The mentions of a caption, `@` included; an e-mail address and a name that is too long are none."""
    return find_outside_urls(_MENTION, text)
