"""`--statistics`: how often each rule spoke, instead of the findings."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, TextIO

from smolint.locale import catalogue
from smolint.reporters.records import document
from smolint.reporters.wording import level_word

if TYPE_CHECKING:
    from smolint.finding import FileResult, Level, Summary
    from smolint.reporters.reporter import ReportContext


class StatisticsReport:
    """Counts findings by rule and level, the most frequent first."""

    def __init__(self, stream: TextIO, context: ReportContext) -> None:
        self.stream = stream
        self.gettext = catalogue(context.language)
        self.counts: Counter[tuple[str, Level]] = Counter()

    def add(self, result: FileResult) -> None:
        """Count the findings of one file."""
        self.counts.update((finding.rule, finding.level) for finding in result.findings)

    def close(self, summary: Summary) -> None:
        """Write a line for each rule and level."""
        ranked = sorted(self.counts.items(), key=lambda item: (-item[1], item[0]))
        words = {level: level_word(level, self.gettext) for (_, level), _ in ranked}
        broad = max((len(word) for word in words.values()), default=0)
        digits = len(str(ranked[0][1])) if ranked else 0
        for (rule, level), count in ranked:
            self.stream.write(f"{count:>{digits}}  {words[level]:<{broad}}  {rule}\n")


class JsonStatisticsReport(StatisticsReport):
    """The same as one JSON object."""

    def close(self, summary: Summary) -> None:
        """Write `{"version": 1, "statistics": [{"rule", "level", "count"}]}`."""
        ranked = sorted(self.counts.items(), key=lambda item: (-item[1], item[0]))
        records = [{"rule": rule, "level": level.value, "count": count} for (rule, level), count in ranked]
        self.stream.write(document(statistics=records) + "\n")
