"""Runs over several files at once, for the tests of checks that compare the posts of a folder."""

from __future__ import annotations

from pathlib import Path

from smolint.config import Config
from smolint.engine import lint


def marked_in(folder: Path, files: dict[str, str], rule: str) -> dict[str, list[str]]:
    """The marked texts of a rule, by the name of each file in which it found something."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    found: dict[str, list[str]] = {}
    for result in lint([folder], Config(select=(rule,), platform="wordpress")):
        assert not result.crashes
        for finding in result.findings:
            found.setdefault(Path(finding.path).relative_to(folder).as_posix(), []).append(finding.text)
    return found
