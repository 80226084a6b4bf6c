"""Words and marks written twice: “the the”, « de de », “,,”, “!!”."""

from __future__ import annotations

import re
from itertools import compress, islice
from operator import eq

from smolint.check import Check, Mark, NoOptions
from smolint.checks.running_text import running_blocks
from smolint.finding import Fix
from smolint.late_pattern import late_pattern
from smolint.texts import running_texts
from smolint.type_checking import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smolint.checks.running_text import Running
    from smolint.reading import Reading

_ENGLISH = (
    "a an and are at be because been but could from has have he if into its my of or our she should than the their "
    "they this to we were with would your"
)
_FRENCH = (
    "à au aux avec ce ces cette dans de des du et je le les mais mon notre par pour quand sa se ses un une vos votre"
)
_SAFE = {"en": frozenset(_ENGLISH.split()), "fr": frozenset(_FRENCH.split())}
"""Words that, twice in a row, nobody means: no name, no verb with its pronoun (« nous nous »), no “had had”."""

_TWICE = late_pattern(
    r"(?<![\w'’.-])(?P<word>[^\W\d_]{1,9})(?P<gap>[ \u00a0\u202f]+|[ ]*\n[ ]*)"
    r"(?P<again>(?i:(?P=word)))(?![\w'’*-]|\.\w)"
)
_DOUBLED = late_pattern(
    r"(?<=[^\W_])(?P<mark>,,|;;)(?=\s|\Z)"
    r"|(?<=[\w)»”])(?P<dots>\.\.)(?=\s+[^\W\d_]|\Z)(?!\s*\.)"
    r"|(?<=[\w)»”’'\"\u00a0\u202f ])(?P<shout>!{2,}|\?{2,})(?=[)»”]|\s+[^\Wa-zà-öø-ÿœ]|\s*\Z)"
)

_MAY_REPEAT = late_pattern(r"[^\w'’.-](\w{1,9}+)[ \u00a0\u202f\n]++\1\b", re.IGNORECASE)
_MAY_DOUBLE = late_pattern(r",,|;;|\.\.|!!|\?\?")
"""What `_DOUBLED` finds holds one of these, what `_TWICE` finds the one above; they are found much faster."""

_SMALL = frozenset().union(*_SAFE.values())


def repeated_word(reading: Reading, _options: NoOptions) -> Iterator[Mark]:
    """Each small word that stands twice in a row. Value: `word`."""
    tokens = running_texts(reading).tokens
    if _SMALL.isdisjoint(compress(tokens, map(eq, tokens, islice(tokens, 1, None)))):
        return
    for running in running_blocks(reading, _MAY_REPEAT):
        for match in _TWICE.finditer(running.text):
            if match["word"].lower() in _SAFE[running.language] and not _is_meant(running.text, match):
                shown = running.block.span(*match.span())
                yield Mark(shown, {"word": match["word"]}, _without_one(reading, running, match))


def _without_one(reading: Reading, running: Running, match: re.Match[str]) -> Fix | None:
    """Without the second word and the space before it; where a line ends between, without the first and its space."""
    start, end = match.end("word"), match.end("again")
    if "\n" in match["gap"]:
        start, end = match.start() - 1, match.end("word")
    removed = running.block.text[max(0, start) : end]
    span = running.block.span(max(0, start), end)
    if not removed.startswith(" ") or reading.draft.source[span] != removed:
        return None
    from smolint.insertion import text_edit

    edit = text_edit(reading.draft, span, "")
    return Fix(f"{match['word']} {match['again']} → {match['word']}", (edit,)) if edit else None


def _is_meant(text: str, match: re.Match[str]) -> bool:
    """Whether a comma, a quotation or two sentences come between, or the words are an idiom or a letter's name."""
    if match["word"] != match["again"] and not match["word"][0].isupper():
        return True
    rest = text[match.end() : match.end() + 12]
    # « de de Gaulle », “the The Who”: a name follows that begins with the word; “to to-do”; a third time is a play.
    return rest.lstrip().lower().startswith(match["word"].lower()) or bool(re.match(r"\s+[A-Z]", rest))


def repeated_punctuation(reading: Reading, _options: NoOptions) -> Iterator[Mark]:
    """Each mark that is doubled (`,,`, `;;`, `..`, `!!`, `??`), outside of the title, which another rule looks at.

    Values: `mark`, `better`.
    """
    for running in running_blocks(reading, _MAY_DOUBLE):
        if running.block is not reading.draft.title:
            yield from (_mark(reading, running, match) for match in _DOUBLED.finditer(running.text))


def _mark(reading: Reading, running: Running, match: re.Match[str]) -> Mark:
    kind = match.lastgroup or "mark"
    start, end = match.span(kind)
    span = running.block.span(start, end)
    exact = reading.draft.source[span] == match[kind]
    from smolint.insertion import text_edit

    edit = text_edit(reading.draft, span, match[kind][0]) if exact else None
    # Two dots may have been meant as three, and some shout on purpose.
    fix = Fix(f"{match[kind]} → {match[kind][0]}", (edit,), safe=kind == "mark") if edit else None
    return Mark(span, {"mark": match[kind], "better": match[kind][0]}, fix)


CHECKS: tuple[Check, ...] = (
    Check("repeated-word", repeated_word),
    Check("repeated-punctuation", repeated_punctuation),
)
