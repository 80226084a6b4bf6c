"""What can be told of a regular expression by reading it: the texts that every match holds, whether it can explode.

The syntax is that of .NET and Go's regexp2, which Vale's packs are written in.
"""

from __future__ import annotations

import re
from functools import cache

from smolint.dataclass import dataclass, replace
from smolint.errors import Phrase, phrase
from smolint.late_pattern import late_pattern
from smolint.named_tuple import NamedTuple

MOST_LITERALS = 5000
MOST_PRODUCTS = 64
MOST_OF_CLASS = 6

_PLAIN = late_pattern(r"[^\\\[\](){}|.*+?^$#]*")
# Characters that stand for themselves, up to one that a sign of repetition follows.
_LETTERS = late_pattern(r"[^\\\[\](){}|.*+?^$#]+(?![*+?{])")
_GROUP = late_pattern(
    r"\((?:\?(?:(?P<look><?[=!])|(?P<flags>[a-zA-Z]*(?:-[a-zA-Z]+)?)(?P<ends>[:)])|(?P<atomic>>|\|)|"
    r"P<\w+>|(?P<dotnet><\w+>|'\w+')|(?P<hidden>\#[^)]*\)|P=\w+\))|(?P<condition>(?=\()))|(?!\?))"
)
_REPEAT = late_pattern(r"(?:([*+?])|\{(\d+)(?:,\d*)?\})([?+])?")
_CLASS = late_pattern(r"\[(?P<not>\^)?(?P<body>\]?(?:\[:\^?\w+:\]|\\.|[^\\\]])*)\]", re.DOTALL)
_ESCAPE = late_pattern(
    r"\\(?:(?P<edge>[bBAzZG])|(?P<property>[pP](?:\{[^}]*\}|\w)|x\{[^}]*\}|k[<'{]\w+[>'}])|(?P<quoted>Q(?P<text>.*?)(?:\\E|\Z))|"
    r"(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|c[A-Za-z]|[1-9]\d?|0\d{0,2}|[a-zA-Z])|(?P<sign>.))",
    re.DOTALL,
)


class PatternError(ValueError):
    """An expression cannot be understood; `words` says why, for people."""

    def __init__(self, words: Phrase) -> None:
        super().__init__(words)
        self.words = words


@dataclass(frozen=True, slots=True)
class Needs:
    """What an expression needs.

    Each match holds one of `literals`, in lower case (none: nothing is known). With `exact` each match is one of them,
    and "" may be among them; `opens` and `closes`: each match begins with one, or ends with one. `loops`: something is
    repeated. `special`: only the `regex` package knows it.
    """

    literals: frozenset[str] = frozenset()
    exact: bool = False
    loops: bool = False
    special: bool = False
    opens: bool = False
    closes: bool = False


_NOTHING = frozenset({""})
_UNKNOWN = Needs()


@cache
def needs(expression: str) -> Needs:
    """What a regular expression needs. Raises PatternError where it is not well formed."""
    if _PLAIN.fullmatch(expression) and len(lowered := expression.lower()) == len(expression):
        return _exactly(frozenset({lowered}))
    reader = _Reader(expression)
    found = reader.alternatives()
    if reader.at < len(expression):
        raise PatternError(phrase("a ')' stands without its '('"))
    return Needs(loops=found.loops, special=True) if reader.verbose else found


@cache
def spellings(expression: str) -> frozenset[str]:
    """All texts, in their own case, that an expression can match; none where they are not a few fixed ones.

    Raises PatternError as `needs`.
    """
    reader = _Reader(expression, folded=False)
    found = reader.alternatives()
    whole = found.exact and reader.at == len(expression) and not reader.verbose
    return found.literals if whole else frozenset()


class _Reader:
    """Reads an expression from left to right; the texts that it finds are in lower case when `folded`."""

    def __init__(self, text: str, *, folded: bool = True) -> None:
        self.text = text
        self.folded = folded
        self.at = 0
        self.verbose = False

    def alternatives(self) -> Needs:
        branches = [self.sequence()]
        while self.text.startswith("|", self.at):
            self.at += 1
            branches.append(self.sequence())
        literals = frozenset[str]().union(*(one.literals for one in branches))
        known = all(one.literals for one in branches) and len(literals) <= MOST_LITERALS
        exact = known and all(one.exact for one in branches)
        loops, special = any(one.loops for one in branches), any(one.special for one in branches)
        opens, closes = all(one.opens for one in branches), all(one.closes for one in branches)
        return Needs(literals if known else frozenset(), exact, loops, special, opens, closes)

    def sequence(self) -> Needs:
        best, run, exact = _Held(), _NOTHING, True
        loops = special = False
        while self.at < len(self.text) and self.text[self.at] not in "|)":
            part = self.letters() or self.repeated(self.atom())
            loops, special = loops or part.loops, special or part.special
            if best.closes:
                best = best._replace(closes=False)
            if part.exact and len(run) * len(part.literals) <= MOST_PRODUCTS:
                run = frozenset(before + after for before in run for after in part.literals)
                continue
            # Up to the first part that is left open, the run is what a match begins with.
            opens = exact and run == _NOTHING and part.opens
            best = _longer(_longer(best, _Held(run, opens=exact)), _Held(part.literals, opens, part.closes))
            exact = False
            run = part.literals if part.exact else _NOTHING
        if exact:
            return replace(_exactly(run), loops=loops, special=special)
        best = _longer(best, _Held(run, closes=True))
        return Needs(best.texts, False, loops, special, best.opens, best.closes)

    def letters(self) -> Needs | None:
        """What plain characters at this place need, however many; None where there are none, or one by one is safer."""
        found = _LETTERS.match(self.text, self.at)
        part = self.exactly(found.group()) if found else _UNKNOWN
        if not found or not part.exact:
            return None
        self.at = found.end()
        return part

    def repeated(self, atom: Needs) -> Needs:
        found = _REPEAT.match(self.text, self.at)
        if not found:
            return atom
        self.at = found.end()
        if _REPEAT.match(self.text, self.at):
            raise PatternError(phrase("two signs of repetition stand one after the other"))
        sign, least, *_ = found.groups()
        if sign == "?" and atom.exact:
            return replace(atom, literals=atom.literals | _NOTHING)
        kept = atom.literals if sign == "+" or int(least or 0) else frozenset[str]()
        kept = kept if all(kept) else frozenset()
        return Needs(kept, loops=sign != "?" or atom.loops, special=atom.special)

    def atom(self) -> Needs:
        sign = self.text[self.at]
        if sign == "(":
            return self.group()
        if sign == "[":
            return self.characters()
        if sign == "\\":
            return self.escape()
        if sign in "*+?":
            raise PatternError(phrase("'{sign}' has nothing before it to repeat", sign=sign))
        self.at += 1
        if sign in "^$":
            return Needs(_NOTHING, exact=True)
        return _UNKNOWN if sign == "." else self.exactly(sign)

    def group(self) -> Needs:
        found = _GROUP.match(self.text, self.at)
        if not found:
            raise PatternError(phrase("'{sign}' begins no known group", sign=self.text[self.at : self.at + 3]))
        start, self.at = self.at, found.end()
        self.verbose |= "x" in (found["flags"] or "").partition("-")[0]
        if found["hidden"]:
            return Needs(_NOTHING, exact=True) if found["hidden"].startswith("#") else _UNKNOWN
        if found["ends"] == ")":
            return Needs(_NOTHING, exact=True, special=start > 0 and bool(found["flags"]))
        inner = self.alternatives()
        if not self.text.startswith(")", self.at):
            raise PatternError(phrase("a '(' stands without its ')'"))
        self.at += 1
        special = inner.special or bool(found["dotnet"]) or found["condition"] is not None
        if found["look"]:
            return Needs(_NOTHING, exact=True, loops=inner.loops, special=special)
        return replace(inner, special=special) if found["condition"] is None else Needs(loops=inner.loops, special=True)

    def characters(self) -> Needs:
        found = _CLASS.match(self.text, self.at)
        if not found:
            raise PatternError(phrase("a '[' stands without its ']'"))
        self.at = found.end()
        body = found["body"]
        special = "[:" in body or "\\p" in body or "\\P" in body
        if special or found["not"] or len(body) > MOST_OF_CLASS or "\\" in body or "-" in body[1:-1]:
            return Needs(special=special)
        parts = [self.exactly(sign) for sign in body]
        known = frozenset[str]().union(*(one.literals for one in parts))
        return _exactly(known) if all(one.exact for one in parts) else Needs(known)

    def escape(self) -> Needs:
        found = _ESCAPE.match(self.text, self.at)
        if not found:
            raise PatternError(phrase("a backslash stands at the end"))
        self.at = found.end()
        if found["edge"]:
            return Needs(_NOTHING, exact=True, special=found["edge"] in "zG")
        if found["quoted"]:
            return replace(self.exactly(found["text"]), special=True)
        if found["sign"]:
            return self.exactly(found["sign"])
        return Needs(special=bool(found["property"]))

    def exactly(self, text: str) -> Needs:
        """A text as it stands; one whose lower case is not as long is left open."""
        lowered = text.lower() if self.folded else text
        return _exactly(frozenset({lowered})) if len(lowered) == len(text) else _UNKNOWN


class _Held(NamedTuple):
    """Texts of which a match holds one, and whether it begins with it, or ends with it."""

    texts: frozenset[str] = frozenset()
    opens: bool = False
    closes: bool = False


def _exactly(literals: frozenset[str]) -> Needs:
    return Needs(literals, exact=True, opens=True, closes=True)


def _longer(one: _Held, other: _Held) -> _Held:
    """Of two sets of which a match holds a member each, the one whose shortest member is longer; none if that is ""."""
    least_one, least_other = (min(map(len, each.texts), default=0) for each in (one, other))
    chosen = one if least_one >= least_other else other
    return chosen if max(least_one, least_other) else _Held()
