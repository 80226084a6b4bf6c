"""The posts that the tools are timed on: a copy of real ones, samples of it, and larger sets made of them."""

from __future__ import annotations

import random
import re
import shutil
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_POSTS = (".md", ".markdown")
_IMAGES = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg")
_WORD = re.compile(r"(?<![\w/.@:#-])[a-z]{5,}(?![\w/.@:-])")
_CHANGED_SHARE = 0.3
_NO_CONTROLS = dict.fromkeys([*range(9), 11, 12, *range(14, 32)])
_EXPORT_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel><title>Blog</title><language>en</language><wp:wxr_version>1.2</wp:wxr_version>
"""
_EXPORT_ITEM = """<item><title>Post {number}</title><content:encoded><![CDATA[{body}]]></content:encoded>
<wp:post_id>{number}</wp:post_id><wp:post_name>post-{number}</wp:post_name><wp:status>publish</wp:status>
<wp:post_type>post</wp:post_type></item>
"""


def posts_below(folder: Path) -> list[Path]:
    """The Markdown files below a folder, sorted."""
    return sorted(path for path in folder.rglob("*") if path.suffix in _POSTS and path.is_file())


def copy_posts(source: Path, target: Path) -> list[Path]:
    """Copy the posts of a folder with their images, in the same folders; the copies of the posts."""
    for path in source.rglob("*"):
        if path.suffix.lower() in _POSTS + _IMAGES and path.is_file():
            copy = target / path.relative_to(source)
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, copy)
    return posts_below(target)


def spread(posts: Sequence[Path], count: int) -> list[Path]:
    """So many of the posts, taken at even distances."""
    return [posts[index * len(posts) // count] for index in range(min(count, len(posts)))]


def sample(posts: Sequence[Path], count: int, target: Path) -> Path:
    """A folder with so many of the posts, taken at even distances."""
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    for number, path in enumerate(spread(posts, count)):
        shutil.copyfile(path, target / f"{number:05}-{path.name}")
    return target


def middle(posts: Sequence[Path]) -> Path:
    """The post of middle length."""
    return sorted(posts, key=lambda path: path.stat().st_size)[len(posts) // 2]


def multiply(posts: Sequence[Path], count: int, target: Path) -> Path:
    """A folder with so many posts: the real ones again and again, with three words in ten changed each time.

    The new words are of all the posts, as often as they stand there; chance is seeded, so every run makes the same.
    """
    texts = [path.read_text(encoding="utf-8", errors="replace") for path in posts]
    words = [word for text in texts for word in _WORD.findall(text)] or ["words"]
    target.mkdir(parents=True)
    for number in range(count):
        chance = random.Random(number)
        (target / f"{number:06}.md").write_text(_changed(texts[number % len(texts)], words, chance), encoding="utf-8")
    return target


def export(posts: Sequence[Path], size: int, target: Path) -> int:
    """Write a WordPress export of so many bytes or a few more, made of the posts; how many posts it then has."""
    texts = [path.read_text(encoding="utf-8", errors="replace").translate(_NO_CONTROLS) for path in posts]
    words = [word for text in texts for word in _WORD.findall(text)] or ["words"]
    number = 0
    with target.open("w", encoding="utf-8") as stream:
        written = stream.write(_EXPORT_HEAD)
        while written < size:
            text = _changed(texts[number % len(texts)], words, random.Random(number))
            body = "".join(f"<p>{escape(part, quote=False)}</p>\n" for part in text.split("\n\n"))
            written += stream.write(_EXPORT_ITEM.format(number=number, body=body.replace("]]>", "")))
            number += 1
        stream.write("</channel></rss>\n")
    return number


def _changed(text: str, words: Sequence[str], chance: random.Random) -> str:
    return _WORD.sub(lambda found: chance.choice(words) if chance.random() < _CHANGED_SHARE else found[0], text)
