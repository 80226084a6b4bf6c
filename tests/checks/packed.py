"""Rules written as files, in smolint's format and in Vale's, and what they find in a post."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

from smolint.config import Config
from smolint.engine import lint
from smolint.host import installed_host


def results(folder: Path, rule: str, text: str, *, vale: bool = False, path: str = "post.md", **config: object):
    """The results of linting a text with a single rule: `house/rule`, or `House.Rule` in Vale's format."""
    pack = folder / "House" if vale else folder / "pack"
    file = pack / "Rule.yml" if vale else pack / "house" / "rule.yml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(dedent(rule), encoding="utf-8")
    draft = folder / path
    draft.write_text(text, encoding="utf-8")
    select = "House.Rule" if vale else "house/rule"
    settings = {"packs": (str(pack),), "select": (select,), "platform": "wordpress", "language": "en"} | config
    found = list(lint([draft], Config(**settings), host=installed_host()))
    crashes = [crash for one in found for crash in one.crashes]
    assert not crashes, crashes[0]
    return found


def findings(folder: Path, rule: str, text: str, **config: object):
    """The findings of a single rule on a text."""
    return [one for result in results(folder, rule, text, **config) for one in result.findings]


def marked(folder: Path, rule: str, text: str, **config: object) -> list[str]:
    """The marked texts."""
    return [one.text for one in findings(folder, rule, text, **config)]


def messages(folder: Path, rule: str, text: str, **config: object) -> list[str]:
    """The messages."""
    return [one.message for one in findings(folder, rule, text, **config)]


def mended(folder: Path, rule: str, text: str, **config: object) -> list[str]:
    """What each finding's fix puts in place of what it marks; "" for a finding without a fix."""
    return [one.fix.edits[0].content if one.fix else "" for one in findings(folder, rule, text, **config)]


def notes(folder: Path, rule: str, text: str, **config: object) -> list[str]:
    """The notes of the run."""
    return [one.message for result in results(folder, rule, text, **config) for one in result.notes]
