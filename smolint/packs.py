"""Rule packs: folders of YAML files, read into rules, checked, and kept compiled between runs."""

from __future__ import annotations

import os
from functools import cache, partial
from pathlib import Path

from smolint import __version__, copies
from smolint.check import Checks
from smolint.code_stamp import code_fingerprint
from smolint.dataclass import replace
from smolint.errors import ConfigError, phrase
from smolint.rule_packing import packed, packed_examples, unpacked
from smolint.type_checking import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from typing import Any

    from smolint.check import Check
    from smolint.rule_files import RuleFile
    from smolint.rules import Rule


def builtin_pack() -> Path:
    """The folder of the rules that ship with smolint: `smolint/rules` in a wheel, `rules/` in a checkout."""
    here = Path(__file__).parent
    return here / "rules" if (here / "rules").is_dir() else here.parent / "rules"


def load_rules(packs: Iterable[Path], checks: Mapping[str, Check]) -> dict[str, Rule]:
    """All rules of the packs by id; a later pack's rule replaces an earlier one of the same id.

    Raises ConfigError, with file and line, for anything that is not a rule.
    """
    return {rule.id: rule for pack in packs for rule in _rules(pack, checks)}


def _rules(pack: Path, checks: Mapping[str, Check]) -> Iterator[Rule]:
    """The pack's rules, from the compiled copy when nothing has changed since it was written.

    What is wrong with a rule is found when the copy is written, what only a check that is no late one can tell each
    time: that is the code of a plugin, which may have changed.
    """
    files, stamp = _files(pack)
    copy = copies.place("rules", code_fingerprint(), stamp)
    known = copies.read(copy)
    if known is None:
        known = _compiled([_read(path, pack) for path in _in_order(files)], checks)
        copies.keep(copy, known)
    sound, wrong = known
    examples = cache(partial(_examples, pack, checks))
    late = checks.late if isinstance(checks, Checks) else frozenset[str]()
    for fields in sound:
        rule = unpacked(fields, examples)
        if rule.extends not in late and (rule.options or rule.extends not in checks):
            _check_again(rule, checks)
        yield rule
    for fields in wrong:
        yield _build(fields, checks)


def _build(fields: Iterable[Any], checks: Mapping[str, Check]) -> Rule:
    from smolint.rule_building import build_rule
    from smolint.rule_files import RuleFile

    return build_rule(RuleFile(*fields), checks)


def _check_again(rule: Rule, checks: Mapping[str, Check]) -> None:
    from smolint.rule_building import check_of, check_options
    from smolint.rule_files import RuleFile

    entry = RuleFile(rule.path, rule.id, {"extends": rule.extends}, rule.lines)
    check_options(entry, check_of(entry, checks), rule.options)


def _examples(pack: Path, checks: Mapping[str, Check]) -> dict[str, list[dict[str, Any]]]:
    """The examples of the pack's rules, kept apart: few runs need them, and they are half of what a pack holds."""
    files, stamp = _files(pack)
    copy = copies.place("examples", code_fingerprint(), stamp)
    known: dict[str, list[dict[str, Any]]] | None = copies.read(copy)
    if known is None:
        entries = (_read(path, pack) for path in _in_order(files))
        known = packed_examples(_build((one.path, one.id, one.keys, one.lines), checks) for one in entries)
        copies.keep(copy, known)
    return known


def _compiled(entries: Iterable[RuleFile], checks: Mapping[str, Check]) -> tuple[Any, ...]:
    """What is kept of a pack: its rules, without their examples, and the files that are none."""
    from smolint.rule_building import build_rule, needed_by

    rules, wrong = [], []
    for entry in entries:
        try:
            rule = build_rule(entry, checks)
            rules.append(replace(rule, needs=needed_by(rule, checks[rule.extends])))
        except ConfigError:
            wrong.append((entry.path, entry.id, entry.keys, entry.lines))
    return [packed(rule) for rule in rules], wrong


def compiled_files(pack: Path) -> list[RuleFile]:
    """The pack's rule files as data, from the compiled copy when nothing has changed since it was written."""
    from smolint.rule_files import RuleFile

    files, stamp = _files(pack)
    copy = copies.place("files", __version__, stamp)
    known = copies.read(copy)
    if known is None:
        entries = [_read(path, pack) for path in _in_order(files)]
        known = [(entry.path, entry.id, entry.keys, entry.lines) for entry in entries]
        copies.keep(copy, known)
    return [RuleFile(*fields) for fields in known]


def _read(path: str, pack: Path) -> RuleFile:
    from smolint.rule_files import read_rule_file

    found = Path(path)
    return read_rule_file(found, found.relative_to(pack).with_suffix("").as_posix())


def _files(pack: Path) -> tuple[list[str], str]:
    """The paths of the pack's rule files, and what changes with them. Raises ConfigError without a folder."""
    try:
        found = sorted(_rule_files(os.fspath(pack)))
    except OSError as error:
        hint = phrase("'packs' names folders of rule files")
        raise ConfigError(phrase("no such folder of rules"), path=str(pack), hint=hint) from error
    return [path for path, *_ in found], repr(found)


def _in_order(files: Iterable[str]) -> list[str]:
    """The files folder by folder."""
    return sorted(files, key=lambda one: one.split(os.sep))


def _rule_files(folder: str) -> Iterator[tuple[str, int, int]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from _rule_files(entry.path)
            elif entry.name.endswith(".yml") and not entry.name.startswith(".") and entry.is_file():
                status = entry.stat()
                yield entry.path, status.st_mtime_ns, status.st_size
