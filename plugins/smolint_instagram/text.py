"""How Instagram reads a caption: who is mentioned."""

from __future__ import annotations

import re

from smolint.platform import Entity, find_urls
from smolint.source import Span

# Letters without accents, digits, underscores and full stops, at most 30, not one full stop at the end (Instagram's
# sign-up form; Graph API, ig-user username).
_MENTION = re.compile(r"(?<![\w@/.])[@＠][A-Za-z0-9_](?:[A-Za-z0-9_.]{0,28}[A-Za-z0-9_])?(?![\w@])")


def find_mentions(text: str) -> list[Entity]:
    """The mentions of a caption, `@` included; an e-mail address and a name that is too long are none."""
    if "@" not in text and "＠" not in text:
        return []
    urls = [url.span for url in find_urls(text)]
    return [
        Entity(match.group(), Span(*match.span()))
        for match in _MENTION.finditer(text)
        if not any(start <= match.start() < end for start, end in urls)
    ]
