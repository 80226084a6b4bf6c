"""Keeping secrets out of reports: what a check marks as secret is masked in every finding of the draft."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from smolint.source import Source

if TYPE_CHECKING:
    from collections.abc import Sequence

    from smolint.finding import Finding
    from smolint.source import Span

HIDDEN = "•"
SHOWN_FIRST = 4
SHOWN_LAST = 2
_VISIBLE = re.compile(r"\S")
# A message may quote a secret in part, cut short: so much of it is enough to know it by.
_LEAST_PART = 8


def masked(secret: str) -> str:
    """The secret with all but its first four and last two characters hidden, as long as before; line ends stay.

    Of one of fewer than twelve characters nothing is shown.
    """
    if len(secret) < 2 * (SHOWN_FIRST + SHOWN_LAST):
        return _VISIBLE.sub(HIDDEN, secret)
    middle = _VISIBLE.sub(HIDDEN, secret[SHOWN_FIRST:-SHOWN_LAST])
    return secret[:SHOWN_FIRST] + middle + secret[-SHOWN_LAST:]


def masked_source(source: Source, secrets: Sequence[Span]) -> Source:
    """The source with these ranges masked; every other character stays at its place."""
    text = source.text
    for span in secrets:
        text = text[: span.start] + masked(source[span]) + text[span.end :]
    return replace(source, text=text)


def without_secrets(finding: Finding, secrets: Sequence[str]) -> Finding:
    """The finding with secrets masked in its words; a fix that would write one of them is dropped."""
    message, advice = finding.message, finding.help
    fix = finding.fix
    for secret in secrets:
        message, advice = _hide(message, secret), _hide(advice, secret)
        if fix and any(_hide(text, secret) != text for text in (fix.title, *(edit.content for edit in fix.edits))):
            fix = None
    return replace(finding, message=message, help=advice, fix=fix)


def _hide(text: str, secret: str) -> str:
    """The text with each occurrence of the secret masked, or of its beginning, where the text cuts it short."""
    seed = secret[:_LEAST_PART]
    start = text.find(seed) if seed else -1
    while start >= 0:
        end = start
        while end < len(text) and end - start < len(secret) and text[end] == secret[end - start]:
            end += 1
        cover = masked(secret)[: end - start]
        text = text[:start] + cover + text[end:]
        start = text.find(seed, start + len(cover))
    return text
