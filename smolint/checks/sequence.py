"""Words in a row, by what they are in the sentence: nouns, verbs and so on, as a trained spaCy pipeline tags them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any

from smolint.check import Check, Mark, Trouble
from smolint.checks.action import Acting, check_action, fix_of
from smolint.checks.pack_rule import Scoped, check_patterns, with_patterns
from smolint.dataclass import dataclass
from smolint.errors import phrase
from smolint.options import OptionError, did_you_mean, nearest
from smolint.patterns import Pattern, pattern
from smolint.source import Cover
from smolint.texts import texts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Token

    from smolint.draft import Block
    from smolint.reading import Reading

_KEYS: Mapping[str, type] = {
    "pattern": str,
    "tag": str,
    "upos": str,
    "skip": int,
    "min": int,
    "negate": bool,
    "target": bool,
}
MOST = 50
"""The most words that may be skipped."""


@dataclass(frozen=True)
class Step:
    """One word of a sequence: its pattern, its tag (Penn's for English) or universal tag, after up to `skip` words."""

    pattern: Pattern | None = None
    tag: Pattern | None = None
    upos: str = ""
    skip: int = 0
    negate: bool = False
    target: bool = False

    @property
    def is_word(self) -> bool:
        """Whether it wants a word, and is not only a gap."""
        return bool(self.pattern or self.tag or self.upos)

    def fits(self, token: Token) -> bool:
        """Whether a word is what is wanted here."""
        return self._is(token) != self.negate

    def _is(self, token: Token) -> bool:
        if self.pattern and not self.pattern.search(token.text):
            return False
        if self.upos and token.pos_ != self.upos:
            return False
        return not self.tag or self.tag.search(token.tag_) is not None


@dataclass(frozen=True)
class WordSequence(Acting, Scoped):
    """Options: `tokens` are maps of `pattern`, `tag`, `upos`, `skip`, `min`, `negate`, `target`.

    A match that begins where one of `exceptions` matches is none.
    """

    tokens: tuple[dict[str, Any], ...] = ()
    exceptions: tuple[str, ...] = ()
    ignorecase: bool = False

    def __post_init__(self) -> None:
        for token in self.tokens:
            for key, value in token.items():
                if key not in _KEYS:
                    problem = phrase("unknown key '{key}' in a token", key=key)
                    raise OptionError("tokens", problem, did_you_mean(nearest(key, _KEYS)))
                if not isinstance(value, _KEYS[key]) or (type(value) is int and not 0 <= value <= MOST):
                    raise OptionError("tokens", phrase("'{value}' is no {key} of a token", value=value, key=key))
            check_patterns("tokens", [token.get("pattern", ""), token.get("tag", "")])
        check_patterns("exceptions", self.exceptions)
        check_action(self)

    @property
    def needs_tags(self) -> bool:
        """Whether the rule asks what words are in their sentence."""
        return any(token.get("tag") or token.get("upos") for token in self.tokens)

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """The words wanted, each as often as it is."""
        return tuple(self._step(token) for token in self.tokens for _ in range(max(token.get("min", 1), 1)))

    def _step(self, token: Mapping[str, Any]) -> Step:
        flag = "(?i)" if self.ignorecase else ""
        return Step(
            pattern(f"{flag}^(?:{token['pattern']})$") if token.get("pattern") else None,
            pattern(token["tag"]) if token.get("tag") else None,
            token.get("upos", ""),
            token.get("skip", 0),
            token.get("negate", False),
            token.get("target", False),
        )

    @cached_property
    def anchor(self) -> Pattern | None:
        """A pattern that every text with a match holds; None where the rule names no certain word."""
        words = [one for one in self.tokens if one.get("pattern") and not one.get("negate")]
        flag = "(?i)" if self.ignorecase else ""
        longest = max(words, key=lambda one: len(one["pattern"]), default=None)
        return pattern(f"{flag}(?:{longest['pattern']})") if longest else None


@with_patterns("tokens")
def sequence(reading: Reading, options: WordSequence) -> Iterator[Mark | Trouble]:
    """Each match of the sequence within a sentence, or what its `target` has matched.

    A rule with tags is skipped, with a note, in a language for which no pipeline is named. Values: `match` (also `0`).
    """
    laid = texts(reading, options.scope)
    missing = set()
    for index in laid.candidates(options.anchor) if options.anchor else range(len(laid.blocks)):
        block = laid.blocks[index]
        language = reading.language_of(block) or reading.draft.language
        name = reading.pipelines.get(language, "")
        if options.needs_tags and not name:
            missing.add(language)
            continue
        yield from _in_block(reading, block, options, name if options.needs_tags else "")
    for language in sorted(missing):
        yield Trouble(
            phrase(
                "skipped: it needs a trained spaCy pipeline for '{language}', named under [spacy]", language=language
            ),
            "tokens",
        )


def _in_block(reading: Reading, block: Block, options: WordSequence, name: str) -> Iterator[Mark]:
    doc = reading.parsed(block, name) if name else reading.doc(block)
    guarded = Cover(found.span() for one in options.exceptions for found in pattern(one).finditer(block.prose))
    for sentence in doc.sents:
        words = [token for token in sentence if not token.is_space]
        at = -1
        while at < len(words):
            found = _match(words, at, options.steps)
            start = words[found[0]].idx if found else 0
            if not found or guarded.holds(start):
                at += 1
                continue
            end = words[found[1]].idx + len(words[found[1]])
            text = block.text[start:end]
            fix = fix_of(reading, block, start, end, options.suggestions(text), safe=options.safe)
            yield Mark(block.span(start, end), {"0": text, "match": text}, fix)
            at = max(found[1], at) + 1


def _match(words: Sequence[Token], at: int, steps: Sequence[Step]) -> tuple[int, int] | None:
    """The first and the last word of the match that begins at a word, or of its target; None when there is none."""
    placed = _placed(words, at, steps, 0)
    if not placed or (at < 0 and not steps[0].negate):
        return None
    targets = [place for place, step in placed if step.target]
    places = targets or [place for place, _ in placed]
    return min(places), max(places)


def _placed(words: Sequence[Token], at: int, steps: Sequence[Step], number: int) -> list[tuple[int, Step]] | None:
    """Where each step from that number on finds its word, the first of them at `at`; the nearest words win."""
    if number == len(steps):
        return []
    step = steps[number]
    # Nothing stands before a match: the gap of its first step is empty.
    for gap in range(step.skip + 1 if number else 1):
        place = at + gap
        if not step.is_word:
            rest = _placed(words, place, steps, number + 1)
            if rest is not None:
                return rest
        elif not 0 <= place < len(words):
            # There is no word beyond the end of a sentence, so it is not the one that must not stand there.
            return _placed(words, place + 1, steps, number + 1) if step.negate else None
        elif step.fits(words[place]):
            rest = _placed(words, place + 1, steps, number + 1)
            if rest is not None:
                return [(place, step), *rest]
    return None


CHECKS: tuple[Check, ...] = (Check("sequence", sequence, WordSequence),)
