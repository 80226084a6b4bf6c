"""Titles that shout or bait: capitals, rows of marks and emoji, promises of something unbelievable."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from smolint.check import Check, Mark, NoOptions
from smolint.checks.capitals import Capitals, capital_runs
from smolint.checks.seo_title import title_on_results
from smolint.finding import Level
from smolint.late_pattern import compiled, late_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smolint.reading import Reading

_QUOTED = late_pattern(r"«[^»]*»|“[^”]*”|\"[^\"]*\"|`[^`]*`|‘[^’]*’")
_MARKS = late_pattern(
    r"(?<=[\w)»”’'\u202f\u00a0])[!?！？](?:[!?！？]|[\u202f\u00a0][!?！？])+(?=\s|$|[)»”])|(?<= )[!?！？]{2,}$"
)
_MILD_MARKS = frozenset({"?!", "!?"})
_CAPITALS = late_pattern(r"(?<![\w@#.])[A-ZÀ-ÖØ-ÞŒŸ]{2,}(?:['’-][A-ZÀ-ÖØ-ÞŒŸ]+)*(?![\w@])")
_LOWER = late_pattern(r"[a-zß-öø-ÿœ]")
_VOWEL = late_pattern("[AEIOUYÀ-ÖÙ-ÜŒ]")
_LEAST_LETTERS = 4
_EMOJI = (
    "(?:[\u2600-\u27bf\u2b50\u2b55\U0001f300-\U0001faff][\ufe0f\U0001f3fb-\U0001f3ff]*"
    "(?:\u200d[\u2600-\u27bf\U0001f300-\U0001faff][\ufe0f\U0001f3fb-\U0001f3ff]*)*)"
)
_EMOJI_ROW = late_pattern(rf"{_EMOJI}(?:[ \u00a0\u202f]?{_EMOJI}){{2,}}")
_HYPE = (
    "amazing|astonishing|awesome|crazy|epic|genius|incredible|insane|jaw-dropping|killer|life-changing|mind-blowing|"
    "mind-boggling|outrageous|shocking|unbelievable|weird"
)
_HYPE_FR = (
    "ahurissante?s?|bluffante?s?|choquante?s?|dingues?|époustouflante?s?|génial(?:e|es)?|géniaux|hallucinante?s?|"
    "imparables?|incroyables?|stupéfiante?s?|folles|insoupçonnée?s?"
)
_BAIT = rf"""
(?:you|you'll|you will)(?: just)? (?:won't|will not|never|can't)(?: ever)? (?:guess|believe) (?!me\b)\w.*
can't believe (?:what|how|who|this)\b.*
(?<=[.…!?:,;—–-] )what (?:happens|happened|he did|she did|they did|comes) next\b.*
ce qui (?:se passe|s'est passé|arrive|est arrivé) (?:ensuite|après)\b.*
(?:this|one) (?:weird|simple|strange) (?:old )?tricks?\b.*
(?:will|to) (?:blow your mind|shock you|make you cry|leave you speechless|amaze you|melt your heart)\b
(?:doctors|dentists|experts|they) (?:hate (?:this|him|her)|don't want you to know)\b.*
(?:number|no\.|#) ?\d+ (?:will|is going to) (?:shock|surprise|amaze|blow)\b.*
the shocking truth\b.*
nobody (?:is talking|wants to talk|tells you) about\b.*
(?:absolutely |simply |totally )?(?:unbelievable|mind-?blowing|jaw-dropping)\b
\d+ (?:\w+ ){{0,2}}?(?:{_HYPE})\b
(?:vous|tu) n'(?:allez|vas) (?:pas|jamais) (?:en |le |y )?(?:croire|revenir|imaginer)\b.*
(?:vous|tu) n'en (?:croirez|reviendrez|croiras|reviendras) (?:pas|jamais)\b.*
(?:vous|tu) ne (?:devinerez|croirez|devineras|croiras) jamais\b.*
(?:ce qui|ce qu'|la suite|la fin|la raison|le numéro|la réponse)[^.:!?]* va (?:vous|te) (?:étonner|surprendre)\b.*
(?:va|vont) (?:vous|te) (?:choquer|bluffer|sidérer|bouleverser|laisser sans voix|couper le souffle)\b.*
les? (?:médecins?|experts?|banques?) (?:détestent?|ne veulent pas que)\b.*
(?:ce que )?personne ne (?:vous|te) dit\b.*
(?:l')?incroyable(?:s|ment)?\b
\d+ (?:[^\s!?.:]+ ){{1,3}}?(?:{_HYPE_FR})\b
"""
"""One promise of titles that bait on each line: a space is any space, an apostrophe either of both."""

_TRIGGER = late_pattern(
    r"\d|believe|guess|next|ensuite|après|trick|blow|shock|cry|speechless|amaze|melt|hate|know|surpr|nobody|jaw-|"
    r"croi|croya|revi|reve|imaginer|deviner|étonner|choquer|bluffer|sidérer|boulever|voix|souffle|détest|veulent|personne"
)
"""What every line of `_BAIT` has something of: most titles have none, and need not be compared with each line."""


@cache
def _bait() -> re.Pattern[str]:
    lines = (line.replace("'", "['’]") for line in _BAIT.strip().splitlines())
    pattern = "|".join(f"(?:{line})" for line in lines)
    return compiled(rf"(?<!\w)(?:{pattern})".replace(" ", r"[ \u00a0\u202f]"), re.I)


def seo_title_shouts(reading: Reading, _options: NoOptions) -> Iterator[Mark]:
    """The parts of a title that shout: capitals (`capitals`), marks (`marks`), emoji (`emoji`), bait (`bait`).

    Bait is a suggestion at most. Acronyms, code and what a title quotes are left alone. The value `text` is what is
    marked.
    """
    titles = {block.span(): block for block in (reading.draft.title, title_on_results(reading.draft)) if block}
    for block in titles.values():
        text = _QUOTED.sub(lambda match: "\ufffc" * len(match.group()), block.text)
        shouts = list(_shouts(text))
        if not any(variant == "capitals" for variant, _, _ in shouts):
            shouts += [("capitals", start, end) for start, end, _ in capital_runs(block, Capitals())]
        for variant, start, end in shouts:
            at_most = Level.SUGGESTION if variant == "bait" else None
            yield Mark(block.span(start, end), {"text": block.text[start:end]}, variant=variant, at_most=at_most)


def _shouts(text: str) -> Iterator[tuple[str, int, int]]:
    capitals = _capitals(text)
    if capitals:
        yield "capitals", *capitals
    for match in _MARKS.finditer(text):
        if match.group() not in _MILD_MARKS:
            yield "marks", *match.span()
    for match in _EMOJI_ROW.finditer(text):
        yield "emoji", *match.span()
    bait = _bait().search(text) if _TRIGGER.search(text.lower()) else None
    if bait:
        yield "bait", bait.start(), bait.start() + len(bait.group().rstrip(" .!?\u00a0\u202f"))


def _capitals(text: str) -> tuple[int, int] | None:
    """The range of a title all in capitals, unless its words may all be acronyms."""
    words = list(_CAPITALS.finditer(text))
    long = [word for word in words if len(word.group()) >= _LEAST_LETTERS and _VOWEL.search(word.group())]
    if len(long) < 2 or len(words) < 3 or _LOWER.search(text):
        return None
    return words[0].start(), words[-1].end()


CHECKS: tuple[Check, ...] = (Check("seo-title-shouts", seo_title_shouts),)
