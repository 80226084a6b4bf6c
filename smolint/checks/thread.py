"""What kind of post a draft is: rules about what a post should hold ask nothing of replies, quotes and polls."""

from __future__ import annotations

from smolint.late_pattern import late_pattern
from smolint.type_checking import TYPE_CHECKING

if TYPE_CHECKING:
    from smolint.reading import Reading
    from smolint.source import Span

_POST_URL = late_pattern(r"https?://\S+/status(?:es)?/\d+")
_BORROWED = frozenset({"poll", "quote-post"})


def stands_alone(reading: Reading, min_words: int) -> bool:
    """Whether this is the last (or only) post of a thread that is no reply and holds no quote and no poll.

    False too for one that begins with a mention (a reply) or `RT @`, that quotes another post by its address, and
    for a thread of fewer than `min_words` words.
    """
    draft = reading.draft
    if draft.part + 1 < draft.parts or not reading.post.text.strip():
        return False
    texts = [post.text for post in reading.thread_posts]
    if sum(len(text.split()) for text in texts) < min_words or any(map(_POST_URL.search, texts)):
        return False
    if any(embed.kind in _BORROWED for each in reading.thread for embed in each.content.embeds):
        return False
    return not reading.thread[0].field("reply") and not texts[0].startswith(("@", "RT @"))


def last_line(reading: Reading) -> Span:
    """The last line of a post with letters in it, where something that it lacks would be added."""
    text = reading.post.text.rstrip()
    start = text.rfind("\n") + 1
    start += len(text[start:]) - len(text[start:].lstrip())
    return reading.post.span(start, len(text))
