"""Which rules run on a draft, at which level: decided here, from names alone."""

from __future__ import annotations

import os
from functools import lru_cache
from pathlib import Path, PurePath

from smolint.dataclass import dataclass
from smolint.finding import Level, group_of
from smolint.type_checking import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pathspec import GitIgnoreSpec

    from smolint.config import Config
    from smolint.rules import Rule


@dataclass(frozen=True, slots=True)
class Selected:
    """A rule that runs on a draft, and the level of its findings there."""

    rule: Rule
    level: Level


def specificity(selector: str, rule_id: str) -> int:
    """How closely a selector names a rule: 3 its id, 2 its group, 1 `all`, 0 not at all."""
    if selector == rule_id:
        return 3
    if selector == group_of(rule_id):
        return 2
    return 1 if selector == "all" else 0


def _closest(selectors: Iterable[str], rule_id: str) -> int:
    return max((specificity(selector, rule_id) for selector in selectors), default=0)


def is_selected(rule: Rule, config: Config, ignored: Iterable[str] = ()) -> bool:
    """Whether the configuration selects a rule: the closest selector wins, `ignore` before `select` when even.

    A rule that is not enabled by itself runs only when its id or its group is named, or its level is set.
    """
    chosen = _closest((*config.select, *config.extend_select), rule.id)
    own = config.rules.get(rule.id, {})
    if own.get("level") == "off":
        return False
    if not rule.enabled and chosen < 2 and "level" not in own:
        return False
    return chosen > _closest((*config.ignore, *ignored), rule.id)


def select_rules(
    rules: Mapping[str, Rule], config: Config, *, platform: str, kind: str, language: str, ignored: Iterable[str] = ()
) -> list[Selected]:
    """The rules that run on a draft of that platform, kind and language, with their levels, sorted by id.

    `ignored` are the selectors that the configuration ignores for this file.
    """
    selected = []
    for rule in sorted(rules.values(), key=lambda rule: rule.id):
        level = rule.level_on(platform, kind)
        if level is None or (rule.languages and language not in rule.languages):
            continue
        if is_selected(rule, config, ignored):
            own = config.rules.get(rule.id, {}).get("level")
            selected.append(Selected(rule, Level(own) if own else level))
    return selected


def ignored_for(config: Config, path: PurePath) -> tuple[str, ...]:
    """The selectors that `per-file-ignores` silences for a path."""
    return tuple(
        name for glob, names in config.per_file_ignores if glob_matches(glob, path, config.root) for name in names
    )


def is_cornerstone_file(config: Config, path: PurePath) -> bool:
    """Whether the configuration names a file among the pages that the site rests on: `cornerstone = ["guides/**"]`."""
    return any(glob_matches(glob, path, config.root) for glob in config.cornerstone)


def glob_matches(glob: str, path: PurePath, root: Path | None) -> bool:
    """Whether a path matches a `.gitignore` pattern written relative to `root`."""
    return _spec(glob).match_file(relative_to_root(path, root).as_posix())


def relative_to_root(path: PurePath, root: Path | None) -> PurePath:
    """The path as seen from `root`; unchanged when there is no root or the path lies outside it."""
    if root is None:
        return path
    absolute = Path(os.path.abspath(path))
    try:
        return absolute.relative_to(root)
    except ValueError:
        try:
            return Path(os.path.realpath(absolute)).relative_to(root)
        except (ValueError, OSError):
            return path


@lru_cache(maxsize=512)
def _spec(glob: str) -> GitIgnoreSpec:
    from smolint.ignore_patterns import ignore_spec

    return ignore_spec([glob])
