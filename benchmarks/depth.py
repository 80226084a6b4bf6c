"""How well the depth score tells real posts from the same posts made worse, as areas under the curve.

`python benchmarks/depth.py FOLDER…` takes the posts of 300 words and more in French and English below the
folders, makes each worse in the ways of `degradations.py`, and prints for each language and degradation the share of
(real, worse) pairs in which the real post has the higher score, ties counting half: over all pairs, and over the pairs
of one post (`paired`). `--holdout` takes only the half of the posts that was not looked at while the score was made.
"""

from __future__ import annotations

import argparse
import sys
import zlib
from bisect import bisect_left, bisect_right
from collections import defaultdict
from functools import cache
from pathlib import Path, PurePath
from statistics import quantiles
from typing import TYPE_CHECKING

from degradations import VARIANTS, Post, raw_parts, sentences, write

from smolint.aiming import aim, groups
from smolint.checks.depth import is_post
from smolint.checks.depth_score import depth_score
from smolint.config import Config
from smolint.host import installed_host
from smolint.loading import open_bytes
from smolint.session import Session

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from smolint.reading import Reading
    from smolint.setup import Setup

LEAST_WORDS = 300
FORMS = ("file", "plain", "html")
_ENDINGS = frozenset({".md", ".mdx", ".markdown", ".html"})
_SEEN = {"paragraph": "paragraph", "item": "item", "heading": "heading", "quote": "paragraph"}


@cache
def _setup(language: str) -> Setup:
    return Session(installed_host(), Config(platform="wordpress", language=language)).setup(Path())


def read(name: str, text: str, language: str = "") -> Reading | None:
    """A text read as a blog post; None where there is no draft in it."""
    setup = _setup(language)
    opened = open_bytes(text.encode(), name, setup.host.parsers)
    for group in groups(opened) if opened else ():
        for aimed in aim(group, Path(name), Path.cwd(), setup):
            return aimed.readings[0] if aimed.readings else None
    return None


def posts(folders: Sequence[str]) -> Iterator[Post]:
    """The real posts below the folders, in the order of their paths."""
    for folder in map(Path, folders):
        for path in sorted(folder.rglob("*")):
            if path.suffix in _ENDINGS and path.is_file():
                post = _post(path, folder.name)
                if post:
                    yield post


def _post(path: Path, origin: str) -> Post | None:
    text = path.read_text(encoding="utf-8", errors="replace")
    reading = read(f"post{path.suffix}", text)
    if reading is None or reading.draft.language not in {"en", "fr"} or not is_post(reading):
        return None
    prose = [block for block in reading.draft.prose if block.kind in _SEEN]
    if sum(len(reading.words(block)) for block in prose if block.kind != "heading") < LEAST_WORDS:
        return None
    start, end = reading.draft.body_span
    seen = tuple((_SEEN[block.kind], " ".join(block.text.split())) for block in prose)
    title = reading.draft.title.text if reading.draft.title else PurePath(path).stem.replace("-", " ")
    raw = tuple(raw_parts(text[start:end]))
    return Post(f"{origin}/{path.name}", origin, reading.draft.language, text[:start], title, raw, seen)


def pools(found: Sequence[Post], form: str) -> dict[str, list[str]]:
    """The sentences of all posts by language, from which spun texts are made."""
    result: dict[str, list[str]] = defaultdict(list)
    for post in found:
        result[post.language] += [
            one for kind, text in post.parts(form) if kind in {"paragraph", "item"} for one in sentences(text)
        ]
    return result


def score(name: str, text: str, language: str) -> int:
    """The depth score of a text, 0 where nothing can be read."""
    reading = read(name, text, language)
    return depth_score(reading).score if reading else 0


def area(real: Sequence[int], worse: Sequence[int]) -> float:
    """The area under the ROC curve: the share of pairs in which the real one is higher, ties half (Mann–Whitney)."""
    ordered = sorted(worse)
    wins = sum((bisect_left(ordered, one) + bisect_right(ordered, one)) / 2 for one in real)
    return wins / (len(real) * len(worse))


def _held_out(post: Post) -> bool:
    return zlib.crc32(post.path.encode()) % 2 == 1


def _quartiles(scores: Sequence[int]) -> str:
    low, middle, high = quantiles(scores, n=4) if len(scores) > 1 else [scores[0]] * 3
    return f"{min(scores):3} {low:5.0f} {middle:5.0f} {high:5.0f} {max(scores):4}"


def report(found: Sequence[Post], form: str, language: str) -> Iterator[str]:
    """The lines of one language and form: each variant, then each degradation as a whole."""
    chosen = [post for post in found if post.language == language]
    pool = pools(found, form)[language]
    real = [score(*write(post.parts(form), post, form), language) for post in chosen]
    yield f"\n{language}, {form}: {len(chosen)} posts; lowest, quartiles and highest score: {_quartiles(real)}"
    together: dict[str, list[int]] = defaultdict(list)
    for kind, name, front, make, options in VARIANTS:
        worse = [
            score(*write(make(post.parts(form), post, pool, **options), post, form, front=front), language)
            for post in chosen
        ]
        together[kind] += worse
        paired = sum((a > b) + (a == b) / 2 for a, b in zip(real, worse, strict=True)) / len(real)
        yield f"  {kind:8} {name:34} {area(real, worse):.3f}  paired {paired:.3f}  {_quartiles(worse)}"
    for kind, scores in together.items():
        yield f"  {kind:8} {'all':34} {area(real, scores):.3f}"


def main(arguments: Sequence[str]) -> int:
    """Print the table for the folders named on the command line."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folders", nargs="+")
    parser.add_argument("--form", choices=FORMS, action="append")
    half = parser.add_mutually_exclusive_group()
    half.add_argument("--holdout", action="store_true", help="only the posts that were not looked at")
    half.add_argument("--tuning", action="store_true", help="only the posts that were looked at")
    given = parser.parse_args(arguments)
    found = [
        post for post in posts(given.folders) if not (given.holdout or given.tuning) or _held_out(post) == given.holdout
    ]
    for form in given.form or FORMS:
        for language in sorted({post.language for post in found}):
            for line in report(found, form, language):
                print(line)
    return 0 if found else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
