"""What is timed: starts, one post, a blog, a blog again, one changed post, a growing blog, an export."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, replace
from itertools import count
from typing import TYPE_CHECKING

from peer_posts import export, middle, multiply, sample
from peer_runs import Contender, Timing, in_turn, run_once

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from peer_tools import Tool

_ONE_DOC = "import spacy; spacy.blank('en')('We bake bread.')"
_PROBE = 6
_SHORT = 4
"""How many times as many rounds cases have in which only smolint runs: so short a run is soon disturbed."""
FILLING = "smolint, filling its cache"


@dataclass(frozen=True, slots=True)
class Bench:
    """What all cases share: the tools, the posts in a folder that may be written in, how often, and for how long.

    `budget` is how many seconds one run over the blog may take before a tool is given a sample of it.
    """

    ours: Tool
    peers: Sequence[Tool]
    python: Path
    blog: Path
    posts: Sequence[Path]
    tweet: Path
    work: Path
    rounds: int
    budget: float

    @property
    def bare(self) -> Contender:
        """The yardstick: the same environment's Python, doing nothing."""
        return Contender("bare Python", (str(self.python), "-c", "pass"), shown="python3 -c pass")

    @property
    def output(self) -> Path:
        """Where what the tools print goes."""
        return self.work / "printed"

    def cached(self, what: Path, name: str) -> Contender:
        """smolint with its cache in a folder of its own."""
        return self.ours.lint(what, "--cache-dir", str(self.work / f"cache-{what.name}"), name=name)


@dataclass(frozen=True, slots=True)
class Case:
    """A finished case: its name, a title, and the timings."""

    name: str
    title: str
    timings: Sequence[Timing]


def start(bench: Bench) -> Case:
    """How long each takes to say its version."""
    rows = [bench.bare, bench.ours.tell_version(), *(tool.tell_version() for tool in bench.peers if tool.version)]
    return Case("start", "Start: say the version", in_turn(rows, bench.rounds, bench.output))


def one_post(bench: Bench) -> Case:
    """One post of middle length, cold and cached, and what a Python linter that uses spaCy cannot go below."""
    post = middle(bench.posts)
    floor = Contender("import spaCy, one Doc", (str(bench.python), "-c", _ONE_DOC), shown=f'python3 -c "{_ONE_DOC}"')
    rows = [bench.bare, floor, bench.ours.lint(post, "--no-cache"), bench.cached(post, "smolint, cached")]
    rows += [tool.lint(post) for tool in bench.peers]
    size = f"{post.stat().st_size / 1000:.1f} kB"
    return Case("post", f"One post ({size})", in_turn(rows, bench.rounds, bench.output))


def one_tweet(bench: Bench) -> Case:
    """One tweet, not cached."""
    rows = [bench.bare, bench.ours.lint(bench.tweet, "--no-cache")]
    return Case("tweet", "One tweet", in_turn(rows, _SHORT * bench.rounds, bench.output))


def _posts_in_budget(tool: Tool, bench: Bench) -> int:
    """How many posts the tool can read in the budget, judged by a start and a small sample."""
    few = sample(bench.posts, _PROBE, bench.work / "probe")
    alone = run_once(tool.lint(sample(bench.posts, 1, bench.work / "probe-one")), bench.output).seconds
    each = max((run_once(tool.lint(few), bench.output).seconds - alone) / (_PROBE - 1), 1e-4)
    return max(_PROBE, round((bench.budget - alone) / each))


def _on_blog(tool: Tool, bench: Bench) -> Contender:
    """The tool on the whole blog, or on as much of it as it can read in the budget."""
    wanted = _posts_in_budget(tool, bench)
    if wanted >= len(bench.posts):
        return tool.lint(bench.blog)
    part = sample(bench.posts, wanted, bench.work / f"blog-{wanted}-of-{len(bench.posts)}")
    return tool.lint(part)


def cold_blog(bench: Bench) -> Case:
    """The whole blog, nothing cached; and as a first run does it, which fills the cache."""
    first = bench.work / f"cache-first-{bench.blog.name}"
    filling = bench.ours.lint(bench.blog, "--cache-dir", str(first), name=FILLING)
    filling = replace(filling, before=lambda: shutil.rmtree(first, ignore_errors=True))
    rows = [bench.ours.lint(bench.blog, "--no-cache"), filling, *(_on_blog(tool, bench) for tool in bench.peers)]
    title = f"A blog of {len(bench.posts)} posts, nothing cached"
    return Case("blog", title, in_turn(rows, bench.rounds, bench.output, warm_up=False))


def warm_blog(bench: Bench) -> Case:
    """The whole blog again, unchanged."""
    rows = [bench.bare, bench.cached(bench.blog, "smolint, cached")]
    title = f"The same {len(bench.posts)} posts again"
    return Case("again", title, in_turn(rows, _SHORT * bench.rounds, bench.output))


def one_changed(bench: Bench) -> Case:
    """The whole blog after one post changed, beside that post alone, not cached."""
    post = middle(bench.posts)
    numbers = count(1)
    original = post.read_bytes()

    def change() -> None:
        post.write_bytes(original + f"\n\nWe also baked {next(numbers)} loaves today.\n".encode())

    whole = replace(bench.cached(bench.blog, "smolint, one post changed"), before=change, posts=1)
    rows = [bench.bare, bench.ours.lint(post, "--no-cache", name="smolint, that post alone"), whole]
    timings = in_turn(rows, _SHORT * bench.rounds, bench.output)
    post.write_bytes(original)
    return Case("changed", f"One changed post among {len(bench.posts)}", timings)


def growth(bench: Bench, sizes: Sequence[int]) -> Case:
    """Larger and larger blogs, made of the posts with changed words, so that no two are alike."""
    rows = []
    for size in sizes:
        blog = multiply(bench.posts, size, bench.work / f"blog-{size}")
        rows.append(bench.ours.lint(blog, "--no-cache", name=f"smolint, {size} posts"))
    return Case("growth", "Growth: time for each post", in_turn(rows, 1, bench.output, warm_up=False))


def exports(bench: Bench, megabytes: Sequence[int]) -> Case:
    """Larger and larger WordPress exports: what the memory does."""
    rows = []
    for size in megabytes:
        file = bench.work / f"export-{size}.xml"
        posts = export(bench.posts, size * 1_000_000, file)
        rows.append(replace(bench.ours.lint(file, "--no-cache", name=f"smolint, {size} MB"), posts=posts))
    return Case("export", "A WordPress export in one file", in_turn(rows, 1, bench.output, warm_up=False))


def all_cases(bench: Bench, sizes: Sequence[int], megabytes: Sequence[int]) -> dict[str, Callable[[], Case]]:
    """The cases by name, in the order in which they run."""
    return {
        "start": lambda: start(bench),
        "post": lambda: one_post(bench),
        "tweet": lambda: one_tweet(bench),
        "blog": lambda: cold_blog(bench),
        "again": lambda: warm_blog(bench),
        "changed": lambda: one_changed(bench),
        "growth": lambda: growth(bench, sizes),
        "export": lambda: exports(bench, megabytes),
    }
