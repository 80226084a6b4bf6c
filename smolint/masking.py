"""Keeping secrets out of reports: what a check marks as secret is masked in every finding of the draft."""

from __future__ import annotations

from smolint.dataclass import replace
from smolint.late_pattern import late_pattern
from smolint.source import Source
from smolint.type_checking import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from smolint.finding import Finding
    from smolint.source import Span

HIDDEN = "•"
SHOWN_FIRST = 4
SHOWN_LAST = 2
_VISIBLE = late_pattern(r"\S")
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
    text, parts, done = source.text, [], 0
    for start, end in sorted(secrets):
        if end > done:
            parts += [text[done:start], masked(text[start:end])[max(0, done - start) :]]
            done = end
    return replace(source, text="".join([*parts, text[done:]]))


def by_start(secrets: Iterable[str]) -> dict[str, list[str]]:
    """Secrets, each once, by the first characters that one is known by."""
    starts: dict[str, list[str]] = {}
    for secret in dict.fromkeys(secrets):
        starts.setdefault(secret[:_LEAST_PART], []).append(secret)
    return starts


def told_by(finding: Finding, starts: Mapping[str, list[str]]) -> list[str]:
    """Those secrets, by their starts, that the words of a finding or of its fix may hold."""
    fix = finding.fix
    words = "\n".join(
        [finding.message, finding.help, *((fix.title, *(one.content for one in fix.edits)) if fix else ())]
    )
    parts = {words[at : at + length] for length in {len(start) for start in starts} for at in range(len(words))}
    return [secret for start in parts & starts.keys() for secret in starts[start]]


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
