"""The `html` format: one page for people, with everything in it, to open in a browser and to send on.

Nothing is loaded from anywhere, and a Content-Security-Policy lets only the page's own style and script act.
"""

from __future__ import annotations

from base64 import b64encode
from collections import Counter
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from smolint.finding import Level
from smolint.locale import catalogue
from smolint.reporters.article import article, level_counts
from smolint.reporters.escaping import attribute, markup
from smolint.reporters.wording import counted_levels, level_word
from smolint.rules import fill

if TYPE_CHECKING:
    from smolint.finding import FileResult, Finding, Note, Summary
    from smolint.reporters.reporter import ReportContext

_HERE = Path(__file__).parent
_FEW_FILES = 3
"""Files that need no list of files above them."""


class PageReport:
    """Keeps the findings of each file, for the page begins with the summary, and writes it at the end."""

    def __init__(self, stream: TextIO, context: ReportContext) -> None:
        self.stream = stream
        self.context = context
        self.gettext = catalogue(context.language)
        self.files: dict[str, list[Finding]] = {}

    def add(self, result: FileResult) -> None:
        """Keep the findings of one file."""
        if result.findings:
            self.files.setdefault(result.path, []).extend(result.findings)

    def close(self, summary: Summary) -> None:
        """Write the page."""
        style, script = (_HERE / "page.css").read_text("utf-8"), (_HERE / "page.js").read_text("utf-8")
        write = self.stream.write
        write(self._head(style, script))
        write(f"<header>\n{self._summary(summary)}{self._filter(summary)}{self._contents()}</header>\n<main>\n")
        for number, (path, findings) in enumerate(self.files.items(), 1):
            write(self._section(number, path, findings))
        version = f"smolint {markup(self.context.version)}"
        write(f"</main>\n<footer>\n<p>{version}</p>\n</footer>\n")
        write(f"<script>{script}</script>\n</body>\n</html>\n" if self.files else "</body>\n</html>\n")

    def _head(self, style: str, script: str) -> str:
        policy = (
            f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
            "base-uri 'none'; form-action 'none'"
        )
        return (
            f'<!DOCTYPE html>\n<html lang="{self.context.language}">\n<head>\n<meta charset="utf-8">\n'
            f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
            '<meta name="robots" content="noindex">\n'
            f"<title>{markup(self._title())}</title>\n<style>{style}</style>\n</head>\n<body>\n"
        )

    def _title(self) -> str:
        return self.gettext("What to mend in your drafts")

    def _summary(self, summary: Summary) -> str:
        _ = self.gettext
        lines = [f"<h1>{markup(self._title())}</h1>"]
        if not summary.files:
            verdict = markup(_("No drafts found."))
            lines.append(f'<p class="verdict">{verdict}</p>')
        elif not summary.findings:
            clean = _("Nothing to mend in {files:file|files}.", files=summary.files)
            lines.append(f'<p class="verdict clean">{markup(clean)}</p>')
        else:
            lines.append(f'<p class="verdict">{markup(self._counted(summary))}</p>')
        if summary.fixable:
            told = _("{command} mends {count:of these|of these} by itself.", command="--fix", count=summary.fixable)
            lines.append(f'<p class="more">{markup(told)}</p>')
        return "\n".join(lines) + "\n" + self._notes(summary.notes)

    def _counted(self, summary: Summary) -> str:
        _ = self.gettext
        levels, some = counted_levels(summary.by_level, _), len(self.files)
        if some == summary.files:
            return _("{levels} in {files:file|files}.", levels=levels, files=some)
        return _("{levels} in {files:file|files} out of {all}.", levels=levels, files=some, all=summary.files)

    def _notes(self, notes: tuple[Note, ...]) -> str:
        by_message: dict[str, list[str]] = {}
        for note in notes:
            by_message.setdefault(note.message, []).append(note.path)
        items = [
            f"<li>{markup(message)}{markup(_named([path for path in paths if path]))}</li>\n"
            for message, paths in sorted(by_message.items())
        ]
        return f'<ul class="notes">\n{"".join(items)}</ul>\n' if items else ""

    def _filter(self, summary: Summary) -> str:
        """The controls, hidden until the script that obeys them shows them."""
        if not self.files:
            return ""
        _ = self.gettext
        boxes = "".join(
            f'<label class="{level}"><input type="checkbox" value="{level}" checked> '
            f'<span class="level">{markup(level_word(level, _))}</span> '
            f'<span class="count">{self._number(count)}</span></label>\n'
            for level in sorted(Level, reverse=True)
            if (count := summary.by_level.get(level, 0))
        )
        ordered = sorted(Counter(summary.by_rule).items(), key=lambda item: (-item[1], item[0]))
        rules = "".join(f"<option value={attribute(rule)}>{markup(rule)} ({n})</option>\n" for rule, n in ordered)
        all_rules = markup(_("all rules"))
        every = f'<option value="">{all_rules}</option>\n'
        shown = attribute(_("{some} of {all} shown", some="#", all="#"))
        label = attribute(_("Rule"))
        return (
            f"<form data-shown={shown} hidden>\n{boxes}"
            f'<label class="rule"><select name="rule" aria-label={label}>\n{every}{rules}</select></label>\n'
            '<output aria-live="polite"></output>\n</form>\n'
        )

    def _number(self, count: int) -> str:
        return fill("{count}", {"count": count}, self.context.language)

    def _contents(self) -> str:
        if len(self.files) <= _FEW_FILES:
            numbers = "".join(f'<li data-for="f{number}"></li>' for number in range(1, len(self.files) + 1))
            return f"<ul hidden>{numbers}</ul>\n" if numbers else ""
        items = "".join(
            f'<li data-for="f{number}"><a href="#f{number}">{markup(path)}</a> '
            f'<span class="count">{len(findings)}</span></li>\n'
            for number, (path, findings) in enumerate(self.files.items(), 1)
        )
        label = markup(self.gettext("{files:file|files} with something to mend", files=len(self.files)))
        return f'<details class="files">\n<summary>{label}</summary>\n<ul>\n{items}</ul>\n</details>\n'

    def _section(self, number: int, path: str, findings: list[Finding]) -> str:
        several = len({finding.platform for finding in findings}) > 1
        ordered = sorted(findings, key=lambda one: (one.line, one.column))
        articles = "".join(article(one, self.gettext, platform=one.platform if several else "") for one in ordered)
        counts = f'<span class="count">{markup(level_counts(findings, self.gettext))}</span>'
        return f'<section id="f{number}">\n<h2>{markup(path)} {counts}</h2>\n{articles}</section>\n'


def _named(paths: list[str]) -> str:
    return f" ({', '.join(paths)})" if paths else ""


def _hash(text: str) -> str:
    """The source expression that allows exactly this inline text (Content Security Policy Level 3, 2.3.1)."""
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"
