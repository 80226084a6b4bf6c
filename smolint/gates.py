"""What a draft must have for a check to find anything: looked at before the check's module is imported.

A gate may let a draft through in which the check finds nothing, and never keeps one out in which it finds something.
"""

from __future__ import annotations

from functools import lru_cache

from smolint.checks.search_fields import keyphrase_field
from smolint.literals import tokens_of
from smolint.texts import running_texts
from smolint.type_checking import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from smolint.reading import Reading
    from smolint.rules import Rule

_LEAST_DIGITS = 9
_LEAST_SECRET = 20


def may_speak(rule: Rule, reading: Reading) -> bool:
    """Whether a rule may find something in a draft, as far as its check tells; False is certain, True is not."""
    gate = GATES.get(rule.extends)
    return gate is None or gate(reading)


class WordGate:
    """Which of some rules may find something in a draft, as far as the words that they look for tell."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._rules = [rule for rule in rules if rule.needs]
        self._words = frozenset[str]().union(*(rule.needs for rule in self._rules))
        self._texts: dict[str, list[tuple[str, list[tuple[frozenset[str], str]]]]] = {}

    def silent(self, reading: Reading) -> set[str]:
        """The names of the rules that find nothing for certain."""
        running, silent = running_texts(reading), {rule.id for rule in self._rules}
        # Without the signs between them, which take more room each, words are found in half the time.
        words, row = running.words, " ".join(running.tokens)
        for word in ("", *(self._words & words)):
            if word not in self._texts:
                self._texts[word] = self._taken(word)
            for rule, texts in self._texts[word]:
                for others, part in texts if rule in silent else ():
                    if others <= words and part in row:
                        silent.remove(rule)
                        break
        return silent

    def _taken(self, word: str) -> list[tuple[str, list[tuple[frozenset[str], str]]]]:
        """The texts of rules by a word of theirs; few of the words ever stand in a draft."""
        return [
            (rule.id, [(frozenset(others), " ".join(tokens_of(text))) for others, text in rule.needs[word]])
            for rule in self._rules
            if word in rule.needs
        ]


def _images(reading: Reading) -> bool:
    return bool(reading.draft.content.images)


def _problems(reading: Reading) -> bool:
    return bool(reading.draft.problems or reading.draft.content.problems)


def _hashtag(reading: Reading) -> bool:
    return _hashtags(reading) > 0


def _hashtags(reading: Reading) -> int:
    text = reading.post.text
    return text.count("#") + text.count("＃")


def _two_hashtags(reading: Reading) -> bool:
    return _hashtags(reading) > 1


def _hashtag_or_field(reading: Reading) -> bool:
    return bool(reading.draft.fields) or _hashtag(reading)


def _mention(reading: Reading) -> bool:
    return "@" in reading.post.text or "＠" in reading.post.text


def _styled(reading: Reading) -> bool:
    return not all(block.text.isascii() for block in reading.draft.title_and_prose)


def _french(reading: Reading) -> bool:
    return any(reading.language_of(block) == "fr" for block in reading.draft.title_and_prose)


def _closed(reading: Reading) -> bool:
    return reading.platform.discontinued


def _internal(reading: Reading) -> bool:
    return reading.platform.internal


def _plain_http(reading: Reading) -> bool:
    return _has_plain_http(reading.draft.source.text)


# What is asked of a whole file is answered once for all its drafts.
@lru_cache(maxsize=1)
def _has_plain_http(text: str) -> bool:
    return "http:" in text.lower()


def _query(reading: Reading) -> bool:
    return _has_query(reading.draft.source.text)


@lru_cache(maxsize=1)
def _has_query(text: str) -> bool:
    """A question mark with something behind it."""
    return any(part and not part[0].isspace() for part in text.split("?")[1:])


def _made_link(reading: Reading) -> bool:
    return any(link.kind in ("inline", "reference") for link in reading.draft.content.links)


def _nofollow(reading: Reading) -> bool:
    return any(link.nofollow for link in reading.draft.content.links)


def _anchor(reading: Reading) -> bool:
    return any(link.url.startswith("#") for link in reading.draft.content.links)


def _film(reading: Reading) -> bool:
    return bool(reading.draft.content.links or reading.draft.content.embeds)


def _keyphrase(reading: Reading) -> bool:
    return keyphrase_field(reading.draft) is not None


def _address_or_number(reading: Reading) -> bool:
    """An at sign, or as many digits as a telephone number has."""
    content = reading.draft.content
    return _has_number(block.text for block in content.blocks) or any("@" in link.url for link in content.links)


def _has_number(texts: Iterable[str]) -> bool:
    for text in texts:
        if "@" in text or not text.isascii() or sum(text.count(digit) for digit in "0123456789") >= _LEAST_DIGITS:
            return True
    return False


def _long_word(reading: Reading) -> bool:
    return _has_long_word(reading.draft.source.text)


@lru_cache(maxsize=1)
def _has_long_word(text: str) -> bool:
    """A word as long as a key, or the line above one."""
    return "PRIVATE KEY" in text or any(len(word) >= _LEAST_SECRET for word in text.split())


GATES: dict[str, Callable[[Reading], bool]] = {
    "follow-friday": _hashtag,
    "french-spacing": _french,
    "hashtag-one-case": _hashtag,
    "hashtag-over-limit": _hashtag_or_field,
    "hashtag-repeated": _two_hashtags,
    "hashtag-too-many": _hashtag,
    "internal-leak": _internal,
    "link-all-nofollow": _nofollow,
    "link-broken-anchor": _anchor,
    "link-empty": _made_link,
    "link-insecure": _plain_http,
    "link-tracking-junk": _query,
    "link-vague-text": _made_link,
    "not-a-hashtag": _hashtag,
    "personal-data": _address_or_number,
    "platform-closed": _closed,
    "reported-by-parser": _problems,
    "secret": _long_word,
    "video-not-native": _film,
    **dict.fromkeys(("emoji-overuse", "fancy-letters"), _styled),
    **dict.fromkeys(("invalid-mention", "leading-mention", "too-many-mentions"), _mention),
    **dict.fromkeys(
        (
            "image-alt-is-file-name", "image-alt-length", "image-alt-missing", "image-aspect", "image-format",
            "image-location-leak", "image-mixed-aspect", "image-too-heavy", "image-too-large", "image-too-many",
            "image-too-small", "image-unreadable", "image-used-twice", "video-limits",
        ),
        _images,
    ),
    **dict.fromkeys(
        (
            "competing-link", "keyphrase-density", "keyphrase-distribution", "keyphrase-function-words",
            "keyphrase-in-alt", "keyphrase-in-description", "keyphrase-in-introduction", "keyphrase-in-slug",
            "keyphrase-in-subheadings", "keyphrase-in-title", "keyphrase-length", "keyphrase-reused",
        ),
        _keyphrase,
    ),
}  # fmt: skip
"""What each of these checks needs, by its name; the others look at every draft."""
