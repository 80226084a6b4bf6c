"""Links that a post lacks."""

from __future__ import annotations

from smolint.check import Check, Mark
from smolint.checks.thread import last_line, stands_alone
from smolint.dataclass import dataclass
from smolint.language.questions import is_question
from smolint.late_pattern import late_pattern
from smolint.type_checking import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smolint.reading import Reading

# The sign of a thread, or a number at either end of the text: its link stands in another post.
_THREAD = late_pattern(r"🧵|\A\W{0,3}1/(?:\d{1,2}|n)?(?=\s)|(?<![\w/])1/(?:\d{1,2}|n)?\W{0,3}(?:[#＃]\w+\s*){0,9}\Z")


@dataclass(frozen=True, slots=True)
class Missing:
    """`fields`: the front-matter fields that hold the post's link. `min_words`: shorter posts are left alone."""

    fields: tuple[str, ...] = ("link", "url")
    min_words: int = 4


def link_missing(reading: Reading, options: Missing) -> Iterator[Mark]:
    """The last line of a post or thread that leads nowhere.

    Replies, quotes and polls need no link, nor does a post that shows something itself, names an account or asks
    a question.
    """
    if _THREAD.search(reading.post.text):
        return
    if not stands_alone(reading, options.min_words) or any(each.field(*options.fields) for each in reading.thread):
        return
    if any(_leads_somewhere(reading, number) for number in range(len(reading.thread))) or _asks(reading):
        return
    yield Mark(last_line(reading), {"platform": reading.platform.label})


def _leads_somewhere(reading: Reading, number: int) -> bool:
    content = reading.thread[number].content
    text = reading.thread_posts[number].text
    shown = content.images or content.embeds or content.links
    return bool(shown or reading.platform.urls(text) or reading.platform.mentions(text))


def _asks(reading: Reading) -> bool:
    return any(is_question(sentence.text) for sentence in reading.sentences(reading.post))


CHECKS: tuple[Check, ...] = (Check("link-missing", link_missing, Missing),)
