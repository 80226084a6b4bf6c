"""Whether a text talks with its readers: does it end with a question, so that they answer?"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from smolint.check import Check, Mark
from smolint.checks.depth import is_episode, is_standing_page
from smolint.checks.genre import is_bulletin, is_service_notice
from smolint.checks.quotation import credited
from smolint.dataclass import dataclass
from smolint.late_pattern import late_pattern
from smolint.source import any_within

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smolint.draft import Block
    from smolint.reading import Reading

_END_MARK = late_pattern(r"[.!?…？！][^\w.!?…？！]*\Z")
_LEAST_TOLD = 8
_LANGUAGES = frozenset({"fr", "en"})
_TOLD_BY_WORDS = 12
_KINDS = {"blog": frozenset({"paragraph"}), "social": frozenset({"paragraph", "item"})}
_ASIDES = frozenset({"quote", "table", "figure", "footnote", "link-list"})


@dataclass(frozen=True, slots=True)
class ClosingQuestion:
    """`min_words`: texts with fewer words are left alone."""

    min_words: int = 4


def closing_question(reading: Reading, options: ClosingQuestion) -> Iterator[Mark]:
    """The last sentence of the text proper, where it neither asks a question nor invites an answer.

    Hashtags, links, signatures and buttons after it do not count; nor do polls and pure reposts. In a thread
    only the last post is looked at. What is neither French nor English is left alone. Pages of a site (about, contact)
    are no posts; release notes, episodes and notices of a breakdown or a closure start no talk.
    """
    # Its word lists take milliseconds to compile, which runs without this rule need not spend.
    from smolint.checks.closing import before_back_matter, unanswered_ending

    draft = reading.draft
    if _starts_no_talk(reading) or draft.part + 1 < draft.parts:
        return
    kept = before_back_matter(draft.prose)
    if kept and _is_dash_signature(reading, kept):
        kept.pop()
    blocks = _text_proper(kept, reading.platform.kind)
    words = _first_words(reading, blocks, max(options.min_words, _TOLD_BY_WORDS))
    if not blocks or words < options.min_words or not _is_understood(reading, blocks[-1], words):
        return
    blog = reading.platform.kind == "blog"
    last = unanswered_ending(blocks, reading.language_of, contact=blog)
    if last and blog and (told := _told_in_items(reading, kept, last.block)):
        last = unanswered_ending(told, reading.language_of, contact=True)
    if last:
        yield Mark(last.block.span(last.start, last.end), {"platform": reading.platform.label})


def _first_words(reading: Reading, blocks: list[Block], enough: int) -> int:
    """How many words the blocks have; where that is enough, maybe fewer than all."""
    words = 0
    for block in blocks:
        words += reading.fine_word_count(block)
        if words >= enough:
            break
    return words


def _is_understood(reading: Reading, block: Block, words: int) -> bool:
    """Whether an invitation would be seen: not in a language without word lists, which few words do not tell."""
    language = reading.language_of(block)
    return language in _LANGUAGES or (not language and words < _TOLD_BY_WORDS)


def _told_in_items(reading: Reading, blocks: list[Block], last: Block) -> list[Block]:
    """The items below a post's last paragraph if they are whole sentences: then it is there that the text ends.

    Items with links lead to further reading, which is not the text.
    """
    start = next((index for index, block in enumerate(blocks) if block is last), len(blocks))
    items = [block for block in blocks[start + 1 :] if block.kind == "item" and not _ASIDES.intersection(block.within)]
    links = sorted(link.span.start for link in reading.draft.content.links)
    linked = any(any_within(links, *block.span()) for block in items)
    return [] if linked else [block for block in items if _is_told(reading, block)]


def _is_told(reading: Reading, item: Block) -> bool:
    return reading.fine_word_count(item) >= _LEAST_TOLD and item.text[0].isupper() and bool(_END_MARK.search(item.text))


def _starts_no_talk(reading: Reading) -> bool:
    draft = reading.draft
    if reading.platform.kind == "blog":
        return is_standing_page(draft) or is_bulletin(draft) or is_episode(draft)
    asks_by_itself = any(embed.kind == "poll" for embed in draft.content.embeds)
    return asks_by_itself or is_service_notice(reading.post.text)


def _text_proper(blocks: list[Block], kind: str) -> list[Block]:
    """The blocks of text: without quotations, and without lines that head a list as a title would."""
    left = credited(blocks)
    left |= {id(block) for block, following in pairwise(blocks) if following.kind == "item" and _is_heading(block)}
    kinds = _KINDS[kind]
    return [
        block for block in blocks if block.kind in kinds and _ASIDES.isdisjoint(block.within) and id(block) not in left
    ]


def _is_heading(block: Block) -> bool:
    return block.kind == "paragraph" and _END_MARK.search(block.text) is None


def _is_dash_signature(reading: Reading, blocks: list[Block]) -> bool:
    """Whether the last block is `— Name`, which a reader of lists takes for a list of one item."""
    alone = blocks[-1].kind == "item" and (len(blocks) == 1 or blocks[-2].kind != "item")
    before = reading.draft.source.text[: blocks[-1].span().start].rstrip()
    return alone and before.endswith(("—", "–", "--"))


CHECKS: tuple[Check, ...] = (Check("closing-question", closing_question, ClosingQuestion),)
