"""A folder of drafts to run the command in, and the command itself."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple, Protocol

import pytest

from smolint.cli.exits import run

LONG = "We bake " + "very " * 40 + "good bread."
POST = f"---\ntitle: Bread\nimage: bread.png\n---\n\n{LONG} Which bread do you like?\n"


class Ended(NamedTuple):
    """How a command ended and what it wrote."""

    code: int
    out: str
    err: str


class Smolint(Protocol):
    def __call__(self, *arguments: str) -> Ended: ...


@pytest.fixture(autouse=True)
def _plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR", "FORCE_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def drafts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with one blog post that has a long sentence; the current folder is that folder."""
    (tmp_path / "posts").mkdir()
    (tmp_path / "posts" / "bread.md").write_text(POST, encoding="utf-8")
    (tmp_path / "smolint.toml").write_text('select = ["sentence/too-long"]\n', encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def smolint(drafts: Path, capsys: pytest.CaptureFixture[str]) -> Smolint:
    """Runs the command in the folder of drafts."""

    def call(*arguments: str) -> Ended:
        capsys.readouterr()
        code = run(arguments)
        return Ended(code, *capsys.readouterr())

    return call
