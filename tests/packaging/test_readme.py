"""What the README tells people to type is what CI runs."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("name", ["README_LINT", "README_TEST"], ids=["its first command", "its test command"])
def test_ci_runs_what_the_readme_says(name):
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    command = re.search(rf'^{name}="(.*)"$', script, re.MULTILINE)[1]
    lines = [line.strip() for line in (ROOT / "README.md").read_text(encoding="utf-8").splitlines()]
    assert command in lines
