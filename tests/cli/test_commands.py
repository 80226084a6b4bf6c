import json
from pathlib import Path

import pytest

from smolint.config import load_config
from smolint.entry_points import EntryPoint, entry_points

from .conftest import Smolint


def test_a_rules_page(smolint: Smolint) -> None:
    out = smolint("rule", "sentence/too-long").out

    assert out.startswith("sentence/too-long\n")
    for part in ("level: ", "why: ", "help: ", "max-words", "= 30", "Fine", "Reported"):
        assert part in out


def test_a_rules_page_in_french(smolint: Smolint) -> None:
    out = smolint("rule", "sentence/too-long", "--ui-language", "fr").out

    for part in ("niveau\u00a0: ", "pourquoi\u00a0: ", "conseil\u00a0: ", "Signalé"):
        assert part in out


def test_a_rules_page_shows_configured_options(smolint: Smolint, drafts: Path) -> None:
    (drafts / "smolint.toml").write_text('[rules."sentence/too-long"]\nmax-words = 25\n', encoding="utf-8")

    assert "= 25" in smolint("rule", "sentence/too-long").out
    parsed = json.loads(smolint("rule", "sentence/too-long", "--output-format", "json").out)
    assert parsed["rule"]["options"] == {"max-words": 25}


@pytest.mark.parametrize(
    ("arguments", "begins"),
    [
        pytest.param(
            ["--ui-language", "fr", "rule", "image/missing"], "image/missing", id="a value in a word of its own"
        ),
        pytest.param(
            ["--ui-language=fr", "--isolated", "rule", "image/missing"], "image/missing", id="several options"
        ),
        pytest.param(["--color", "never", "platforms", "twitter"], "X (Twitter)", id="another command"),
    ],
)
def test_shared_options_may_stand_before_the_command(smolint: Smolint, arguments: list[str], begins: str) -> None:
    ended = smolint(*arguments)
    assert (ended.code, ended.out[: len(begins)]) == (0, begins)


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(["--ui-language", "fr", "posts"], id="a path"),
        pytest.param(["--quiet", "posts"], id="an option of check"),
        pytest.param(["--isolated"], id="nothing"),
    ],
)
def test_options_without_a_command_are_those_of_check(smolint: Smolint, arguments: list[str]) -> None:
    assert smolint(*arguments, "--fail-on", "never").code == 0


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        pytest.param("sentence/to-long", "sentence/too-long", id="a misspelt rule"),
        pytest.param("sentence", "'sentence' is a group; its rules are", id="a group"),
        pytest.param("zzz", "'smolint rules' lists all of them", id="nothing like it"),
    ],
)
def test_an_unknown_rule_is_told_with_what_is_near(smolint: Smolint, name: str, hint: str) -> None:
    ended = smolint("rule", name)

    assert ended.code == 2
    assert hint in ended.err


def test_the_list_of_rules(smolint: Smolint) -> None:
    out = smolint("rules").out
    listed = json.loads(smolint("rules", "--output-format", "json").out)["rules"]

    assert all(rule["id"] in out for rule in listed)
    assert {"id", "level", "enabled", "message", "platforms", "check", "path"} == set(listed[0])


def test_the_rules_of_a_platform(smolint: Smolint) -> None:
    def names(*arguments: str) -> set[str]:
        return {rule["id"] for rule in json.loads(smolint("rules", "--output-format", "json", *arguments).out)["rules"]}

    assert "depth/too-short" in names("--platform", "wordpress")
    assert "depth/too-short" not in names("--platform", "twitter")
    assert names("--platform", "x") == names("--platform", "twitter") < names()


def test_the_platforms(smolint: Smolint) -> None:
    assert "twitter" in smolint("platforms").out


def test_a_platforms_facts_say_where_they_come_from(smolint: Smolint) -> None:
    out = smolint("platforms", "twitter").out
    parsed = json.loads(smolint("platforms", "twitter", "--output-format", "json").out)["platforms"]

    assert "max_text = 280" in out
    assert "docs.x.com" in out
    assert parsed[0]["facts"]["max_text"]["value"] == 280
    assert set(parsed[0]["facts"]["max_text"]) == {"value", "source", "as_of", "confidence", "note"}


def test_an_unknown_platform(smolint: Smolint) -> None:
    ended = smolint("platforms", "twiter")

    assert ended.code == 2
    assert "try twitter" in ended.err


def test_the_plugins(smolint: Smolint) -> None:
    out = smolint("plugins").out
    parsed = json.loads(smolint("plugins", "--output-format", "json").out)["plugins"]

    assert "output formats: text, concise, json" in out
    assert {plugin["name"] for plugin in parsed} >= {"builtin", "twitter", "wordpress"}
    assert all(plugin["problem"] is None for plugin in parsed)


def test_a_plugin_that_cannot_be_loaded(smolint: Smolint, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = EntryPoint("broken", "no_such_module_here", "broken", "1.0")
    monkeypatch.setattr("smolint.host.entry_points", lambda group: [*entry_points(group), broken])
    listed = smolint("plugins")
    checked = smolint("posts")

    assert "cannot be loaded: ModuleNotFoundError" in listed.out
    assert listed.err == ""
    assert checked.code == 0
    assert checked.err.startswith("warning: plugin 'broken'")
    assert smolint("posts", "--quiet").err == ""
    assert smolint("posts", "--strict-plugins").code == 2


def test_settings_and_where_they_come_from(smolint: Smolint) -> None:
    out = smolint("config").out

    assert 'select = ["sentence/too-long"]  # smolint.toml:1' in out
    assert 'fail-on = "error"  # default' in out


def test_one_setting(smolint: Smolint) -> None:
    assert smolint("config", "select").out == 'select = ["sentence/too-long"]  # smolint.toml:1\n'
    assert json.loads(smolint("config", "select", "--output-format", "json").out)["settings"] == {
        "select": {"value": ["sentence/too-long"], "from": "smolint.toml:1"}
    }


def test_an_unknown_setting(smolint: Smolint) -> None:
    ended = smolint("config", "selct")

    assert ended.code == 2
    assert "try select" in ended.err


def test_tables_are_shown_as_dotted_keys(smolint: Smolint, drafts: Path) -> None:
    (drafts / "smolint.toml").write_text('[rules."sentence/too-long"]\nmax-words = 25\n', encoding="utf-8")

    assert smolint("config", "rules").out == 'rules."sentence/too-long".max-words = 25  # smolint.toml:1\n'


@pytest.mark.parametrize("language", ["en", "fr"])
def test_init_writes_a_configuration_that_loads(smolint: Smolint, drafts: Path, language: str) -> None:
    (drafts / "smolint.toml").unlink()
    ended = smolint("init", "--ui-language", language)
    text = (drafts / "smolint.toml").read_text(encoding="utf-8")

    assert ended.code == 0
    assert load_config(drafts / "smolint.toml").select == ("all",)
    assert ("Les réglages" in text) is (language == "fr")


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_line_that_init_offers_is_valid(smolint: Smolint, drafts: Path, language: str) -> None:
    (drafts / "smolint.toml").unlink()
    smolint("init", "--ui-language", language)
    lines = (drafts / "smolint.toml").read_text(encoding="utf-8").splitlines()
    offered = [line.removeprefix("# ") for line in lines if line.startswith("# ") and (" = " in line or "# [" in line)]
    # Packs, styles and pipelines must be there before they can be named.
    offered = [line for line in offered if not line.startswith(("packs", "vale", "[spacy]", "en = ", "fr = "))]
    (drafts / "smolint.toml").write_text("\n".join(offered) + "\n", encoding="utf-8")

    assert len(offered) >= 12
    assert smolint("config").code == 0


def test_init_leaves_what_is_there(smolint: Smolint, drafts: Path) -> None:
    before = (drafts / "smolint.toml").read_text(encoding="utf-8")
    ended = smolint("init")

    assert ended.code == 2
    assert "smolint.toml is there already" in ended.err
    assert (drafts / "smolint.toml").read_text(encoding="utf-8") == before


def test_stats_as_a_table(smolint: Smolint) -> None:
    head, row, _, total = smolint("stats", "posts").out.splitlines()

    assert head.split()[:4] == ["draft", "platform", "words", "sentences"]
    assert row.split()[:4] == ["posts/bread.md", "wordpress", "49", "2"]
    assert total == "1\u00a0draft, 49\u00a0words."


def test_stats_in_full(smolint: Smolint) -> None:
    head, *rows = smolint("stats", "--all", "posts").out.splitlines()

    assert head == "posts/bread.md (wordpress, en)"
    found = {label.strip(): value for label, _, value in (row.rpartition(" ") for row in rows)}
    assert (found["words"], found["sentences"], found["sentences in the passive"]) == ("49", "2", "0%")
    assert "depth, 0 to 100" in found
    assert "hashtags" not in found


def test_stats_in_full_in_french(smolint: Smolint) -> None:
    out = smolint("stats", "--all", "--ui-language", "fr", "posts").out

    assert "  phrases à la voix passive" in out
    assert "0\u00a0%" in out


def test_stats_as_json(smolint: Smolint) -> None:
    parsed = json.loads(smolint("stats", "posts", "--output-format", "json").out)

    assert parsed["version"] == 1
    assert parsed["drafts"][0]["words"] == 49
    assert parsed["drafts"][0]["platform"] == "wordpress"


def test_stats_of_a_path_that_is_not_there(smolint: Smolint) -> None:
    ended = smolint("stats", "nowhere", "posts")

    assert ended.code == 2
    assert "nowhere: there is no such file or folder" in ended.err
    assert "posts/bread.md" in ended.out


@pytest.mark.parametrize("name", ["check", "stats", "rule", "rules", "platforms", "plugins", "config", "init"])
def test_every_command_explains_itself(smolint: Smolint, name: str) -> None:
    ended = smolint(name, "--help")

    assert ended.code == 0
    assert ended.out.startswith(f"Usage: smolint {name}")
    assert name in smolint("--help").out


def test_help_pages_speak_french(smolint: Smolint, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "fr_FR.UTF-8")
    group, check = smolint("--help").out, smolint("check", "--help").out

    assert "Relit des brouillons (commande par défaut)." in group
    assert "Commandes\u00a0:" in group
    assert "Ne suit que ces règles ou groupes." in check
    assert "Run these rules" in smolint("check", "--ui-language", "en", "--help").out


def test_a_rule_misspelt_in_an_option_is_told_of_the_option(smolint: Smolint) -> None:
    ended = smolint("--select", "sentence/to-long", "posts")

    assert ended.code == 2
    assert ended.err.startswith("error: --select: no rule or group is named 'sentence/to-long'")


def test_a_page_shows_no_fields_in_its_advice(smolint: Smolint) -> None:
    page = smolint("rule", "seo/section-too-long", "--ui-language", "fr").out
    assert "Ajoutez …\u00a0intertitres" in page
    assert "{missing" not in page
    assert 'max-words  = {"default": 300, "cornerstone": 250}' in page
