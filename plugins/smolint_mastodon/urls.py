"""The links of a post on Mastodon: with a scheme and a known top-level domain (its twitter_regex.rb, extractor.rb)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from smolint.language.domains import domain_end
from smolint.late_pattern import compiled
from smolint.platform import Entity
from smolint.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_MAX_URL = 4096
_INVALID = "\ufffe\ufeff\uffff"
_HOST = rf"[^\s!'#%&()*+,\\/:;<=>?@\[\]^`{{|}}~${_INVALID}\u202a-\u202e\u2061-\u2069\u200e\u200f]+"
_START = compiled(
    rf"(?<![A-Za-z0-9@＠$#＃{_INVALID}])(?:https?|dat|dweb|ipfs|ipns|ssb|gopher|gemini)://(?P<host>{_HOST})",
    re.IGNORECASE,
)
_IN_PATH = r"[^\s<>()?]"
_PATH_END = r"[^\s()?!*\"'「」<>;:=,.$%\[\]~&|@]"
_BALANCED = rf"\((?:{_IN_PATH}+|{_IN_PATH}*\({_IN_PATH}+\){_IN_PATH}*)\)"
_PLANES = "".join(f"{chr(plane << 16)}-{chr((plane << 16) + 0xFFFD)}" for plane in [*range(1, 14), 15, 16])
# The letters of RFC 3987, which a query may hold anywhere: no-break spaces are among them.
_OTHER = rf"\u00a0-\ud7ff\ue000-\ufdcf\ufdf0-\uffef\U000e1000-\U000efffd{_PLANES}"
_QUERY = rf"\?[A-Za-z0-9!?*'();:&=+$/%#\[\]\-_.,~|@^{_OTHER}]*[A-Za-z0-9_&=#/\-{_OTHER}]"
_AFTER_HOST = compiled(rf"(?::[0-9]+)?(?:/(?:(?:{_IN_PATH}|{_BALANCED})*(?:{_PATH_END}|{_BALANCED}))?)?(?:{_QUERY})?")


def extract_urls(text: str) -> Iterator[Entity]:
    """The links of a text in order, each at most 4,096 characters long."""
    done = 0
    for match in _START.finditer(text) if "://" in text else ():
        end = domain_end(text, match.start("host"), match.end("host"))
        if match.start() < done or not end:
            continue
        after = _AFTER_HOST.match(text, end)
        done = after.end() if after else end
        if done - match.start() <= _MAX_URL:
            yield Entity(text[match.start() : done], Span(match.start(), done))
