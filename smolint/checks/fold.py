"""Where a platform cuts a post in its feed, and posts too short to say anything."""

from __future__ import annotations

from smolint.check import Check, Mark
from smolint.checks.length import first_surplus
from smolint.checks.thread import stands_alone
from smolint.dataclass import dataclass
from smolint.finding import Level
from smolint.type_checking import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smolint.reading import Reading


@dataclass(frozen=True, slots=True)
class Fold:
    """`fact`: the platform's fact that says after how many characters a post is cut; `limit`, if not 0, goes before it.

    `slack`: how much later than that the hook may end, in percent, as the place depends on screens.
    """

    fact: str = "fold"
    limit: int = 0
    slack: int = 0


def past_fold(reading: Reading, options: Fold) -> Iterator[Mark]:
    """What is hidden of a post's hook: of its first sentence, or of its first line where that ends earlier.

    Values: `length` of the hook and `limit` (in the platform's unit), `platform`.
    """
    fact = reading.platform.facts.get(options.fact)
    limit = options.limit or (fact.value if fact else 0) or 0
    if not limit or reading.draft.part or reading.length <= limit:
        return
    end = _hook_end(reading)
    hook = reading.post.text[:end]
    length = reading.platform.length(hook)
    if length * 100 <= limit * (100 + options.slack):
        return
    start = _word_start(hook, first_surplus(reading.platform, hook, limit))
    uncertain = not options.limit and fact is not None and fact.confidence == "low"
    yield Mark(
        reading.post.span(start, end),
        {"length": length, "limit": limit, "platform": reading.platform.label},
        at_most=Level.SUGGESTION if uncertain else None,
    )


def _hook_end(reading: Reading) -> int:
    text = reading.post.text
    first_line = text.find("\n")
    line_end = first_line if first_line >= 0 else len(text)
    sentences = reading.sentences(reading.post)
    return min(line_end, sentences[0].end) if sentences else line_end


def _word_start(text: str, offset: int) -> int:
    """Where the word begins that an offset cuts; the next word's start where it stands between two."""
    if offset and not text[offset - 1].isspace():
        space = max(text.rfind(sign, 0, offset) for sign in " \n\t")
        offset = space + 1 if space >= 0 else offset
    return offset + len(text[offset:]) - len(text[offset:].lstrip())


@dataclass(frozen=True, slots=True)
class PostTooShort:
    """`min_words`: the fewest words of a post that stands on its own."""

    min_words: int = 3


def post_too_short(reading: Reading, options: PostTooShort) -> Iterator[Mark]:
    """A post of very few words that shows nothing and leads nowhere. Values: `words`, `limit`.

    Replies, quotes, polls, threads and posts with an image, a link, a question or a mention need no more words.
    """
    draft = reading.draft
    if draft.parts > 1 or not stands_alone(reading, 1) or _shows_something(reading):
        return
    text = reading.post.text
    words = sum(any(character.isalnum() for character in word) for word in text.split() if word[0] not in "#＃")
    if words < options.min_words and "?" not in text:
        yield Mark(reading.post.span(), {"words": words, "limit": options.min_words})


def _shows_something(reading: Reading) -> bool:
    content = reading.draft.content
    return bool(content.images or content.embeds or content.links or reading.urls or reading.mentions)


CHECKS: tuple[Check, ...] = (
    Check("past-fold", past_fold, Fold),
    Check("post-too-short", post_too_short, PostTooShort),
)
