"""For tests, of smolint and of plugins: run a rule's own examples, and assert what a text's findings mark."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from smolint.config import Config
from smolint.engine import lint
from smolint.host import installed_host
from smolint.setup import make_setup

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from smolint.finding import Finding
    from smolint.host import Host
    from smolint.rules import Example, Rule


def fixtures_folder() -> Path:
    """The folder of sample drafts and images: `smolint/fixtures` in a wheel, `fixtures/` in a checkout."""
    here = Path(__file__).parent
    return here / "fixtures" if (here / "fixtures").is_dir() else here.parent / "fixtures"


def load_all_rules(packs: Iterable[Path] = (), host: Host | None = None) -> Mapping[str, Rule]:
    """All rules of the installed plugins and of further packs, by id."""
    config = Config(packs=tuple(str(pack) for pack in packs))
    return make_setup(config, host or installed_host()).rules


def run_example(rule: Rule, example: Example, packs: Iterable[Path] = (), host: Host | None = None) -> list[Finding]:
    """The findings of one rule on one of its examples, in order; no other rule runs."""
    host = host or installed_host()
    platform = host.platform(example.platform)
    config = Config(
        select=(rule.id,),
        platform=example.platform,
        language=example.language,
        packs=tuple(str(pack) for pack in packs),
        settings={platform.name: example.settings} if platform and example.settings else {},
    )
    name = example.path or ("post.md" if platform and platform.kind == "blog" else "post.txt")
    with tempfile.TemporaryDirectory() as folder:
        draft = Path(folder, name)
        draft.parent.mkdir(parents=True, exist_ok=True)
        draft.write_text(example.text, encoding="utf-8", newline="")
        for file in example.files:
            target = draft.parent / file
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(fixtures_folder() / "images" / target.name, target)
        others = [draft.parent / file for file in example.beside]
        for other in others:
            other.write_text(example.beside[other.name], encoding="utf-8", newline="")
        results = list(lint([draft, *others], config, host=host))
    crashes = [crash for result in results for crash in result.crashes]
    if crashes:
        raise AssertionError(crashes[0])
    return [finding for result in results for finding in result.findings]


def example_problems(rule: Rule, packs: Iterable[Path] = (), host: Host | None = None) -> list[str]:
    """What is wrong with a rule's examples, a line each: a valid one that is reported, an invalid one that is not.

    Where an invalid example lists `marks`, the marked texts must be exactly those, in order.
    """
    packs = tuple(packs)
    problems = []
    for number, example in enumerate(rule.examples, 1):
        marked = tuple(finding.text for finding in run_example(rule, example, packs, host))
        what = f"{rule.id}, example {number} ({example.platform} {example.language}): "
        if example.valid and marked:
            problems.append(f"{what}should be silent but marks {list(marked)}")
        elif not example.valid and not marked:
            problems.append(f"{what}should be reported but is not")
        elif example.marks and tuple(mark[:200] for mark in example.marks) != marked:
            problems.append(f"{what}should mark {list(example.marks)} but marks {list(marked)}")
    return problems


def assert_findings(findings: Iterable[Finding], expected: Iterable[tuple[str, str]]) -> None:
    """Assert that findings are exactly these pairs of rule id and marked text, in order of place."""
    found = [(finding.rule, finding.text) for finding in findings]
    assert found == list(expected), found
