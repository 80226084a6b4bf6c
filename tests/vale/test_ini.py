"""A `.vale.ini` is read as Vale reads it, and what is wrong in one is told with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from smolint.errors import ConfigError
from smolint.finding import Level
from smolint.vale.globs import matches
from smolint.vale.ini import ValeConfig, read_ini

WHOLE = r"""
# A team's own
StylesPath = styles
MinAlertLevel = suggestion  ; all of it
Vocab = House, Product
IgnoredScopes = code, tt
Packages = Google, \
  proselint

[formats]
mdx = md

[*]
BasedOnStyles = Vale

[*.{md,html}]
BasedOnStyles = Google, proselint
Google.Passive = NO
Google.We = warning
proselint = suggestion
Google.Headings[threshold] = 0.5
TokenIgnores = (\$+[^\n$]{1\,9}\$+), (:[a-z]+:)
"""


def read(folder: Path, text: str) -> ValeConfig:
    (folder / "styles").mkdir(exist_ok=True)
    path = folder / ".vale.ini"
    path.write_text(text, encoding="utf-8")
    return read_ini(path)


def test_the_whole_of_it(tmp_path: Path) -> None:
    config = read(tmp_path, WHOLE)

    assert config.styles_paths == (tmp_path / "styles",)
    assert config.least_level is Level.SUGGESTION
    assert config.vocabularies == ("House", "Product")
    assert (config.ignored_scopes, config.skipped_scopes) == (("code", "tt"), None)
    assert config.formats == {"mdx": "md"}
    assert config.passed_over == (("Packages", 7),)
    assert config.parameters == {"Google.Headings": {"threshold": "0.5"}}
    for_all, own = config.sections
    assert (for_all.glob, for_all.based_on) == ("*", ("Vale",))
    assert own.rules == {"Google.Passive": "NO", "Google.We": "warning", "proselint": "suggestion"}
    assert own.token_ignores == (r"(\$+[^\n$]{1,9}\$+)", "(:[a-z]+:)")
    assert config.styles == ("Vale", "Google", "proselint")


@pytest.mark.parametrize(
    ("text", "line", "message", "hint"),
    [
        pytest.param("StylePath = x\n", 1, "unknown key 'StylePath'", "did you mean 'StylesPath'?", id="a core key"),
        pytest.param(
            "\n[*.md]\nBasedOnStyle = a\n", 3, "unknown key 'BasedOnStyle'", "'BasedOnStyles'", id="a section's"
        ),
        pytest.param("BasedOnStyles = a\n", 1, "unknown key 'BasedOnStyles'", "[*.md]", id="above the sections"),
        pytest.param("[*]\nVocab = a\n", 2, "'Vocab' belongs above the first section", "", id="below a section"),
        pytest.param("MinAlertLevel = all\n", 1, "'all' is no level", "suggestion, warning or error", id="a level"),
        pytest.param("[*]\na.B = perhaps\n", 2, "unknown key 'a.B'", "", id="neither YES nor NO nor a level"),
        pytest.param("StylesPath = nowhere\n", 1, "no folder of styles 'nowhere'", "", id="a folder that is not there"),
        pytest.param("[*]\njust words\n", 2, "neither a [section] nor a setting: just words", "", id="no setting"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(tmp_path: Path, text: str, line: int, message: str, hint: str) -> None:
    with pytest.raises(ConfigError) as caught:
        read(tmp_path, text)

    assert caught.value.line == line
    assert message in caught.value.message
    assert hint in caught.value.hint


@pytest.mark.parametrize(
    ("glob", "path", "fits"),
    [
        pytest.param("*.md", "a.md", True, id="by ending"),
        pytest.param("*.md", "docs/deep/a.md", True, id="a star runs over folders"),
        pytest.param("*.md", "a.mdx", False, id="as a whole"),
        pytest.param("*.{md,html}", "a.html", True, id="one of several"),
        pytest.param("*.{md,html}", "a.txt", False, id="none of several"),
        pytest.param("docs/**", "docs/a/b.md", True, id="a folder"),
        pytest.param("docs/**", "info/a.md", False, id="another folder"),
        pytest.param("!docs/**", "docs/a.md", False, id="not a folder"),
        pytest.param("docs/**/*.md", "docs/a.md", True, id="folders, none of them"),
        pytest.param("docs/**/*.md", "docs/b/c/a.md", True, id="folders, two of them"),
        pytest.param("**/*.min.md", "a.min.md", True, id="at any depth"),
        pytest.param("a?c[0-9].md", "abc7.md", True, id="one character"),
        pytest.param("a[!b].md", "ab.md", False, id="any but one"),
        pytest.param("{docs,site}/{fr,en}/**/*.md", "site/fr/x/a.md", True, id="two choices"),
        pytest.param("a+(b).md", "a+(b).md", True, id="signs of patterns are themselves"),
        pytest.param("[" * 50_000, "[" * 50_000, True, id="brackets that never close"),
        pytest.param("[" + "a" * 101 + "]", "[" + "a" * 101 + "]", True, id="a bracket closed too late"),
    ],
)
def test_globs(glob: str, path: str, fits: bool) -> None:
    assert matches(glob, path) is fits


def test_a_later_section_has_the_last_word(tmp_path: Path) -> None:
    config = read(tmp_path, "[*.md]\nBasedOnStyles = a\n[docs/*.md]\nBasedOnStyles = b\n[*]\nBasedOnStyles = c\n")

    assert [one.based_on for one in config.sections_for("docs/x.md")] == [("c",), ("a",), ("b",)]
    assert [one.based_on for one in config.sections_for("x.txt")] == [("c",)]
