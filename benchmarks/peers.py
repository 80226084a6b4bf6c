"""How fast smolint is beside its peers, on the same posts and in turn; every tool as a whole process.

    npm install --prefix /tmp/peers write-good alex markdownlint-cli2 yoastseo@3.6 markdown-it textlint \\
        textlint-rule-{write-good,terminology,stop-words,alex,common-misspellings,en-capitalization}
    python -m venv /tmp/peers/python && /tmp/peers/python/bin/pip install proselint typos
    go install github.com/errata-ai/vale/v3/cmd/vale@latest
    python benchmarks/peers.py --node /tmp/peers --bin /tmp/peers/python/bin --styles styles/ posts/

Only tools that are installed take part: on PATH, in a `--bin` folder, or below the `--node` prefix. Vale needs
`--styles`, a folder with its public styles write-good and proselint, which smolint then runs as well. Whoever needs
more than `--budget` seconds for the blog gets a sample of it: posts a second are then of the sample. The row of spaCy's
own start needs it in smolint's environment (`pip install 'smolint[spacy]'`).
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from peer_cases import FILLING, Bench, Case, all_cases
from peer_chart import chart
from peer_posts import copy_posts
from peer_table import lines
from peer_tools import Places, peers, smolint

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT = Path(__file__).resolve().parents[1]
CASES = ("start", "post", "tweet", "blog", "again", "changed", "growth", "export")
TWEET = ROOT / "fixtures" / "tweets" / "which-one-returns.tweet"


def arguments() -> argparse.Namespace:
    """What the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("posts", type=Path, nargs="?", default=ROOT / "fixtures", help="a folder of Markdown posts")
    parser.add_argument("--cases", default=",".join(CASES), help=f"which of {','.join(CASES)}")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--budget", type=float, default=30, help="seconds that one run over the blog may take")
    parser.add_argument("--growth", default="1000,5000", help="sizes of the made blogs")
    parser.add_argument("--exports", default="10,50", help="sizes of the made WordPress exports, in MB")
    parser.add_argument("--bin", type=Path, action="append", default=[], help="a folder with tools")
    parser.add_argument("--node", type=Path, help="a folder in which npm installed tools (its --prefix)")
    parser.add_argument("--styles", type=Path, help="a folder with Vale's styles write-good and proselint")
    parser.add_argument("--python", type=Path, default=Path(sys.executable), help="of the environment that has smolint")
    parser.add_argument("--json", type=Path, help="write all runs there")
    parser.add_argument("--chart", type=Path, help="draw the blog's case there, as SVG (docs/speed.svg)")
    return parser.parse_args()


def make_bench(given: argparse.Namespace, work: Path) -> Bench:
    """The tools that are installed and a copy of the posts."""
    python = given.python.absolute()
    bins = (python.parent, *(folder.absolute() for folder in given.bin))
    node, styles = (folder and folder.absolute() for folder in (given.node, given.styles))
    places = Places(bins, node, styles, python, work)
    command = places.command("smolint")
    posts = copy_posts(given.posts, work / "blog")
    if not command or not posts:
        sys.exit("smolint is not installed there" if posts else f"no Markdown files below {given.posts}")
    found = peers(places, command)
    print(f"{len(posts)} posts, {sum(post.stat().st_size for post in posts) / 1e6:.1f} MB; {machine()}")
    print(f"Peers: {', '.join(tool.name for tool in found) or 'none found'}")
    ours = smolint(places, command)
    return Bench(ours, found, python, work / "blog", posts, TWEET, work, given.rounds, given.budget)


def machine() -> str:
    """The machine in a few words, with its load, which tells whether the figures can be trusted."""
    load = f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    return f"{os.cpu_count()} processors, Python {platform.python_version()}, {platform.system()}{load}"


def record(cases: Sequence[Case]) -> str:
    """All runs as JSON."""
    return json.dumps(
        {
            case.name: {
                timing.contender.name: {
                    "command": timing.contender.typed(),
                    "rules": timing.contender.rules,
                    "posts": timing.contender.posts,
                    "seconds": [run.seconds for run in timing.runs],
                    "cpu_seconds": [run.cpu_seconds for run in timing.runs],
                    "peak_bytes": [run.peak_bytes for run in timing.runs],
                }
                for timing in case.timings
            }
            for case in cases
        },
        indent=1,
    )


def draw(cases: Sequence[Case], posts: int) -> str:
    """The chart of the blog, cold and again."""
    timings = [one for case in cases if case.name in ("blog", "again") for one in case.timings if one.worked]
    kept = [one for one in timings if one.contender.posts > 1 and one.contender.name != FILLING]
    part = " (slow tools: a sample)" if any(one.contender.posts < posts for one in kept) else ""
    note = f"Medians on {posts} posts{part}. Each line is ten times the one before. In brackets: how many rules."
    return chart("Posts linted in a second", note, kept)


def main() -> None:
    """Run the cases and print them."""
    given = arguments()
    sizes, exports = ([int(size) for size in sizes.split(",")] for sizes in (given.growth, given.exports))
    finished = []
    with tempfile.TemporaryDirectory() as folder:
        bench = make_bench(given, Path(folder))
        cases = all_cases(bench, sizes, exports)
        for name in given.cases.split(","):
            finished.append(cases[name]())
            print("\n".join(lines(finished[-1])), flush=True)
    print(f"\nAt the end: {machine()}")
    if given.json:
        given.json.write_text(record(finished), encoding="utf-8")
    if given.chart:
        given.chart.write_text(draw(finished, len(bench.posts)), encoding="utf-8")


if __name__ == "__main__":
    main()
