"""SECURITY.md: its promises name tests that are there, and it goes with the source."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
POLICY = ROOT / "SECURITY.md"

pytestmark = pytest.mark.skipif(not POLICY.is_file(), reason="needs the checkout")


def promises() -> list[str]:
    rows = POLICY.read_text(encoding="utf-8").splitlines()
    return [row for row in rows if row.startswith("| **")]


def test_each_promise_names_tests_that_are_there() -> None:
    assert len(promises()) > 8
    for row in promises():
        named = re.findall(r"`(tests/[\w/.]+\.py)`", row)
        assert named, row
        assert [name for name in named if not (ROOT / name).is_file()] == []


def test_the_options_that_it_names_exist() -> None:
    from smolint.cli.check import command

    known = {name for one in command.params for name in one.opts}
    named = set(re.findall(r"(?<![\w-])(--[a-z][a-z-]+)", POLICY.read_text(encoding="utf-8")))

    assert named <= known


def test_the_readme_leads_to_it_and_the_source_brings_it() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))

    assert "(SECURITY.md)" in (ROOT / "README.md").read_text(encoding="utf-8")
    assert "/SECURITY.md" in settings["tool"]["hatch"]["build"]["targets"]["sdist"]["include"]
