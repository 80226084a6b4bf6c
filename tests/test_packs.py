import os
from dataclasses import dataclass

import pytest

from smolint.check import Check
from smolint.errors import ConfigError
from smolint.finding import Level
from smolint.packs import builtin_pack, load_rules


@dataclass(frozen=True)
class Limits:
    max_words: int = 30


CHECKS = {check.name: check for check in (Check("too-long", options=Limits), Check("closing-question"))}
PLAIN = "extends: too-long\nmessage: Too long.\n"


def load(project, *packs):
    return load_rules([project.root / pack for pack in packs or ("rules",)], CHECKS)


def test_a_rule_is_read_whole(project):
    project(
        "rules/sentence/too-long.yml",
        """extends: too-long
level: error
platforms: {social: warning, ghost: error}
languages: [en]
enabled: false
message: {en: "Long.", fr: "  Longue.\\n"}
messages:
  hook: {en: "The hook is long."}
help: {en: Cut it.}
why: {en: People skim.}
source: our own
link: https://example.com
max-words: {blog: 40, default: 20}
examples:
  - platform: chirp
    valid: Short.
  - platform: chirp
    language: en
    path: a/post.md
    invalid: Long long.
    marks: [Long]
    files: [cat.png]
    settings: {sharing: content}
""",
    )
    rule = load(project)["sentence/too-long"]
    assert (rule.group, rule.extends, rule.level, rule.enabled) == ("sentence", "too-long", Level.ERROR, False)
    assert rule.platforms == {"social": Level.WARNING, "ghost": Level.ERROR}
    assert rule.languages == ("en",)
    assert rule.message == {"en": "Long.", "fr": "Longue."}
    assert rule.messages["hook"] == {"en": "The hook is long."}
    assert rule.options == {"max-words": {"blog": 40, "default": 20}}
    valid, invalid = rule.examples
    assert (valid.text, valid.valid, valid.marks) == ("Short.", True, ())
    assert (invalid.text, invalid.valid, invalid.marks) == ("Long long.", False, ("Long",))
    assert (invalid.path, invalid.files, invalid.settings) == ("a/post.md", ("cat.png",), {"sharing": "content"})


def test_what_a_rule_leaves_out(project):
    project("rules/house/plain.yml", PLAIN)
    rule = load(project)["house/plain"]
    assert (rule.level, rule.enabled, rule.platforms, rule.examples) == (Level.WARNING, True, {}, ())
    assert rule.message == {"en": "Too long."}


def test_a_later_pack_replaces_a_rule_of_the_same_id(project):
    project("rules/house/plain.yml", PLAIN)
    project("rules/house/kept.yml", PLAIN)
    project("ours/house/plain.yml", PLAIN + "level: error\n")
    rules = load(project, "rules", "ours")
    assert {name: rule.level for name, rule in rules.items()} == {
        "house/plain": Level.ERROR,
        "house/kept": Level.WARNING,
    }


def test_only_rule_files_are_read(project):
    project("rules/house/plain.yml", PLAIN)
    project("rules/README.md", "# Rules")
    project("rules/house/.#plain.yml", "an editor's lock")
    (project.root / "rules/house/gone.yml").symlink_to("nowhere.yml")
    assert list(load(project)) == ["house/plain"]


@pytest.mark.parametrize(
    ("text", "line", "message", "hint"),
    [
        pytest.param("message: x\n", 1, "the rule has no 'extends'", "", id="no check"),
        pytest.param("extends: too-long\n", 1, "the rule has no 'message'", "", id="no message"),
        pytest.param("", 1, "the rule has no 'extends'", "", id="an empty file"),
        pytest.param("- a\n", 1, "a rule file must be a map of keys", "", id="a list"),
        pytest.param(
            "message: x\nextends: to-long\n",
            2,
            "no check is named 'to-long'",
            "did you mean 'too-long'?",
            id="a misspelt check",
        ),
        pytest.param("extends: zzz\nmessage: x\n", 1, "no check is named 'zzz'", "", id="a check like no other"),
        pytest.param(
            PLAIN + "max-word: 3\n", 3, "unknown key 'max-word'", "did you mean 'max-words'?", id="a misspelt option"
        ),
        pytest.param(PLAIN + "levle: error\n", 3, "unknown key 'levle'", "did you mean 'level'?", id="a misspelt key"),
        pytest.param(
            PLAIN + "\nmax-words: many\n", 4, "'max-words' must be a whole number, not 'many'", "", id="a wrong type"
        ),
        pytest.param(
            PLAIN + "max-words: {blog: many}\n",
            3,
            "'max-words' must be a whole number, not 'many'",
            "",
            id="a wrong type for one platform",
        ),
        pytest.param(
            PLAIN + "level: fatal\n", 3, "'fatal' is no level", "a level is suggestion, warning or error", id="no level"
        ),
        pytest.param(
            PLAIN + "platforms: {chirp: loud}\n",
            3,
            "'loud' is no level",
            "a level is suggestion, warning or error",
            id="no level on a platform",
        ),
        pytest.param(PLAIN + "platforms: chirp\n", 3, "'platforms' must be a map", "", id="platforms as a text"),
        pytest.param(PLAIN + "languages: fr\n", 3, "'languages' must be a list", "", id="languages as a text"),
        pytest.param(PLAIN + "enabled: 'no'\n", 3, "'enabled' must be true or false", "", id="enabled as a text"),
        pytest.param(
            "extends: too-long\nmessage: [a]\n",
            2,
            "'message' must be a text, or a map from language to text",
            "",
            id="a message that is a list",
        ),
        pytest.param(
            PLAIN + "examples:\n  - platform: chirp\n",
            3,
            "an example needs a platform and either 'valid' or 'invalid'",
            "",
            id="an example without a text",
        ),
        pytest.param(
            PLAIN + "examples:\n  - {valid: a, invalid: b}\n",
            3,
            "an example needs a platform and either 'valid' or 'invalid'",
            "",
            id="an example with two texts",
        ),
        pytest.param(
            PLAIN + "examples:\n  - {valid: a, mark: b}\n",
            3,
            "unknown key 'mark' in an example",
            "",
            id="a misspelt example key",
        ),
        pytest.param("extends: 'x\nmessage: y\n", 3, "not valid YAML", "", id="a quotation mark too few"),
        pytest.param("a: 1\nb: [\n", 3, "not valid YAML", "", id="a bracket too few"),
        pytest.param("extends: a\x07b\n", 0, "not valid YAML", "", id="a control character"),
        pytest.param(PLAIN + "why: &a [*a]\n", 0, "not valid YAML", "", id="a list that holds itself"),
        pytest.param(PLAIN + "why: !!python/object:os.x {}\n", 3, "not valid YAML", "", id="a foreign tag"),
        pytest.param(PLAIN + "platforms: {? [a] : error}\n", 3, "not valid YAML", "", id="a list as a key"),
    ],
)
def test_errors_name_file_line_and_the_nearest_name(project, text, line, message, hint):
    path = project("rules/house/plain.yml", text)
    with pytest.raises(ConfigError) as caught:
        load(project)
    error = caught.value
    assert message in error.message
    assert (error.path, error.line, error.hint) == (str(path), line, hint)
    assert str(error).startswith(f"{path}:{line}: " if line else f"{path}: ")


def test_a_file_that_is_no_text(project):
    project("rules/house/plain.yml", b"\xff\xfe\x00e")
    with pytest.raises(ConfigError, match=r"plain\.yml: cannot be read"):
        load(project)


def test_a_folder_that_does_not_exist(project):
    with pytest.raises(ConfigError, match="no such folder of rules"):
        load(project, "nowhere")


def test_the_compiled_copy_gives_the_same_rules(project):
    project("rules/house/plain.yml", PLAIN + "source: 2024-05-01\n")
    assert load(project) == load(project)
    assert load(project)["house/plain"].source == "2024-05-01"


def test_a_changed_file_is_read_anew(project):
    path = project("rules/house/plain.yml", PLAIN)
    load(project)
    path.write_text(PLAIN + "level: error\n", encoding="utf-8")
    assert load(project)["house/plain"].level == Level.ERROR


def test_a_broken_compiled_copy_is_written_anew(project, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(project.root / "cache"))
    project("rules/house/plain.yml", PLAIN)
    load(project)
    (copy,) = (project.root / "cache" / "smolint").glob("*.rules")
    for broken in ("", "{", "[[1]]", "null"):
        copy.write_text(broken, encoding="utf-8")
        assert list(load(project)) == ["house/plain"]


def test_a_cache_that_cannot_be_written_only_costs_time(project, monkeypatch):
    blocked = project("file-not-folder", "")
    monkeypatch.setenv("XDG_CACHE_HOME", str(blocked))
    project("rules/house/plain.yml", PLAIN)
    assert list(load(project)) == ["house/plain"]


def test_the_shipped_rules_are_where_the_code_says():
    assert list(builtin_pack().glob("*/*.yml"))
    assert os.path.isabs(builtin_pack())


def test_old_compiled_copies_are_deleted(project, monkeypatch):
    folder = project.root / "cache"
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder))
    monkeypatch.setattr("smolint.copies.MOST", 3)
    for number in range(6):
        path = project("pack/a/b.yml", PLAIN + f"help: x{number}\n")
        load_rules([path.parent.parent], CHECKS)

    assert len(list((folder / "smolint").glob("*.rules"))) == 3
