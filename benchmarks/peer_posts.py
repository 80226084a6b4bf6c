"""The posts that the tools are timed on: a copy of real ones, samples of it, and larger sets made of them."""

from __future__ import annotations

import random
import re
import shutil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_POSTS = (".md", ".markdown")
_IMAGES = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg")
_WORD = re.compile(r"(?<![\w/.@:#-])[a-z]{5,}(?![\w/.@:-])")
_CHANGED_SHARE = 0.3


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


def _changed(text: str, words: Sequence[str], chance: random.Random) -> str:
    return _WORD.sub(lambda found: chance.choice(words) if chance.random() < _CHANGED_SHARE else found[0], text)
