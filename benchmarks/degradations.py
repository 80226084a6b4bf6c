"""Real posts made worse on purpose, in the four ways that a depth score must see through.

Every function gives the same text for the same post: chance is seeded by the post's path. A post is written in three
forms: `file` (its own Markdown with front matter), `plain` (paragraphs only), `html` (a page with headings and lists).
"""

from __future__ import annotations

import random
import re
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Part = tuple[str, str]
"""A kind (`paragraph`, `heading`, `item`, `other`) and a text."""

_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"”»)]?\s+(?=[A-ZÀ-Ö«“\"])")
_NOT_PROSE = re.compile(r"^(?:[#>|<`~!{:=-]|\d+\.|\*\s|\+\s|\[[^\]]+\]:|import |export )|^ {4}")
_LETTERS = re.compile(r"[^\W\d_]{4,}")
_STOCK = {"en": "cheap running shoes", "fr": "chaussures de course"}


@dataclass(frozen=True, slots=True)
class Post:
    """A real post: where it is from, its front matter as written, and its text in two forms."""

    path: str
    origin: str
    language: str
    front: str
    title: str
    raw: tuple[Part, ...]
    seen: tuple[Part, ...]

    def parts(self, form: str) -> list[Part]:
        """The post's parts in a form: Markdown as written for `file`, what readers see for the others."""
        return list(self.raw if form == "file" else self.seen)


def raw_parts(body: str) -> list[Part]:
    """A Markdown body cut at blank lines; what is no running text is `other`, fenced code in one piece."""
    parts, fence = [], ""
    for chunk in re.split(r"\n[ \t]*\n", body):
        marks = len(re.findall(r"^\s*```", chunk, re.MULTILINE))
        if fence or marks:
            fence = f"{fence}\n\n{chunk}" if fence else chunk
            if len(re.findall(r"^\s*```", fence, re.MULTILINE)) % 2 == 0:
                parts.append(("other", fence))
                fence = ""
        elif chunk.strip():
            kind = "heading" if chunk.lstrip().startswith("#") else "paragraph"
            parts.append((kind if kind == "heading" or not _NOT_PROSE.match(chunk) else "other", chunk.strip("\n")))
    return [*parts, ("other", fence)] if fence else parts


def write(parts: Sequence[Part], post: Post, form: str, *, front: bool = True) -> tuple[str, str]:
    """A file name and the text of a post made of these parts."""
    if form == "html":
        tags = {"heading": "h2", "item": "li"}
        body = "\n".join(f"<{tags.get(kind, 'p')}>{escape(text)}</{tags.get(kind, 'p')}>" for kind, text in parts)
        return "post.html", f"<html><head><title>{escape(post.title)}</title></head><body>\n{body}\n</body></html>\n"
    if form == "plain":
        return "post.md", "\n\n".join(text for kind, text in parts if kind != "heading") + "\n"
    return "post.md", (post.front if front else "") + "\n\n".join(text for _, text in parts) + "\n"


def _chance(post: Post, name: str) -> random.Random:
    return random.Random(f"{post.path}:{name}")


def _prose(part: Part) -> bool:
    return part[0] in {"paragraph", "item"}


def sentences(text: str) -> list[str]:
    """The sentences of a text, cut simply as anyone would who writes such a benchmark."""
    return [sentence for sentence in _SENTENCE_END.split(text) if sentence.strip()]


def cut(parts: list[Part], post: Post, others: list[str], *, words: int = 120) -> list[Part]:  # noqa: ARG001
    """The beginning, up to so many words."""
    kept: list[Part] = []
    for kind, text in parts:
        if kind == "other":
            continue
        found = text.split()
        kept.append((kind, " ".join(found[:words])))
        words -= len(found)
        if words <= 0:
            break
    return kept


def keyphrase(post: Post) -> str:
    """The last two longer words of the title, as its author might choose them; a stock phrase where there are none."""
    found = _LETTERS.findall(post.title)
    return " ".join(found[-2:]).lower() if len(found) > 1 else _STOCK[post.language]


def stuffed(
    parts: list[Part],
    post: Post,
    others: list[str],  # noqa: ARG001
    *,
    share: float = 0.5,
    where: str = "inside",
    phrase: str = "",
) -> list[Part]:
    """A keyphrase put into a share of the sentences, before their ends, or in rows after the paragraphs."""
    phrase, chance = phrase or keyphrase(post), _chance(post, f"stuffed{where}")
    phrase = _STOCK[post.language] if phrase == "stock" else phrase
    phrase = phrase.split()[-1] if phrase == "word" or where == "word" else phrase
    result = []
    for kind, text in parts:
        changed = text
        if _prose((kind, text)):
            pieces = [
                _with_phrase(one, phrase, where, chance) if chance.random() < share else one for one in sentences(text)
            ]
            changed = " ".join(pieces)
        result.append((kind, changed))
    return result


def _with_phrase(sentence: str, phrase: str, where: str, chance: random.Random) -> str:
    words = sentence.split(" ")
    if where in {"inside", "word"}:
        words.insert(chance.randint(1, len(words)), phrase)
        return " ".join(words)
    if where == "end":
        return f"{sentence.rstrip('.')} {phrase}."
    return f"{sentence} {phrase.capitalize()}, {phrase}, {phrase}."


def padded(
    parts: list[Part],
    post: Post,
    others: list[str],  # noqa: ARG001
    *,
    way: str = "paragraphs",
    share: float = 1.0,
) -> list[Part]:
    """The text said twice: `paragraphs` again at the end, each `beside` itself, `sentences` at once or `strewn`."""
    prose = [part for part in parts if _prose(part)]
    chance = _chance(post, f"padded{way}")
    if way == "paragraphs":
        return [*parts, *(part for part in prose if chance.random() < share)]
    if way == "beside":
        return [one for part in parts for one in ([part, part] if _prose(part) and chance.random() < share else [part])]
    if way == "sentences":
        return [(k, _doubled(text, share, chance) if _prose((k, text)) else text) for k, text in parts]
    pool = [one for _, text in prose for one in sentences(text)]
    return [
        (k, " ".join(s + (f" {chance.choice(pool)}" if chance.random() < share else "") for s in sentences(text)))
        if _prose((k, text))
        else (k, text)
        for k, text in parts
    ]


def _doubled(text: str, share: float, chance: random.Random) -> str:
    return " ".join(f"{one} {one}" if chance.random() < share else one for one in sentences(text))


def spun(parts: list[Part], post: Post, others: list[str], *, share: float = 1.0, headings: bool = True) -> list[Part]:
    """Each sentence replaced by one of other posts."""
    chance = _chance(post, "spun")
    result = []
    for kind, text in parts:
        if _prose((kind, text)):
            pieces = [chance.choice(others) if chance.random() < share else one for one in sentences(text)]
            result.append((kind, " ".join(pieces)))
        elif headings or kind not in {"heading", "other"}:
            result.append((kind, text))
    return result


Variant = tuple[str, str, bool, "Callable[..., list[Part]]", dict[str, object]]
"""A variant's degradation and name, whether the front matter stays, and how it is made."""

VARIANTS: tuple[Variant, ...] = (
    ("cut", "first 120 words", True, cut, {}),
    ("cut", "first 120 words, no front matter", False, cut, {}),
    ("stuffed", "in every sentence", True, stuffed, {"share": 1.0}),
    ("stuffed", "in half of the sentences", True, stuffed, {"share": 0.5}),
    ("stuffed", "a stock phrase in half", True, stuffed, {"share": 0.5, "phrase": "stock"}),
    ("stuffed", "one word in half", True, stuffed, {"share": 0.5, "where": "word"}),
    ("stuffed", "ending every second sentence", True, stuffed, {"share": 0.5, "where": "end"}),
    ("stuffed", "three in a row after a third", True, stuffed, {"share": 0.34, "where": "row"}),
    ("padded", "all paragraphs again", True, padded, {}),
    ("padded", "each paragraph twice", True, padded, {"way": "beside"}),
    ("padded", "each sentence twice", True, padded, {"way": "sentences"}),
    ("padded", "half of the sentences twice", True, padded, {"way": "sentences", "share": 0.5}),
    ("padded", "sentences strewn anywhere", True, padded, {"way": "strewn"}),
    ("padded", "a third of the paragraphs again", True, padded, {"share": 0.34}),
    ("spun", "all of the text", True, spun, {}),
    ("spun", "without headings or code", True, spun, {"headings": False}),
    ("spun", "without front matter", False, spun, {}),
)
