"""The text that typography is about: code, addresses, names of accounts and hashtags left out."""

from __future__ import annotations

import re

from smolint.language.phrases import LANGUAGES
from smolint.late_pattern import late_pattern
from smolint.named_tuple import NamedTuple
from smolint.texts import running_texts
from smolint.type_checking import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from smolint.draft import Block
    from smolint.reading import Reading

CODE = "\ufffc"
"""What stands for each character of inline code."""

ADDRESS = "\ue000"
"""What stands for each character of an address, a mention, a hashtag or an emoji's name: nothing is put beside it."""

_ADDRESSES = late_pattern(
    r"(?:https?://|www\.|mailto:|ftp://)[^\s<>«»]+"
    r"|[^\s@<>«»()]{1,64}@[^\s@<>«»()]{1,255}"
    r"|(?<![\w&])[@#][\w@./-]+"
    r"|(?<![\w:]):[a-z0-9][a-z0-9_+-]{0,40}:(?!\w)"
    r"|\b[\w-]{1,63}(?:\.[\w-]{1,63}){0,4}\.(?:com|org|net|fr|io|dev|eu|be|ch|ca|info|gouv)\b(?:/[^\s<>«»]*)?"
)
_MAY_HAVE_ONE = late_pattern(r"[@#/:.]")


class Running(NamedTuple):
    """A block, its text with what is no prose masked, offset for offset, and its language."""

    block: Block
    text: str
    language: str


def running_blocks(
    reading: Reading, wanted: re.Pattern[str], languages: Container[str] = LANGUAGES
) -> Iterator[Running]:
    """The title and the blocks in some languages that have what is wanted; code, addresses, hashtags… are masked."""
    laid = running_texts(reading)
    for number in laid.overlapped(wanted):
        block, text = laid.blocks[number], laid.prose[number]
        language = reading.language_of(block)
        if language in languages:
            yield Running(block, _ADDRESSES.sub(_mask, text) if _MAY_HAVE_ONE.search(text) else text, language)


def _mask(match: re.Match[str]) -> str:
    address = match.group().rstrip(".,;:!?)")
    return ADDRESS * len(address) + match.group()[len(address) :] if address else match.group()
