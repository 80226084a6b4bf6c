"""Findings built by hand, as the engine would build them, for the tests of reporters."""

from __future__ import annotations

import io
from collections import Counter
from typing import Any

from smolint.finding import Edit, Excerpt, FileResult, Finding, Fix, Level, Note, Summary
from smolint.reporters.builtin import builtin_reporters
from smolint.reporters.reporter import ReportContext
from smolint.rules import Rule
from smolint.source import Source, Span

FRENCH_POST = (
    "---\ntitle: Le pain du dimanche\n---\n"
    "Nous cuisons à l’aube, chaque dimanche, un pain au levain que nos voisins attendent depuis la veille, "
    "et dont la croûte, dit-on, s’entend jusqu’à la place du marché. Notre pain est bon.\n"
)
TWEET = "🥖🥖 Fresh bread\tat dawn 👩‍🍳 #Bread#Dawn\n"
BLOG = "# Bread\n\nFirst line of a long\nparagraph that goes\non and on.\n"


def finding(
    text: str,
    marked: str,
    rule: str = "sentence/too-long",
    level: Level = Level.WARNING,
    *,
    path: str = "posts/bread.md",
    **others: Any,
) -> Finding:
    """A finding on the first place of `marked` in `text`."""
    start = text.index(marked)
    return finding_at(text, start, start + len(marked), rule, level, path=path, **others)


def finding_at(
    text: str,
    start: int,
    end: int,
    rule: str = "sentence/too-long",
    level: Level = Level.WARNING,
    *,
    path: str = "posts/bread.md",
    message: str = "This sentence is too long.",
    **others: Any,
) -> Finding:
    """A finding on the characters `[start, end)` of a text."""
    source = Source(path, text)
    here, there = source.position(start), source.position(end)
    return Finding(
        rule=rule,
        level=level,
        message=message,
        path=path,
        line=here.line,
        column=here.column,
        end_line=there.line,
        end_column=there.column,
        span=Span(start, end),
        text=text[start:end][:200],
        excerpt=Excerpt(source.line_text(start)),
        **others,
    )


def edit(text: str, old: str, new: str) -> Edit:
    """An edit that replaces the first place of `old`."""
    start = text.index(old)
    source = Source("", text)
    here, there = source.position(start), source.position(start + len(old))
    return Edit(Span(start, start + len(old)), new, here.line, here.column, there.line, there.column)


def summary(results: list[FileResult], *notes: Note) -> Summary:
    """The figures of these results."""
    found = [finding for result in results for finding in result.findings]
    return Summary(
        files=len({result.path for result in results}),
        drafts=sum(result.drafts for result in results),
        by_level=Counter(finding.level for finding in found),
        by_rule=Counter(finding.rule for finding in found),
        notes=(*notes, *(note for result in results for note in result.notes)),
        suppressed=sum(result.suppressed for result in results),
    )


def report(
    name: str,
    results: list[FileResult],
    *notes: Note,
    language: str = "en",
    rules: dict[str, Rule] | None = None,
    **settings: Any,
) -> str:
    """What the reporter of that name writes for these results."""
    stream = io.StringIO()
    reporter = {reporter.name: reporter for reporter in builtin_reporters()}[name]
    opened = reporter.open(stream, ReportContext(language, rules or RULES, "1.2.3", **settings))
    for result in results:
        opened.add(result)
    opened.close(summary(results, *notes))
    return stream.getvalue()


RULES = {
    "sentence/too-long": Rule(
        "sentence/too-long",
        "sentence-length",
        Level.WARNING,
        {
            "en": "This sentence has {count:word|words}: more than {limit}.",
            "fr": "Cette phrase compte {count:mot|mots}, soit plus de {limit}.",
        },
        why={"en": "Readers lose the thread.", "fr": "Le lecteur perd le fil."},
        help={"en": "Cut it in two.", "fr": "Coupez-la en deux."},
        source="a guide of 2012",
        link="https://example.org/sentences",
    )
}


def english_results() -> list[FileResult]:
    """A tweet with three findings, a blog post with one over three lines, a clean file."""
    tweet = (
        finding(
            TWEET,
            "🥖🥖",
            "accessibility/emoji-overuse",
            Level.SUGGESTION,
            path="tweets/dawn.tweet",
            message="Two emoji in a row: screen readers say “baguette bread” each time.",
            help="Keep one.",
            reason="A screen reader speaks every emoji by its name.",
            platform="twitter",
        ),
        finding(
            TWEET,
            "#Bread#Dawn",
            "hashtag/not-a-hashtag",
            Level.ERROR,
            path="tweets/dawn.tweet",
            message="“#Bread#Dawn” is no hashtag: nobody will find it.",
            help="Put a space between the two.",
            reason="Twitter takes a hashtag only where a word begins.",
            fix=Fix("Put a space between the hashtags", (edit(TWEET, "#Bread#Dawn", "#Bread #Dawn"),)),
            platform="twitter",
        ),
        finding(TWEET, "at", "sentence/too-long", Level.WARNING, path="tweets/dawn.tweet", platform="twitter"),
    )
    blog = finding(
        BLOG,
        "First line of a long\nparagraph that goes\non and on.",
        "paragraph/too-long",
        message="This paragraph has 160\u00a0words: on a screen it looks like a wall.",
        help="Start a new paragraph where a new idea begins.",
        platform="wordpress",
    )
    return [
        FileResult("tweets/dawn.tweet", tweet, drafts=1),
        FileResult("posts/bread.md", (blog,), drafts=1),
        FileResult("posts/clean.md", drafts=1),
    ]


def french_results() -> list[FileResult]:
    """A French post with a long line marked at its end, and the same rule twice."""
    sentence = "Notre pain est bon."
    why = "Une question invite à répondre\u202f; une affirmation clôt la conversation."
    closing = finding(
        FRENCH_POST,
        sentence,
        "engagement/no-closing-question",
        path="billets/pain.md",
        message="Terminez par une question pour inviter à répondre\u00a0: la dernière phrase est une affirmation.",
        help="Demandez par exemple «\u00a0Et vous, quel pain vous manque le plus\u202f?\u00a0».",
        reason=why,
        platform="wordpress",
    )
    title = finding(
        FRENCH_POST,
        "Le pain du dimanche",
        "engagement/no-closing-question",
        Level.ERROR,
        path="billets/pain.md",
        message="Le titre se tait.",
        reason=why,
        platform="wordpress",
    )
    return [FileResult("billets/pain.md", (title, closing), drafts=1)]
