"""How smolint grows: processor time for each post, and peak memory, on ever more posts and ever larger exports.

    python benchmarks/growth.py --counts 1000,5000,20000 --exports 20,200 posts/

The blogs are made of the posts that are named, again and again, with three in ten of their long words changed each
time; so are the WordPress exports. All rules run that a project runs, those that compare posts too. Each blog is linted
without a cache, with an empty one, with what this has kept of each file, and once more just the same. With `--jobs 1`
(the default) all is done in one process; with more, the memory is that of the largest. What counts is the time of
processors, beside that of the first row of a kind.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from peer_posts import export, multiply, posts_below
from peer_runs import Contender, Run, run_once

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ROOT = Path(__file__).resolve().parents[1]


def arguments() -> argparse.Namespace:
    """What the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("posts", type=Path, nargs="?", default=ROOT / "fixtures", help="a folder of Markdown posts")
    parser.add_argument("--counts", default="1000,5000,20000", help="posts of the blogs, none where it is empty")
    parser.add_argument("--exports", default="20,50,100", help="sizes of the exports in MB, none where it is empty")
    parser.add_argument("--jobs", type=int, default=1, help="processes; 0 for as many as pay")
    parser.add_argument("--select", default="", help="the rules to run, if not all that a project runs")
    parser.add_argument("--python", type=Path, default=Path(sys.executable), help="of the environment that has smolint")
    return parser.parse_args()


def command(given: argparse.Namespace, *words: str, output: str = "concise") -> tuple[str, ...]:
    """The command that lints, whatever is found."""
    rules = ("--select", given.select) if given.select else ()
    jobs = ("--jobs", str(given.jobs) if given.jobs else "auto")
    always = ("--fail-on", "never", "--output-format", output)
    return (str(given.python.absolute()), "-m", "smolint", *always, *jobs, *rules, *words)


def blogs(given: argparse.Namespace, posts: Sequence[Path], work: Path) -> Iterator[Contender]:
    """Runs on blogs of every size, by what is known of them before."""
    made = {int(count): work / f"blog-{count}" for count in given.counts.split(",") if count}
    for count, blog in made.items():
        multiply(posts, count, blog)
        yield Contender("no cache", command(given, "--no-cache", "."), count, folder=blog)
    # In another format, what is kept of the files is looked at: the same run is told again without any of it.
    for name, output in (("cache filled", "concise"), ("files cached", "jsonl"), ("run again", "jsonl")):
        for count, blog in made.items():
            words = command(given, "--cache-dir", str(work / f"cache-{count}"), ".", output=output)
            yield Contender(name, words, count, folder=blog)


def exports(given: argparse.Namespace, posts: Sequence[Path], work: Path) -> Iterator[Contender]:
    """A run on exports of every size; each is deleted once it was read."""
    for size in (int(size) for size in given.exports.split(",") if size):
        file = work / f"export-{size}.xml"
        count = export(posts, size * 1_000_000, file)
        yield Contender(f"export of {size} MB", command(given, "--no-cache", file.name), count, folder=work)
        file.unlink()


def line(one: Contender, run: Run, first: Run, posts: int) -> str:
    """What is printed of a run: `first` is the run of the same kind on so many `posts`."""
    each, before = run.cpu_seconds / one.posts, first.cpu_seconds / posts
    figures = f"{1000 * each:8.3f} ms {each / before - 1:+6.1%} {run.peak_bytes / 1e6:6.0f} MB {run.seconds:8.1f} s"
    return f"{one.name:18} {one.posts:8,} {figures}" + ("" if run.code in one.codes else f"  failed: {run.code}")


def main() -> None:
    """Measure, and print a line for each run as it ends."""
    given = arguments()
    posts = posts_below(given.posts)
    if not posts:
        sys.exit(f"there are no posts below {given.posts}")
    with tempfile.TemporaryDirectory(prefix="smolint-growth-") as folder:
        work = Path(folder)
        # The records of runs go where they are deleted as well.
        os.environ["XDG_CACHE_HOME"] = str(work / "user")
        print(f"{'':18} {'posts':>8} {'CPU/post':>11} {'growth':>6} {'peak':>9} {'clock':>10}")
        first: dict[str, tuple[Run, int]] = {}
        for one in chain(blogs(given, posts, work), exports(given, posts, work)):
            run = run_once(one, work / "output")
            kind = "export" if one.name.startswith("export") else one.name
            print(line(one, run, *first.setdefault(kind, (run, one.posts))), flush=True)


if __name__ == "__main__":
    main()
