"""SARIF 2.1.0, the format of code scanning services (OASIS standard, 27 March 2020)."""

from __future__ import annotations

import hashlib
from collections import Counter
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, TextIO
from urllib.parse import quote

from smolint.late_pattern import compiled
from smolint.reporters.records import encode
from smolint.reporters.wording import outline, outline_of
from smolint.rules import Rule, translate

if TYPE_CHECKING:
    from smolint.finding import Edit, FileResult, Finding, Fix, Note, Summary
    from smolint.reporters.reporter import ReportContext

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_NO_BYTE = compiled("[\ud800-\udc7f\udd00-\udfff]")
_LEVELS = {"error": "error", "warning": "warning", "suggestion": "note"}


class SarifReport:
    """Keeps the results and writes one log with one run."""

    def __init__(self, stream: TextIO, context: ReportContext) -> None:
        self.stream = stream
        self.context = context
        self.rules: dict[str, int] = {}
        self.results: list[dict[str, Any]] = []
        self.notifications: list[dict[str, Any]] = []
        self.seen: Counter[str] = Counter()

    def add(self, result: FileResult) -> None:
        """Keep the findings of one file, and what went wrong with it."""
        for finding in result.findings:
            index = self.rules.setdefault(finding.rule, len(self.rules))
            self.results.append(self._result(finding, index))
        self.notifications += [_notification(crash, "error", result.path) for crash in result.crashes]

    def close(self, summary: Summary) -> None:
        """Write the log."""
        failed = bool(self.notifications)
        self.notifications += [_note(note) for note in summary.notes]
        driver = {
            "name": "smolint",
            "version": self.context.version,
            "semanticVersion": self.context.version,
            "rules": [self._rule(rule) for rule in self.rules],
        }
        run = {
            "tool": {"driver": driver},
            "columnKind": "unicodeCodePoints",
            "language": self.context.language,
            "invocations": [{"executionSuccessful": not failed, "toolExecutionNotifications": self.notifications}],
            "results": self.results,
        }
        self.stream.write(encode({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n")

    def _result(self, finding: Finding, index: int) -> dict[str, Any]:
        result: dict[str, Any] = {
            "ruleId": finding.rule,
            "ruleIndex": index,
            "level": _LEVELS[finding.level],
            "message": {"text": f"{finding.message}\n{finding.help}" if finding.help else finding.message},
            "locations": [{"physicalLocation": _location(finding)}],
            "partialFingerprints": {"primaryLocationLineHash": self._fingerprint(finding)},
            "properties": {"platform": finding.platform, "draft": finding.draft},
        }
        if finding.fix and finding.fix.edits:
            result["fixes"] = [_fix(finding.path, finding.fix)]
        return result

    def _fingerprint(self, finding: Finding) -> str:
        """What stays the same when lines are added above: rule, file, platform, marked text and its turn."""
        text = "\0".join((finding.rule, finding.path, finding.platform, finding.text))
        key = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
        self.seen[key] += 1
        return f"{key}:{self.seen[key]}"

    def _rule(self, rule_id: str) -> dict[str, Any]:
        rule = self.context.rules.get(rule_id)
        return _descriptor(rule, self.context.language) if rule else {"id": rule_id}


def _descriptor(rule: Rule, language: str) -> dict[str, Any]:
    short, why, mend = outline(rule, language), translate(rule.why, language), outline_of(rule.help, language)
    paragraphs = [text for text in (why, mend) if text]
    descriptor: dict[str, Any] = {
        "id": rule.id,
        "shortDescription": {"text": short},
        "fullDescription": {"text": why or short},
        "help": {"text": "\n\n".join(paragraphs) or short, "markdown": _markdown(rule, short, paragraphs)},
        "defaultConfiguration": {"level": _LEVELS[rule.level], "enabled": rule.enabled},
        "properties": {"tags": [rule.group]},
    }
    return descriptor | ({"helpUri": rule.link} if rule.link.startswith(("http://", "https://")) else {})


def _markdown(rule: Rule, short: str, paragraphs: list[str]) -> str:
    return "\n\n".join([f"**{rule.id}**", short, *paragraphs, *([f"_{rule.source}_"] if rule.source else [])])


def _location(finding: Finding) -> dict[str, Any]:
    region: dict[str, Any] = _region(finding)
    if finding.text:
        region["snippet"] = {"text": finding.text}
    return {"artifactLocation": {"uri": artifact_uri(finding.path)}, "region": region}


def _region(place: Finding | Edit) -> dict[str, Any]:
    return {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    }


def _fix(path: str, fix: Fix) -> dict[str, Any]:
    replacements = [{"deletedRegion": _region(edit), "insertedContent": {"text": edit.content}} for edit in fix.edits]
    change = {"artifactLocation": {"uri": artifact_uri(path)}, "replacements": replacements}
    return {"description": {"text": fix.title}, "artifactChanges": [change]}


def _note(note: Note) -> dict[str, Any]:
    return _notification(note.message, "note", note.path)


def _notification(text: str, level: str, path: str) -> dict[str, Any]:
    notification: dict[str, Any] = {"level": level, "message": {"text": text}}
    if path:
        notification["locations"] = [{"physicalLocation": {"artifactLocation": {"uri": artifact_uri(path)}}}]
    return notification


def artifact_uri(path: str) -> str:
    """A path as a URI reference: relative paths stay relative, everything but plain characters is percent-encoded."""
    pure = PurePath(path)
    # Only half of the surrogates stand for a byte of a name that is not UTF-8 (PEP 383).
    encoded = quote(_NO_BYTE.sub("\ufffd", pure.as_posix()).encode("utf-8", "surrogateescape"))
    return f"file://{encoded}" if pure.is_absolute() else encoded
