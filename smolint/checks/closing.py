"""Where a text ends for its readers: hashtags, links, signatures, credits and buttons at the end left aside."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from smolint.checks.closing_words import BACK_MATTER, BUTTON, CONTACT, INVITATION, SIGNATURE
from smolint.language.questions import is_question
from smolint.language.sentences import sentence_spans
from smolint.late_pattern import late_pattern
from smolint.prose import Sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from smolint.draft import Block

_LETTER = late_pattern(r"[^\W\d_]")
_URL = late_pattern(r"\(?https?://\S+")
_WORD = late_pattern(r"\S+")
# A hashtag, a mention or an address, which a bracket may hold.
_TOKEN = late_pattern(
    r"[(\[]*(?:(?:[#＃@＠][\w.·-]*\w)+|https?://.+|www\..+|(?:[\w-]+\.)+[a-z]{2,6}/.*|[^@]+@[^@]+\.\w+)[)\],;:·|•]*",
    re.IGNORECASE,
)
_SIGNS = late_pattern(r"[^\w#＃@＠?？!！.…]+")
_LONGEST_TOKEN = 500
_BRACKETED = late_pattern(r"\s*(?:\([^()]*\)|\[[^\[\]]*\])[\s.]*")
_FOOTNOTE = late_pattern(r"\s*[*†‡]\s?\w")
_SENTENCE_END = late_pattern(r"[.!?…？！][\"'”’»)]*(?=\s|\Z)")
_END_MARK = late_pattern(r"[.!?…？！。][^\w.!?…？！。]*\Z")
_LONGEST_ASIDE = 250
_LONGEST_INVITATION = 600
_MAX_FRAGMENTS = 3
_MAX_FRAGMENT_WORDS = 6
_LABEL = late_pattern(r"[:：→👉👇➡⬇▶🔗]\ufe0f?\Z")


def without_tail(line: str) -> str:
    """The line without the hashtags, mentions and addresses at its end; `""` when nothing else is in it.

    What only announces an address (`Read it here: https://…`) goes with it; an address that ends a sentence
    (`Write to @ada`) stays.
    """
    start = _tail_start(line)
    if start == len(line):
        return line.rstrip()
    kept = line[:start].rstrip()
    if _LABEL.search(kept):
        ends = [match.end() for match in _SENTENCE_END.finditer(kept)]
        return kept[: ends[-1] if ends else 0]
    only_hashtags = "@" not in line[start:] and "." not in line[start:]
    return kept if not kept or only_hashtags or not kept[-1].isalnum() else line.rstrip()


def _tail_start(line: str) -> int:
    """Where the first of the hashtags, mentions and addresses at the end of a line begins; its length for none."""
    start = len(line)
    for word in reversed(list(_WORD.finditer(line))):
        if word.end() - word.start() <= _LONGEST_TOKEN and _TOKEN.fullmatch(word.group()):
            start = word.start()
        elif not _SIGNS.fullmatch(word.group()):
            break
    return start


def is_aside(line: str) -> bool:
    """Whether a line is no part of the text proper: a signature, a credit, a postscript, a button, bare signs.

    So is a footnote (`* …`) and what stands in brackets as a whole. A question is none of these.
    """
    words = _URL.sub("", line) if "://" in line else line
    if not _LETTER.search(words) or _BRACKETED.fullmatch(line) or _FOOTNOTE.match(line):
        return True
    if len(words) > _LONGEST_ASIDE or is_question(words):
        return False
    words = words.lower()
    return bool(SIGNATURE.fullmatch(words) or BUTTON.fullmatch(words))


def invites(sentence: str, *, contact: bool = False) -> bool:
    """Whether a sentence asks readers to answer without asking a question (`Tell us in the comments!`).

    With `contact`, so does one that asks them to write or call (`Get in touch with the team`).
    """
    words = sentence[:_LONGEST_INVITATION].lower()
    return bool(INVITATION.search(words) or (contact and CONTACT.search(words)))


def before_back_matter(blocks: Iterable[Block]) -> list[Block]:
    """The blocks up to the first heading, below some text, that opens references, notes or words about the author."""
    listed = list(blocks)
    headings = (number for number, block in enumerate(listed) if number and block.kind == "heading")
    end = next((number for number in headings if BACK_MATTER.fullmatch(listed[number].text.lower())), len(listed))
    return listed[:end]


def proper_end(text: str) -> int:
    """Where the text proper of a block ends: lines at its end that only hold asides and tails are left out."""
    end = len(text)
    while end > 0:
        start = text.rfind("\n", 0, end) + 1
        proper = without_tail(text[start:end])
        if not is_aside(proper):
            return start + len(proper)
        end = max(0, start - 1)
    return 0


def closing_sentences(blocks: Iterable[Block], language_of: Callable[[Block], str]) -> Iterator[Sentence]:
    """The sentences of the text proper from the last one backwards."""
    for block in reversed(list(blocks)):
        for start, end in reversed(sentence_spans(block.text[: proper_end(block.text)], language_of(block))):
            # What ends with a colon only announces the list, picture or code below it.
            if not is_aside(block.text[start:end]) and not block.text[start:end].endswith((":", "：")):
                yield Sentence(block, start, end)


def unanswered_ending(
    blocks: Iterable[Block], language_of: Callable[[Block], str], *, contact: bool = False
) -> Sentence | None:
    """The last sentence proper, if it neither asks nor invites; None too where there is no text.

    A few short lines without an end mark may follow the question: a name and a title, the text of a link. So may
    one sentence follow an invitation (`Tell us what you think! We read every answer.`), even in another paragraph where
    an invitation to write counts. `contact` is that of `invites`.
    """
    last: Sentence | None
    endings: Iterator[Sentence] = islice(closing_sentences(blocks, language_of), _MAX_FRAGMENTS + 1)
    fragments: list[Sentence] = []
    for last in endings:
        if not _is_fragment(last.text):
            break
        fragments.append(last)
    else:
        endings = iter(fragments)
        last = next(endings, None)
    if last is None or is_question(last.text) or invites(last.text, contact=contact):
        return None
    before = next(endings, None)
    near = before is not None and (contact or before.block is last.block)
    return None if before and near and invites(before.text, contact=contact) else last


def _is_fragment(sentence: str) -> bool:
    few = len(sentence.split()) <= _MAX_FRAGMENT_WORDS
    return few and not _END_MARK.search(sentence) and not invites(sentence)
