"""One finding as a part of the page: where it is, what is marked, how to mend it and why."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from smolint.late_pattern import compiled
from smolint.reporters.escaping import attribute, markup
from smolint.reporters.excerpt import parted
from smolint.reporters.wording import counted_levels, level_word

if TYPE_CHECKING:
    from collections.abc import Iterable

    from smolint.finding import Edit, Finding, Fix
    from smolint.locale import Catalogue

_CELLS = 360
"""As much of a line as is shown, in a terminal's cells: a paragraph is one line in many drafts."""
_SHORT = 120
"""Characters that an edit replaces and puts in, above which it is not shown."""
_EDITS = 3
"""Edits of one fix that are shown."""
_SEEN = str.maketrans({"\u00a0": "⍽", "\u202f": "⍽"})
"""No-break spaces look like others: in an edit they are drawn as proof-readers do (U+237D)."""
_CODE = compiled("`([^`\n]+)`")


def article(finding: Finding, _: Catalogue, *, platform: str = "") -> str:
    """The finding as an HTML element; `platform` is named where it is not empty."""
    level = finding.level
    place = _("line {line}, column {column}", line=str(finding.line), column=str(finding.column))
    parts = [
        f'<article class="{level}" data-level="{level}" data-rule={attribute(finding.rule)}>',
        f'<p class="head"><span class="level">{markup(level_word(level, _))}</span> <span>{markup(place)}</span> '
        f"{_rule(finding)}{f' <span>{markup(platform)}</span>' if platform else ''}</p>",
        f'<p class="message" dir="auto">{_prose(finding.message)}</p>',
        *_excerpt(finding),
        *_advice(finding.help, _),
        *(_fix(finding.fix, _) if finding.fix and finding.fix.edits else ()),
        *_why(finding.reason, _),
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


def _advice(text: str, _: Catalogue) -> list[str]:
    label = markup(_("help:"))
    return [f'<p class="advice"><b>{label}</b> {_prose(text)}</p>'] if text else []


def _why(text: str, _: Catalogue) -> list[str]:
    label = markup(_("Why it matters"))
    return [f'<details class="why">\n<summary>{label}</summary>\n<p>{_prose(text)}</p>\n</details>'] if text else []


def _prose(text: str) -> str:
    """A sentence of a rule, what stands between backquotes as code."""
    return _CODE.sub(r"<code>\1</code>", markup(text))


def _fix(fix: Fix, _: Catalogue) -> list[str]:
    """What a fix changes, as far as it is short."""
    changes = [_change(edit) for edit in fix.edits if len(edit.replaced) + len(edit.content) <= _SHORT]
    shown = [change for change in changes if change][:_EDITS]
    if not shown:
        return []
    more = " …" if len(fix.edits) > len(shown) else ""
    label = "--fix" if fix.safe else "--fix --unsafe-fixes"
    return [f'<p class="fix"><b>{label}</b> {", ".join(shown)}{more}</p>']


def _change(edit: Edit) -> str:
    """What is taken out and put in, `""` where only blanks change: nobody would see a difference."""
    if not (edit.replaced + edit.content).strip():
        return ""
    old, new = (markup(text.strip("\r\n").translate(_SEEN)) for text in (edit.replaced, edit.content))
    parts = [f"<del><code>{old}</code></del>" if old else "", f"<ins><code>{new}</code></ins>" if new else ""]
    return " → ".join(part for part in parts if part)
