"""Whether a text talks with its readers, or only at them: “we” counted against “you”, questions and requests."""

from __future__ import annotations

import re
from functools import cache

from smolint.check import Check, Mark
from smolint.checks.quotation import is_quotation
from smolint.dataclass import dataclass
from smolint.language.questions import is_question
from smolint.late_pattern import compiled, late_pattern
from smolint.type_checking import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smolint.draft import Block
    from smolint.prose import Sentence
    from smolint.reading import Reading

_OURS = late_pattern(r"(?<![\w'’-])(?:we|us|our|ours|ourselves|nous|notre|nos|nôtres?)(?![\w-])", re.IGNORECASE)
# "US" and "U.S." are a country.
_COUNTRY = late_pattern(r"US")
_YOURS = late_pattern(
    r"(?<![\w-])(?:you|your|yours|yourself|yourselves|y'all|vous|votre|vos|vôtres?|tu|toi|te|ton|tes)(?![\w-])"
    r"|-(?:vous|toi|tu)\b|\b[tT]['’](?=\w)|\b(?:everyone|anyone|let['’]s)\b|\b(?:who|whoever) wants?\b",
    re.IGNORECASE,
)
# Verbs by which social posts ask their readers to do something; French ones show it by their ending.
_REQUESTS = """
answer apply ask attend be book bring browse call catch check choose click come comment contact consider discover don't
donate download enjoy enter explore fill find follow get give go grab guess have head hear help imagine invite join keep
learn let listen look make meet mind mark note open pick please post read register remember reply reserve reach rsvp
save say see send share show sign spread stay stop subscribe submit suggest swing take tag tell think try tune use visit
vote watch welcome write
"""


@cache
def _english_request() -> re.Pattern[str]:
    """The verbs of requests where a sentence or clause begins."""
    return compiled(
        rf"(?:^|[.!?:;…,)\n–—-]|\b(?:then|now|today|also|so|just)\b)\W{{0,30}}(?:{'|'.join(_REQUESTS.split())})\b",
        re.IGNORECASE,
    )


@cache
def _french_request() -> re.Pattern[str]:
    """French requests: the plural by its ending, the singular by a few verbs."""
    return compiled(
        r"(?<![\w-])(?!(?:chez|assez|nez|rez|rendez-vous)\b)[a-zéèêçîïôû]{3,}ez(?![\w])"
        r"|(?:^|[.!?:;…\n–—-])\W{0,30}(?:viens|dis|partage|clique|découvre|inscris|rejoins|regarde|écoute|lis|vote|rendez-vous|place)\b"
        r"|\bà vos\b|\bmerci (?:de|d['’])|\bpour (?:en savoir|participer|s['’]inscrire|réserver)|\bn['’]hésit",
        re.IGNORECASE,
    )


_LINK_LINE = late_pattern(r"https?://\S+")


@dataclass(frozen=True, slots=True)
class TalksAt:
    """`min_words`: shorter texts are left alone. `ours`: so many first-person words are needed.

    `brand`: names that count as first person too, such as the company's own.
    """

    min_words: int = 40
    ours: int = 3
    brand: tuple[str, ...] = ()


def talks_at_reader(reading: Reading, options: TalksAt) -> Iterator[Mark]:
    """The first sentence with “we” of a text that never turns to its readers. Values: `ours`, `yours`.

    A question, a request (`join`, « découvrez ») or any second-person word is enough to be silent; so is a thread, of
    which one item alone says little, and a poll.
    """
    draft = reading.draft
    if draft.parts > 1 or any(embed.kind == "poll" for embed in draft.content.embeds):
        return
    blocks = [block for block in draft.prose if block.kind != "caption" and not is_quotation(block)]
    if sum(reading.fine_word_count(block) for block in blocks) < options.min_words:
        return
    sentences = [sentence for block in blocks for sentence in reading.sentences(block)]
    ours = [sentence for sentence in sentences for _ in range(_count_ours(sentence.text, options.brand))]
    if len(ours) >= options.ours and not any(turns_to_readers(sentence.text) for sentence in sentences):
        first = _first(ours, blocks)
        yield Mark(first.block.span(first.start, first.end), {"ours": len(ours), "yours": 0})


def turns_to_readers(sentence: str) -> bool:
    """Whether a sentence asks, requests, or says “you”, in English or French."""
    text = _LINK_LINE.sub(" ", sentence)
    patterns = (_YOURS, _english_request(), _french_request())
    return is_question(sentence) or any(pattern.search(text) for pattern in patterns)


def _count_ours(sentence: str, brand: tuple[str, ...]) -> int:
    count = sum(not _COUNTRY.fullmatch(match.group()) for match in _OURS.finditer(sentence))
    return count + sum(len(re.findall(rf"\b{re.escape(name)}\b", sentence, re.IGNORECASE)) for name in brand if name)


def _first(ours: list[Sentence], blocks: list[Block]) -> Sentence:
    order = {id(block): number for number, block in enumerate(blocks)}
    return min(ours, key=lambda sentence: (order[id(sentence.block)], sentence.start))


CHECKS: tuple[Check, ...] = (Check("talks-at-reader", talks_at_reader, TalksAt),)
