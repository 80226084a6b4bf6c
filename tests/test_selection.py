from pathlib import Path, PurePath

import pytest

from smolint.config import Config
from smolint.finding import Level
from smolint.rules import Rule
from smolint.selection import glob_matches, ignored_for, select_rules, specificity

ERROR, WARNING, SUGGESTION = Level.ERROR, Level.WARNING, Level.SUGGESTION


def rule(rule_id, level=WARNING, **more):
    return Rule(rule_id, "check", level, {"en": "x"}, **more)


RULES = {
    one.id: one
    for one in (
        rule("image/missing", ERROR),
        rule("image/alt-missing"),
        rule("imagery/odd"),
        rule("link/untracked", enabled=False),
        rule("link/empty"),
    )
}


def selected(config, rules=RULES, ignored=(), platform="chirp", kind="social", language="en"):
    chosen = select_rules(rules, config, platform=platform, kind=kind, language=language, ignored=ignored)
    return {one.rule.id: one.level for one in chosen}


@pytest.mark.parametrize(
    ("selector", "rule_id", "closeness"),
    [
        pytest.param("image/missing", "image/missing", 3, id="its id"),
        pytest.param("image", "image/missing", 2, id="its group"),
        pytest.param("all", "image/missing", 1, id="all"),
        pytest.param("image/miss", "image/missing", 0, id="part of its id is no selector"),
        pytest.param("imag", "image/missing", 0, id="part of its group is no selector"),
        pytest.param("image", "imagery/odd", 0, id="a group that begins alike"),
        pytest.param("missing", "image/missing", 0, id="its name alone"),
        pytest.param("", "image/missing", 0, id="nothing"),
        pytest.param("ALL", "image/missing", 0, id="selectors are lower-case"),
    ],
)
def test_specificity(selector, rule_id, closeness):
    assert specificity(selector, rule_id) == closeness


DEFAULT = {"image/missing", "image/alt-missing", "imagery/odd", "link/empty"}
EVERYTHING = {*DEFAULT, "link/untracked"}
IMAGES = {"image/missing", "image/alt-missing"}


@pytest.mark.parametrize(
    ("config", "ids"),
    [
        pytest.param(Config(), DEFAULT, id="by default all that are enabled"),
        pytest.param(Config(select=("image",)), IMAGES, id="a group"),
        pytest.param(Config(select=("image/missing",)), {"image/missing"}, id="one rule"),
        pytest.param(Config(select=()), set(), id="none"),
        pytest.param(Config(select=("image", "link/empty")), {*IMAGES, "link/empty"}, id="a group and a rule"),
        pytest.param(Config(ignore=("image",)), {"imagery/odd", "link/empty"}, id="a group ignored"),
        pytest.param(Config(ignore=("all",)), set(), id="all ignored, all selected: ignored"),
        pytest.param(Config(select=("image",), ignore=("image",)), set(), id="even: ignored"),
        pytest.param(
            Config(select=("image/missing",), ignore=("image/missing",)), set(), id="even on the rule itself: ignored"
        ),
        pytest.param(Config(select=("image",), ignore=("all",)), IMAGES, id="a group is closer than all"),
        pytest.param(
            Config(select=("image/missing",), ignore=("image",)),
            {"image/missing"},
            id="a rule is closer than its group",
        ),
        pytest.param(
            Config(select=("all", "image/missing"), ignore=("image",)),
            {"image/missing", "imagery/odd", "link/empty"},
            id="all but a group, save one of it",
        ),
        pytest.param(
            Config(select=("image",), ignore=("image/missing",)), {"image/alt-missing"}, id="a group save one of it"
        ),
        pytest.param(
            Config(ignore=("image",), extend_select=("image/missing",)),
            {"image/missing", "imagery/odd", "link/empty"},
            id="selected in addition",
        ),
        pytest.param(
            Config(select=("image",), extend_select=("link",)),
            {*IMAGES, "link/empty", "link/untracked"},
            id="a group in addition",
        ),
        pytest.param(Config(select=("all",)), DEFAULT, id="all does not wake a sleeping rule"),
        pytest.param(Config(select=("link",)), {"link/empty", "link/untracked"}, id="its group wakes it"),
        pytest.param(Config(extend_select=("link/untracked",)), EVERYTHING, id="its name wakes it"),
        pytest.param(Config(rules={"link/untracked": {"level": "warning"}}), EVERYTHING, id="a level wakes it"),
        pytest.param(Config(rules={"link/untracked": {"max": 3}}), DEFAULT, id="an option alone does not wake it"),
        pytest.param(
            Config(extend_select=("link/untracked",), ignore=("link",)),
            {*IMAGES, "imagery/odd", "link/untracked"},
            id="woken by name though its group is ignored",
        ),
        pytest.param(
            Config(rules={"image/missing": {"level": "off"}}), DEFAULT - {"image/missing"}, id="a level of off silences"
        ),
        pytest.param(
            Config(select=("image/missing",), rules={"image/missing": {"level": "off"}}),
            set(),
            id="off even when selected by name",
        ),
        pytest.param(
            Config(ignore=("image/missing",), rules={"image/missing": {"level": "error"}}),
            DEFAULT - {"image/missing"},
            id="a level does not undo ignore",
        ),
    ],
)
def test_which_rules_run(config, ids):
    assert set(selected(config)) == ids


@pytest.mark.parametrize(
    ("ignored", "ids"),
    [
        pytest.param(("image",), DEFAULT - IMAGES, id="a group"),
        pytest.param(("all",), set(), id="all"),
        pytest.param(("image/missing", "link"), {"image/alt-missing", "imagery/odd"}, id="a rule and a group"),
    ],
)
def test_ignored_for_one_file(ignored, ids):
    assert set(selected(Config(), ignored=ignored)) == ids


SERVED = {
    one.id: one
    for one in (
        rule("a/everywhere", SUGGESTION),
        rule("a/social", platforms={"social": WARNING}),
        rule("a/chirp", platforms={"chirp": ERROR}),
        rule("a/both", platforms={"chirp": ERROR, "social": SUGGESTION, "blog": WARNING}),
        rule("a/french", languages=("fr",)),
    )
}


@pytest.mark.parametrize(
    ("platform", "kind", "language", "levels"),
    [
        pytest.param(
            "chirp",
            "social",
            "en",
            {"a/both": ERROR, "a/chirp": ERROR, "a/everywhere": SUGGESTION, "a/social": WARNING},
            id="the name goes before the kind",
        ),
        pytest.param(
            "other",
            "social",
            "en",
            {"a/both": SUGGESTION, "a/everywhere": SUGGESTION, "a/social": WARNING},
            id="by kind",
        ),
        pytest.param("ghost", "blog", "en", {"a/both": WARNING, "a/everywhere": SUGGESTION}, id="a blog"),
        pytest.param(
            "ghost", "blog", "fr", {"a/both": WARNING, "a/everywhere": SUGGESTION, "a/french": WARNING}, id="in French"
        ),
        pytest.param("ghost", "blog", "", {"a/both": WARNING, "a/everywhere": SUGGESTION}, id="language unknown"),
        pytest.param("", "blog", "en", {"a/both": WARNING, "a/everywhere": SUGGESTION}, id="platform unknown"),
    ],
)
def test_levels_by_platform_and_language(platform, kind, language, levels):
    assert selected(Config(), SERVED, (), platform, kind, language) == levels


def test_a_configured_level_holds_wherever_the_rule_runs():
    config = Config(rules={"a/both": {"level": "suggestion"}, "a/social": {"level": "error"}})
    on_chirp = selected(config, SERVED)
    assert (on_chirp["a/both"], on_chirp["a/social"]) == (SUGGESTION, ERROR)
    assert "a/social" not in selected(config, SERVED, (), "ghost", "blog")


def test_rules_come_sorted_by_id():
    assert list(selected(Config(), dict(reversed(RULES.items())))) == sorted(DEFAULT)


@pytest.mark.parametrize(
    ("glob", "path", "matches"),
    [
        pytest.param("archive/**", "archive/2011/a.md", True, id="all below a folder"),
        pytest.param("archive/", "archive/a.md", True, id="a folder"),
        pytest.param("archive/**", "old/archive/a.md", False, id="a pattern with a slash starts at the root"),
        pytest.param("*.md", "deep/down/a.md", True, id="a pattern without a slash holds at any depth"),
        pytest.param("/a.md", "deep/a.md", False, id="a leading slash starts at the root"),
        pytest.param("a/*.md", "a/b/c.md", False, id="one star is one level"),
        pytest.param("**/fr/**", "x/fr/a.md", True, id="two stars are any depth"),
        pytest.param("Archive/**", "archive/a.md", False, id="case counts"),
    ],
)
def test_globs(glob, path, matches, project):
    root = project.root.resolve()
    assert glob_matches(glob, PurePath(path), root) is matches
    assert glob_matches(glob, root / path, root) is matches


def test_a_path_outside_the_root_is_matched_as_it_is(project):
    assert glob_matches("*.md", Path("/elsewhere/a.md"), project.root.resolve())
    assert not glob_matches("inside/**", Path("/elsewhere/inside/a.md"), project.root.resolve())


def test_a_path_with_dots_is_straightened(project, monkeypatch):
    root = project.root.resolve()
    (root / "sub").mkdir()
    monkeypatch.chdir(root / "sub")
    assert glob_matches("real/**", PurePath("../real/a.md"), root)


def test_a_path_below_a_linked_folder_counts_from_the_root(project):
    root = project.root.resolve()
    (root / "real").mkdir()
    outside = root.parent / f"{root.name}-link"
    outside.symlink_to(root)
    assert glob_matches("real/**", outside / "real/a.md", root)


def test_all_patterns_that_match_a_file_count_together(project):
    config = Config(
        root=project.root.resolve(),
        per_file_ignores=(("a/**", ("image",)), ("*.md", ("link", "seo")), ("b/**", ("all",))),
    )
    assert ignored_for(config, PurePath("a/x.md")) == ("image", "link", "seo")
    assert ignored_for(config, PurePath("c.txt")) == ()
