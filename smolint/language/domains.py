"""Domain names in running text: where one ends, given the top-level domains that exist."""

from __future__ import annotations

import re
from functools import cache
from itertools import dropwhile
from pathlib import Path

from smolint.late_pattern import late_pattern

_TLD_RUN = late_pattern(r"[0-9A-Za-z@+-]*")
_PUNYCODE = late_pattern(r"xn--[0-9a-z-]+", re.IGNORECASE)
_MAX_LABEL = 63


@cache
def top_level_domains() -> frozenset[str]:
    """The top-level domains of October 2021 in lower case, those of other scripts in their own letters."""
    lines = Path(__file__).with_name("tlds.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(dropwhile(lambda line: line.startswith("#"), lines))


def domain_end(text: str, start: int, end: int) -> int:
    """Where the domain ends that begins at `start` and whose dots stand before `end`; 0 where there is none."""
    dot = text.rfind(".", start, end)
    while dot > start:
        length = _tld_length(text, dot + 1)
        if length and _are_labels(text[start:dot]):
            return dot + 1 + length
        dot = text.rfind(".", start, dot)
    return 0


def _tld_length(text: str, start: int) -> int:
    """How many characters from `start` on are a top-level domain that nothing continues; 0 for none."""
    if punycode := _PUNYCODE.match(text, start):
        return len(punycode.group())
    run = _TLD_RUN.match(text, start)
    length = len(run.group()) if run else 0
    if length:
        return length if text[start : start + length].lower() in top_level_domains() else 0
    return next((size for size in range(min(24, len(text) - start), 0, -1) if _is_unicode_tld(text, start, size)), 0)


def _is_unicode_tld(text: str, start: int, size: int) -> bool:
    following = _TLD_RUN.match(text, start + size)
    return text[start : start + size] in top_level_domains() and not (following and following.group())


def _are_labels(domain: str) -> bool:
    """Whether these are a domain's labels: no hyphen or underscore at an edge, no underscore in the last one."""
    labels = domain.split(".")
    return "_" not in labels[-1] and all(map(_is_label, labels))


def _is_label(label: str) -> bool:
    if not label or label[0] in "-_" or label[-1] in "-_":
        return False
    if label.isascii():
        return len(label) <= _MAX_LABEL
    # RFC 3490: a name that is not ASCII travels as `xn--` and its Punycode, which must fit in one label.
    return not label.lower().startswith("xn--") and len(label.encode("punycode")) + len("xn--") <= _MAX_LABEL
