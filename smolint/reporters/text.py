"""The report for people: grouped by file, with the source line, what is marked in it and how to mend it."""

from __future__ import annotations

from itertools import groupby

from smolint.locale import catalogue
from smolint.reporters.cells import visible, width, wrap
from smolint.reporters.escaping import no_commands
from smolint.reporters.style import paint
from smolint.reporters.wording import counted_levels, level_word
from smolint.type_checking import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import TextIO

    from smolint.finding import FileResult, Finding, Note, Summary
    from smolint.reporters.reporter import ReportContext

_INDENT = "  "
_LISTED_NOTES = 3
_LEAST_WIDTH = 40


class TextReport:
    """Writes each file's findings as they come, then notes and a summary in a sentence."""

    def __init__(self, stream: TextIO, context: ReportContext) -> None:
        self.stream = stream
        self.context = context
        self.gettext = catalogue(context.language)
        self.width = max(_LEAST_WIDTH, context.width)
        self.files_with_findings: set[str] = set()
        self.rules: dict[str, None] = {}

    def add(self, result: FileResult) -> None:
        """Write one file's findings; nothing for a file without any."""
        if not result.findings:
            return
        self.files_with_findings.add(result.path)
        several = len({finding.platform for finding in result.findings}) > 1
        lines = [self._paint(visible(result.path), "path"), ""]
        for finding in result.findings:
            lines += [self._header(finding, finding.platform if several else ""), *self._body(finding), ""]
        self._write(lines)

    def standing(self, rules: Sequence[str]) -> tuple[str, ...]:
        """Those of the rules that were explained already: each is once."""
        return tuple(rule for rule in rules if rule in self.rules)

    def skip(self, paths: Sequence[str], rules: Sequence[str]) -> None:
        """Take results with findings of these rules, whose words are written already."""
        self.files_with_findings.update(paths)
        self.rules |= dict.fromkeys(rules)

    def close(self, summary: Summary) -> None:
        """Write the notes, the figures of the run, and where to learn more; nothing when only findings are wanted."""
        if self.context.quiet:
            return
        lines = self._notes(summary.notes)
        lines += self._verdict(summary)
        lines += self._fixes(summary)
        lines += self._baseline(summary)
        _ = self.gettext
        if summary.suppressed and self.context.verbose:
            lines += wrap(_("{count:finding|findings} silenced by comments.", count=summary.suppressed), self.width)
        if self.rules:
            rule = next(iter(self.rules))
            lines += wrap(_("More about a rule: {command}", command=f"smolint rule {rule}"), self.width)
        self._write(lines)

    def _body(self, finding: Finding) -> list[str]:
        lines = wrap(finding.message, self.width, _INDENT, _INDENT)
        if finding.excerpt.text:
            lines += self._excerpt(finding, len(_INDENT) + len(str(finding.line)))
        advice = finding.help or (finding.fix.title if finding.fix else "")
        _ = self.gettext
        if advice:
            lines += self._labelled(_("help:"), advice)
        if finding.reason and finding.rule not in self.rules:
            lines += self._labelled(_("why:"), finding.reason)
        if finding.url and (self.context.verbose or finding.rule not in self.rules):
            lines += self._labelled(_("see:"), finding.url)
        self.rules.setdefault(finding.rule)
        return lines

    def _header(self, finding: Finding, platform: str) -> str:
        place = self._paint(f"{finding.line}:{finding.column}", "strong")
        level = self._paint(level_word(finding.level, self.gettext), finding.level.value)
        rule = visible(finding.rule) + (f" ({visible(platform)})" if platform else "")
        return f"{_INDENT}{place} {level} {self._paint(rule, 'quiet')}"

    def _excerpt(self, finding: Finding, gutter: int) -> list[str]:
        from smolint.reporters.excerpt import underline

        shown = underline(finding, self.width - gutter - 3)
        number = self._paint(f"{finding.line:>{gutter}} |", "quiet")
        bar = self._paint(" " * gutter + " |", "quiet")
        carets = self._paint("^" * shown.marked, finding.level.value)
        lines = [f"{number} {shown.line}".rstrip(), f"{bar} {' ' * shown.before}{carets}"]
        more = finding.end_line - finding.line - (finding.end_column == 1)
        if more > 0:
            lines.append(f"{bar} " + self.gettext("… and {count:more line|more lines}", count=more))
        return lines

    def _labelled(self, label: str, text: str) -> list[str]:
        hanging = _INDENT + " " * (width(label) + 1)
        first, *rest = wrap(text, self.width, hanging, hanging)
        return [_INDENT + self._paint(label, "label") + first.removeprefix(hanging[:-1]), *rest]

    def _notes(self, notes: Sequence[Note]) -> list[str]:
        lines: list[str] = []
        ordered = sorted(notes, key=lambda note: note.message)
        for message, group in groupby(ordered, key=lambda note: note.message):
            lines += self._note(message, [note.path for note in group if note.path])
        return [*lines, ""] if lines else []

    def _note(self, message: str, paths: list[str]) -> list[str]:
        _ = self.gettext
        label = _("note:") + " "
        hanging = " " * width(label)
        if not paths:
            return wrap(message, self.width, label, hanging)
        listed = paths if self.context.verbose else paths[:_LISTED_NOTES]
        left = len(paths) - len(listed)
        names = ", ".join(listed)
        if left:
            names = _("{names} and {count:other file|other files}", names=names, count=left)
        return wrap(f"{message} ({names})", self.width, label, hanging)

    def _verdict(self, summary: Summary) -> list[str]:
        _ = self.gettext
        if not summary.files:
            sentence, style = _("No drafts found."), "strong"
        elif not summary.findings:
            sentence, style = _("Nothing to mend in {files:file|files}.", files=summary.files), "good"
        else:
            sentence, style = self._counted(summary), "strong"
        return [self._paint(line, style) for line in wrap(sentence, self.width)]

    def _fixes(self, summary: Summary) -> list[str]:
        """What was mended, and what could be."""
        _ = self.gettext
        lines = []
        if summary.fixed:
            lines.append(_("{count:problem|problems} mended.", count=summary.fixed))
        if summary.fixable:
            lines.append(
                _("{command} mends {count:of these|of these} by itself.", command="--fix", count=summary.fixable)
            )
        if summary.fixable_unsafe:
            command = "--fix --unsafe-fixes"
            lines.append(
                _("{command} mends {count} more: read what it changes.", command=command, count=summary.fixable_unsafe)
            )
        return [line for text in lines for line in wrap(text, self.width)]

    def _baseline(self, summary: Summary) -> list[str]:
        """What the baseline hides, and what of it could be dropped."""
        _ = self.gettext
        lines = []
        if summary.baselined:
            lines.append(_("{count:finding|findings} hidden by the baseline.", count=summary.baselined))
        if summary.gone:
            command = "smolint baseline"
            lines.append(
                _(
                    "{count:entry|entries} of the baseline gone: {command} drops what is mended.",
                    count=len(summary.gone),
                    command=command,
                )
            )
            lines += [f"  {visible(entry)}" for entry in summary.gone] if self.context.verbose else []
        return [line for text in lines for line in wrap(text, self.width)]

    def _counted(self, summary: Summary) -> str:
        _ = self.gettext
        levels, some = counted_levels(summary.by_level, _), len(self.files_with_findings)
        if some == summary.files:
            return _("{levels} in {files:file|files}.", levels=levels, files=some)
        return _("{levels} in {files:file|files} out of {all}.", levels=levels, files=some, all=summary.files)

    def _paint(self, text: str, style: str) -> str:
        return paint(text, style, color=self.context.color)

    def _write(self, lines: Sequence[str]) -> None:
        self.stream.write(no_commands("\n".join(lines)) + "\n")
