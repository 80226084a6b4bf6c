"""Linting one draft: runs the checks of the selected rules and turns their marks into findings."""

from __future__ import annotations

from pathlib import Path, PurePath

from smolint.check import Mark, Trouble
from smolint.checks.search_fields import is_cornerstone
from smolint.dataclass import dataclass, field, replace
from smolint.finding import ALWAYS_TOLD, Edit, Excerpt, Finding, Fix, Level, digest
from smolint.locale import catalogue
from smolint.masking import by_start, masked_source, told_by, without_secrets
from smolint.rules import translate
from smolint.selection import Selected, ignored_for, is_cornerstone_file
from smolint.source import Span
from smolint.targets import shown_path
from smolint.type_checking import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any

    from smolint.draft import Draft
    from smolint.reading import Reading
    from smolint.rules import Rule
    from smolint.setup import Setup
    from smolint.source import Source
    from smolint.time_limit import TimeLimit
    from smolint.vale.governing import Vale

EXCERPT_BEFORE = 120
EXCERPT_LENGTH = 480
MARKED_LENGTH = 200
INTERNAL_ERROR = "source/internal-error"


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a corpus check keeps of a draft, and the finding to report, message yet to be filled."""

    kept: Any
    finding: Finding

    @property
    def identity(self) -> tuple[str, int, str]:
        """The path, number and platform of the draft."""
        return self.finding.path, self.finding.draft, self.finding.platform


@dataclass(slots=True)
class Verdict:
    """What linting one draft gave: findings, evidence by rule for the corpus checks, tracebacks of failed checks.

    `secrets` are the places of what must not be shown, `notes` say which rules could not be followed.
    """

    findings: list[Finding] = field(default_factory=list)
    evidence: list[tuple[str, Evidence]] = field(default_factory=list)
    crashes: list[str] = field(default_factory=list)
    secrets: list[Span] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def rules_for(draft: Draft, path: PurePath, kind: str, setup: Setup) -> list[Selected]:
    """The rules that run on a draft; on one that cannot be read or has no platform, only those about parsing.

    On a platform that has closed nothing needs mending but where the draft goes.
    """
    ignored = ignored_for(setup.config, path)
    selected = list(setup.selected(draft.platform, kind, draft.language, ignored))
    if setup.vale:
        selected = list(_governed(setup.vale, path, selected))
    if draft.format == "unreadable" or not draft.platform:
        anywhere = draft.format != "unreadable" and setup.vale is not None and setup.vale.rules
        selected = [
            one
            for one in selected
            if one.rule.extends == "reported-by-parser" or (anywhere and one.rule.id in anywhere)
        ]
    platform = setup.host.platforms.get(draft.platform)
    if platform is not None and platform.discontinued:
        selected = [one for one in selected if setup.host.checks[one.rule.extends].on_closed]
    if draft.format == "unreadable":
        there = {one.rule.id for one in selected}
        told = (_always_told(name, setup, ignored) for name in ALWAYS_TOLD if name not in there)
        selected += [one for one in told if one]
    return selected


def _always_told(name: str, setup: Setup, ignored: Iterable[str] = ()) -> Selected | None:
    """A rule that runs whatever was selected: a file that was not linted must not pass for a clean one.

    None where the rule itself is ignored by its name.
    """
    rule = setup.rules.get(name)
    if rule is None or name in (*setup.config.ignore, *ignored):
        return None
    own = setup.config.rules.get(name, {}).get("level", rule.level)
    return None if own == "off" else Selected(rule, Level(own))


def _governed(vale: Vale, path: PurePath, selected: Iterable[Selected]) -> Iterator[Selected]:
    """The rules with the levels that a `.vale.ini` gives them for a file, without those that do not run there."""
    levels = vale.levels(path)
    for one in selected:
        if one.rule.id not in vale.rules:
            yield one
        elif one.rule.id in levels:
            yield replace(one, level=levels[one.rule.id])


def judge(reading: Reading, selected: list[Selected], setup: Setup, limit: TimeLimit | None = None) -> Verdict:
    """Run the selected rules on one draft. A check that fails costs only its own findings, and is told.

    Raises TooSlow when the time of `limit` is over.
    """
    verdict = Verdict()
    draft = reading.draft
    cornerstone = is_cornerstone(draft) or is_cornerstone_file(setup.config, PurePath(draft.source.path))
    silent = setup.silent(reading, selected)
    for one in selected:
        if limit:
            limit.check()
        if one.rule.id in silent:
            continue
        try:
            _apply(reading, one, setup, verdict, cornerstone=cornerstone)
        # The second border: one check on one draft. A bug in it must not lose the other findings.
        except Exception as error:  # noqa: BLE001
            import traceback

            where = f"{draft.source.path}, draft {draft.index}, rule {one.rule.id}"
            verdict.crashes.append(f"{where}\n{traceback.format_exc()}")
            place = Span(draft.body_span.start, draft.body_span.start)
            verdict.findings += failed(draft, Mark(place, {"rule": one.rule.id, "reason": told(error)}), setup)
    if verdict.secrets:
        _hide_secrets(reading.draft.source, verdict)
    return verdict


def told(error: Exception) -> str:
    """An error on one line, with its type."""
    return " ".join(f"{type(error).__name__}: {error}".split()).rstrip(": ")


def failed(draft: Draft, mark: Mark, setup: Setup) -> list[Finding]:
    """The finding that something in smolint or a plugin failed on a draft; none where that is ignored."""
    rule = _always_told(INTERNAL_ERROR, setup, ignored_for(setup.config, PurePath(draft.source.path)))
    return [make_finding(draft, mark, rule, setup)] if rule else []


def _hide_secrets(source: Source, verdict: Verdict) -> None:
    """Mask what was marked as secret in every finding of the draft: other rules may show the same line."""
    hidden = masked_source(source, verdict.secrets)
    starts = by_start(source[span] for span in verdict.secrets)

    def clean(finding: Finding) -> Finding:
        shown = replace(finding, text=hidden[finding.span][:MARKED_LENGTH], excerpt=_excerpt(hidden, finding.span))
        return without_secrets(shown, told_by(shown, starts))

    verdict.findings = [clean(finding) for finding in verdict.findings]
    verdict.evidence = [(rule, replace(one, finding=clean(one.finding))) for rule, one in verdict.evidence]


def _apply(reading: Reading, one: Selected, setup: Setup, verdict: Verdict, *, cornerstone: bool) -> None:
    ready = setup.ready(one.rule, reading, cornerstone=cornerstone)
    if ready is None:
        return
    check, options = ready
    if check.run:
        for mark in check.run(reading, options):
            if isinstance(mark, Trouble):
                verdict.notes.append(_note(mark, one.rule, setup))
                continue
            verdict.findings.append(make_finding(reading.draft, mark, one, setup))
            if mark.secret:
                verdict.secrets.append(mark.span)
    if check.gather:
        trace = check.gather(reading, options)
        if trace is not None:
            finding = make_finding(reading.draft, trace.mark, one, setup)
            verdict.evidence.append((one.rule.id, Evidence(trace.kept, finding)))


def _note(trouble: Trouble, rule: Rule, setup: Setup) -> str:
    """A trouble in the language of the setup, with the rule, its file and its line."""
    place = f"{shown_path(Path(rule.path))}:{rule.lines.get(trouble.key, 1)}" if rule.path else ""
    gettext = catalogue(setup.language)
    problem = trouble.problem.told(gettext)
    if not place:
        return gettext("rule {name}: {problem}", name=rule.id, problem=problem)
    return gettext("rule {name}, {place}: {problem}", name=rule.id, place=place, problem=problem)


def make_finding(draft: Draft, mark: Mark, one: Selected, setup: Setup) -> Finding:
    """The finding of a mark: place, words in the language of the setup, excerpt."""
    source, span, language = draft.source, mark.span, setup.language
    start, end = source.position(span.start), source.position(span.end)
    level = one.level if mark.at_most is None or one.level <= mark.at_most else mark.at_most
    return Finding(
        rule=one.rule.id,
        level=level,
        message=one.rule.say(mark.values, language, mark.variant),
        path=source.path,
        line=start.line,
        column=start.column,
        end_line=end.line,
        end_column=end.column,
        span=span,
        text=source[span][:MARKED_LENGTH],
        draft=draft.index,
        platform=draft.platform,
        fix=_placed(mark.fix, source) if mark.fix else None,
        url=one.rule.link,
        help=one.rule.advise(mark.values, language, mark.variant),
        reason=translate(one.rule.why, language),
        excerpt=_excerpt(source, span),
        digest=digest(source[span]) if span.end - span.start > MARKED_LENGTH else "",
    )


def with_values(finding: Finding, rule: Rule, values: dict[str, Any], setup: Setup) -> Finding:
    """A finding of a corpus check, its words filled with the values known only when the run ends."""
    variant = str(values.get("variant", ""))
    message = rule.say(values, setup.language, variant)
    return replace(finding, message=message, help=rule.advise(values, setup.language, variant))


def _placed(fix: Fix, source: Source) -> Fix:
    edits = []
    for edit in fix.edits:
        start, end = source.position(edit.span.start), source.position(edit.span.end)
        place = (start.line, start.column, end.line, end.column)
        edits.append(Edit(edit.span, edit.content, *place, replaced=source[edit.span]))
    return replace(fix, edits=tuple(edits))


def _excerpt(source: Source, span: Span) -> Excerpt:
    """The line of the span's start, or a window of it around the span when the line is very long."""
    line = source.line_text(span.start)
    column = source.position(span.start).column
    offset = span.start - source.line_start(span.start)
    start = max(0, offset - EXCERPT_BEFORE)
    window = line[start : start + EXCERPT_LENGTH]
    return Excerpt(window, column - offset + start, start > 0, start + EXCERPT_LENGTH < len(line))
