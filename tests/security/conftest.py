"""A command that runs in a process of its own, with all that it opens, imports, starts and connects to."""

from __future__ import annotations

import itertools
import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import pytest

SPY = Path(__file__).parent / "spy"


@dataclass(frozen=True)
class Watched:
    """How a run ended, what it wrote, and what it did: the events that Python's audit hooks tell of."""

    code: int
    out: str
    err: str
    events: list[tuple[str, str, str]]
    folder: Path

    def paths(self, *kinds: str) -> set[Path]:
        """The paths of the events of those kinds, links followed."""
        told = (
            path for kind, path, _ in self.events if kind in kinds and path and path[0] != "<" and not path.isdecimal()
        )
        return {Path(os.path.realpath(self.folder / path)) for path in told}

    def touched(self, below: Path) -> set[Path]:
        """The files below a folder that were opened."""
        return {path for path in self.paths("open", "sqlite3.connect") if path.is_relative_to(below.resolve())}

    def written(self, below: Path) -> set[Path]:
        """The files below a folder that were opened to be written."""
        writing = {path for kind, path, mode in self.events if kind == "open" and set(mode) & set("wax+")}
        return {one for one in (Path(os.path.realpath(self.folder / path)) for path in writing)
                if one.is_relative_to(below.resolve())}  # fmt: skip

    @property
    def network(self) -> list[tuple[str, str, str]]:
        """The addresses that were asked for, spoken to or listened at.

        A socket that nobody speaks through is none: urllib3, which spaCy imports, makes one to see whether the machine
        knows IPv6, and processes of one machine talk through others.
        """
        kinds = ("connect", "sendto", "sendmsg", "getaddrinfo", "gethostbyname", "gethostbyaddr", "getnameinfo")
        spoken = {*(f"socket.{kind}" for kind in kinds), "urllib.Request"}
        return [one for one in self.events if one[0] in spoken]

    @property
    def programs(self) -> list[tuple[str, str, str]]:
        """The programs that were started."""
        return [one for one in self.events if one[0] in ("subprocess.Popen", "os.system", "os.exec", "os.posix_spawn")]


class Run(Protocol):
    def __call__(self, *arguments: str, **environment: str) -> Watched: ...


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A clone of a repository: what a stranger wrote."""
    folder = tmp_path / "clone"
    (folder / ".git").mkdir(parents=True)
    (folder / "posts").mkdir()
    return folder


@pytest.fixture
def run(tree: Path, tmp_path: Path) -> Run:
    """Runs smolint in the clone, as its command does: without the current folder among those of modules."""

    numbers = itertools.count()

    def call(*arguments: str, **environment: str) -> Watched:
        # The name is in the environment, and so no run is answered with the record of an earlier one.
        log = tmp_path / f"log-{next(numbers)}"
        own = [environment.pop("PYTHONPATH", ""), *os.environ.get("PYTHONPATH", "").split(os.pathsep)]
        places = os.pathsep.join([str(SPY), *(os.path.abspath(one) for one in own if one)])
        settings = {"PYTHONPATH": places, "SMOLINT_TEST_LOG": str(log), "PYTHONDONTWRITEBYTECODE": "1"}
        ended = subprocess.run(
            [sys.executable, "-P", "-m", "smolint", *arguments],
            cwd=tree,
            env={**os.environ, **settings, **environment},
            capture_output=True,
            encoding="utf-8",
            timeout=120,
            check=False,
        )
        told = log.read_text(encoding="utf-8").splitlines()
        events = [(kind, path, mode) for kind, path, mode in map(json.loads, told)]
        assert "Traceback" not in ended.stderr
        return Watched(ended.returncode, ended.stdout, ended.stderr, events, tree)

    return call
