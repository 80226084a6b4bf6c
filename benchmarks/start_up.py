"""How long smolint takes to start, as ratios to a bare Python of the same environment: medians of interleaved rounds.

Run: `python benchmarks/start_up.py [ROUNDS]`, on a machine that does nothing else.
"""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SMOLINT = str(Path(sys.executable).with_name("smolint"))
PYTHON = [sys.executable, "-c", "pass"]
POST = Path(__file__).parent.parent / "fixtures" / "blog" / "pain-au-levain.md"
TWEET = "We bake at dawn. Which bread do you miss most? https://example.com #bread\n"
POSTS = 998
WARM_UPS = 4
"""Runs before any time is taken: a run is told again once nothing that it came from is newer than the run before."""


def seconds(command: list[str], environment: dict[str, str]) -> float:
    began = time.perf_counter()
    subprocess.run(
        command, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    return time.perf_counter() - began


def medians(commands: dict[str, list[str]], rounds: int, environment: dict[str, str]) -> dict[str, float]:
    for command in commands.values():
        for _ in range(WARM_UPS):
            seconds(command, environment)
            time.sleep(0.3)
    took: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            took[name].append(seconds(command, environment))
    return {name: statistics.median(times) for name, times in took.items()}


def main(rounds: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "blog").mkdir()
        for number in range(POSTS):
            shutil.copy(POST, root / "blog" / f"{number}.md")
        (root / "one.tweet").write_text(TWEET, encoding="utf-8")
        environment = {**os.environ, "XDG_CACHE_HOME": str(root / "cache")}
        commands = {
            "bare Python": PYTHON,
            "smolint --version": [SMOLINT, "--version"],
            "one post, cached": [SMOLINT, str(root / "blog" / "0.md")],
            f"{POSTS} posts, cached": [SMOLINT, str(root / "blog")],
            "one tweet, not cached": [SMOLINT, "--no-cache", str(root / "one.tweet")],
        }
        found = medians(commands, rounds, environment)
    bare = found["bare Python"]
    for name, median in found.items():
        print(f"{name:24} {median * 1000:8.1f} ms {median / bare:6.2f} x bare Python")
    print(f"{POSTS / found[f'{POSTS} posts, cached']:,.0f} posts a second, cached")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20)
