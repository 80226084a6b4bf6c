"""One finding as a part of the page: where it is, what is marked, how to mend it and why."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from smolint.reporters.escaping import attribute, markup
from smolint.reporters.excerpt import parted
from smolint.reporters.wording import counted_levels, level_word

if TYPE_CHECKING:
    from collections.abc import Iterable

    from smolint.finding import Finding, Fix
    from smolint.locale import Catalogue

_CELLS = 360
"""As much of a line as is shown, in a terminal's cells: a paragraph is one line in many drafts."""
_SHORT = 120
"""Characters of an edit that are shown beside what they replace."""


def article(finding: Finding, _: Catalogue, *, platform: str = "") -> str:
    """The finding as an HTML element; `platform` is named where it is not empty."""
    level = finding.level
    place = _("line {line}, column {column}", line=str(finding.line), column=str(finding.column))
    parts = [
        f'<article class="{level}" data-level="{level}" data-rule={attribute(finding.rule)}>',
        f'<p class="head"><span class="level">{markup(level_word(level, _))}</span> <span>{markup(place)}</span> '
        f"{_rule(finding)}{f' <span>{markup(platform)}</span>' if platform else ''}</p>",
        f'<p class="message" dir="auto">{markup(finding.message)}</p>',
        *_excerpt(finding),
        *_labelled("advice", _("help:"), finding.help),
        *(_fix(finding.fix, _) if finding.fix else ()),
        *_labelled("why", _("why:"), finding.reason),
        "</article>",
    ]
    return "\n".join(parts) + "\n"


def level_counts(findings: Iterable[Finding], _: Catalogue) -> str:
    """How many findings there are of each level, in words."""
    return counted_levels(Counter(finding.level for finding in findings), _)


def _rule(finding: Finding) -> str:
    name = markup(finding.rule)
    if finding.url.startswith(("https://", "http://")):
        name = f'<a href={attribute(finding.url)} rel="noreferrer">{name}</a>'
    return f'<span class="name">{name}</span>'


def _excerpt(finding: Finding) -> list[str]:
    if not finding.excerpt.text:
        return []
    before, marked, after = (markup(text) for text in parted(finding, _CELLS))
    more = "…" if finding.end_line > finding.line and finding.end_column > 1 and not after else ""
    line = f"{before}<mark>{marked}</mark>{after}{more}"
    number = f'<span class="number">{finding.line}</span>'
    return [f'<div class="excerpt">{number}<code dir="auto">{line}</code></div>']


def _labelled(name: str, label: str, text: str) -> list[str]:
    return [f'<p class="{name}"><b>{markup(label)}</b> {markup(text)}</p>'] if text else []


def _fix(fix: Fix, _: Catalogue) -> list[str]:
    """What a fix does, and where it is short what it changes."""
    label = "--fix" if fix.safe else "--fix --unsafe-fixes"
    shown = f"<b>{label}</b> {markup(fix.title)}"
    if len(fix.edits) == 1:
        edit = fix.edits[0]
        if (edit.replaced or edit.content) and len(edit.replaced) + len(edit.content) <= _SHORT:
            old = f"<del><code>{markup(edit.replaced)}</code></del> " if edit.replaced else ""
            new = f"<ins><code>{markup(edit.content)}</code></ins>" if edit.content else ""
            shown += f" {old}{'→ ' if old and new else ''}{new}"
    return [f'<p class="fix">{shown.rstrip()}</p>']
