"""Nothing is sent anywhere and nothing is fetched, whatever a draft names."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from .conftest import SPY, Run

FIXTURES = Path(__file__).parents[2] / "fixtures"
COMMANDS = {
    "check, with every rule": ["check", "--no-cache", "--extend-select", "image,link,seo,spelling,typography", "."],
    "check, mended and shown": ["check", "--diff", "--unsafe-fixes", "."],
    "baseline": ["baseline", "."],
    "stats": ["stats", "."],
    "rules": ["rules"],
    "rule": ["rule", "image/missing"],
    "platforms": ["platforms"],
    "plugins": ["plugins"],
    "config": ["config"],
    "init": ["init"],
    "clean": ["clean"],
}
POST = """---
title: Bread
image: https://images.example.org/cover.png
canonical: https://www.example.org/bread
---

![Bread](https://images.example.org/bread.png) and <img src="//images.example.org/x.gif" alt="x">, on
<https://bit.ly/3x>, by @baker@mastodon.example and <iframe src="https://player.example.org/1"></iframe>.

[A link](http://localhost:8080/), [one](ftp://ftp.example.org/x), [one](file://server/share/x),
![x](\\\\server\\x.png)
"""


@pytest.mark.parametrize("arguments", COMMANDS.values(), ids=COMMANDS.keys())
def test_no_command_speaks_to_a_network(tree: Path, run: Run, arguments: list[str]) -> None:
    shutil.copytree(FIXTURES, tree / "drafts")
    (tree / "posts" / "bread.md").write_text(POST, encoding="utf-8")
    ended = run(*arguments)

    assert ended.code in (0, 1), ended.err
    assert ended.network == []
    assert ended.programs == []


def test_the_spy_sees_what_it_must(tree: Path, run: Run) -> None:
    """The tests of this folder would be worth nothing with a hook that sees nothing."""
    (tree / "posts" / "bread.md").write_text(POST, encoding="utf-8")
    ended = run("posts")

    assert tree / "posts" / "bread.md" in ended.touched(tree)
    assert ended.paths("sqlite3.connect")
    assert ended.paths("exec")


def test_the_spy_sees_a_network(tmp_path: Path) -> None:
    log = tmp_path / "log"
    code = "import socket; socket.getaddrinfo('localhost', 80)"
    environment = {**os.environ, "PYTHONPATH": str(SPY), "SMOLINT_TEST_LOG": str(log)}
    subprocess.run([sys.executable, "-c", code], env=environment, check=True)

    assert '"socket.getaddrinfo"' in log.read_text(encoding="utf-8")
