"""Findings and summaries as plain JSON objects, and their text."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from smolint.late_pattern import compiled

if TYPE_CHECKING:
    from smolint.finding import Finding, Fix, Note, Summary

_SURROGATE = compiled("[\ud800-\udfff]")
# A terminal may obey the second block of control characters as it obeys the first, and reorder what follows others.
_UNSAFE = compiled("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]|(?<=#)#(?=\\[)")


def finding_record(finding: Finding) -> dict[str, Any]:
    """A finding as in the `json` format: lines and columns from 1, columns in code points, the end exclusive."""
    return {
        "rule": finding.rule,
        "level": finding.level.value,
        "message": finding.message,
        "path": finding.path,
        "draft": finding.draft,
        "platform": finding.platform,
        "line": finding.line,
        "column": finding.column,
        "end_line": finding.end_line,
        "end_column": finding.end_column,
        "fix": fix_record(finding.fix) if finding.fix else None,
        "help": finding.help or None,
        "url": finding.url or None,
    }


def fix_record(fix: Fix) -> dict[str, Any]:
    """A fix with its edits, each with the place of what it replaces."""
    edits = [
        {
            "line": edit.line,
            "column": edit.column,
            "end_line": edit.end_line,
            "end_column": edit.end_column,
            "content": edit.content,
        }
        for edit in fix.edits
    ]
    return {"title": fix.title, "applicability": fix.applicability, "edits": edits}


def summary_record(summary: Summary) -> dict[str, Any]:
    """The figures of a run; every level is there, rules only with findings."""
    from smolint.finding import Level

    return {
        "files": summary.files,
        "drafts": summary.drafts,
        "findings": summary.findings,
        "by_level": {level.value: summary.by_level.get(level, 0) for level in Level},
        "by_rule": dict(sorted(summary.by_rule.items())),
        "suppressed": summary.suppressed,
        "baseline": {"hidden": summary.baselined, "gone": list(summary.gone)},
        "fixed": summary.fixed,
        "fixable": {"safe": summary.fixable, "unsafe": summary.fixable_unsafe},
    }


def note_record(note: Note) -> dict[str, str]:
    """A note with its path."""
    return {"path": note.path, "message": note.message}


def encode(value: Any, indent: int | None = None) -> str:
    """JSON text that every reader takes and that a terminal or a build's log can show.

    Letters are written as they are, lone surrogates replaced by U+FFFD. Escaped are control characters, those that
    reorder text, and what begins a command of a build service (`##[`).
    """
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, indent=indent)
    return _UNSAFE.sub(_escape, _SURROGATE.sub("\ufffd", text))


def _escape(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"


def document(**members: Any) -> str:
    """A whole JSON document as the commands write it: the version of its format, then these members."""
    return encode({"version": 1, **members}, indent=2)
