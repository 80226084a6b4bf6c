import io
import json
from pathlib import Path

import pytest

from smolint.finding import FileResult

from .conftest import LONG, POST, Smolint


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        pytest.param(["posts"], 0, id="a suggestion does not fail by default"),
        pytest.param([], 0, id="no path is the current folder"),
        pytest.param(["check", "posts"], 0, id="the command by its name"),
        pytest.param(["posts", "--fail-on", "suggestion"], 1, id="fails on suggestions when asked to"),
        pytest.param(["posts", "--fail-on", "warning"], 0, id="a suggestion is no warning"),
        pytest.param(["posts", "--fail-on", "never"], 0, id="never fails"),
        pytest.param(["nowhere.md"], 2, id="a path that is not there"),
        pytest.param(["posts", "nowhere.md"], 2, id="one path of two is not there"),
        pytest.param(["posts", "--no-such-option"], 2, id="an unknown option"),
        pytest.param(["posts", "--select", "sentence/to-long"], 2, id="an unknown rule"),
        pytest.param(["posts", "--platform", "wordpres"], 2, id="an unknown platform"),
        pytest.param(["posts", "--output-format", "jsom"], 2, id="an unknown format"),
        pytest.param(["posts", "--config", "none.toml"], 2, id="a configuration that is not there"),
        pytest.param(["-", "posts"], 2, id="standard input with a path"),
        pytest.param(["chek"], 2, id="a misspelt command"),
        pytest.param(["posts", "--output-file", "no/such/folder/out.txt"], 2, id="a report that cannot be written"),
    ],
)
def test_exit_codes(smolint: Smolint, arguments: list[str], code: int) -> None:
    ended = smolint(*arguments)

    assert ended.code == code
    assert "Traceback" not in ended.out + ended.err


def test_the_configuration_says_when_to_fail(smolint: Smolint, drafts: Path) -> None:
    (drafts / "smolint.toml").write_text('select = ["sentence"]\nfail-on = "suggestion"\n', encoding="utf-8")

    assert smolint("posts").code == 1
    assert smolint("posts", "--fail-on", "error").code == 0
    assert smolint("posts", "--isolated", "--select", "sentence").code == 0


def test_one_bad_file_does_not_stop_the_others(smolint: Smolint, drafts: Path) -> None:
    (drafts / "posts" / "aaa.md").write_bytes(b"\x00\x01\x02\xff" * 40)
    ended = smolint("posts", "--select", "all", "--output-format", "json")
    paths = {finding["path"] for finding in json.loads(ended.out)["findings"]}

    assert ended.code == 2
    assert paths == {"posts/aaa.md", "posts/bread.md"}


def test_an_unreadable_file_fails_whatever_is_selected(smolint: Smolint, drafts: Path) -> None:
    (drafts / "posts" / "aaa.md").write_bytes(b"\x00\x01\x02\xff" * 40)

    assert smolint("posts", "--select", "image", "--fail-on", "never").code == 2


@pytest.mark.parametrize("arguments", [["--config", "smolint.toml", "posts"], ["-q", "posts"], ["--color=never", "."]])
def test_options_may_stand_before_paths(smolint: Smolint, arguments: list[str]) -> None:
    assert "sentence/too-long" in smolint(*arguments).out


def test_the_text_report_marks_the_sentence(smolint: Smolint) -> None:
    ended = smolint("posts")

    assert "posts/bread.md\n" in ended.out
    assert "6:1 suggestion sentence/too-long" in ended.out
    assert "6 | We bake very very" in ended.out
    assert ended.out.endswith("1\u00a0suggestion in 1\u00a0file.\nMore about a rule: smolint rule sentence/too-long\n")
    assert ended.err == ""


@pytest.mark.parametrize(
    ("setting", "arguments", "expected"),
    [
        pytest.param("", [], "in 1\u00a0file", id="English by default"),
        pytest.param("fr_FR.UTF-8", [], "dans 1\u00a0fichier", id="French by the locale"),
        pytest.param("fr_FR.UTF-8", ["--ui-language", "en"], "in 1\u00a0file", id="the option before the locale"),
        pytest.param("de_DE.UTF-8", [], "in 1\u00a0file", id="English for other locales"),
    ],
)
def test_the_language_of_the_report(
    smolint: Smolint, monkeypatch: pytest.MonkeyPatch, setting: str, arguments: list[str], expected: str
) -> None:
    monkeypatch.setenv("LANG", setting)

    assert expected in smolint("posts", *arguments).out


def test_the_configured_language_goes_before_the_locale(
    smolint: Smolint, drafts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (drafts / "smolint.toml").write_text('ui-language = "en"\nselect = ["sentence"]\n', encoding="utf-8")
    monkeypatch.setenv("LC_ALL", "fr_FR.UTF-8")

    assert "in 1\u00a0file" in smolint("posts").out


def test_a_run_speaks_one_language(smolint: Smolint, drafts: Path) -> None:
    (drafts / "posts" / "smolint.toml").write_text('ui-language = "fr"\n', encoding="utf-8")

    assert "This sentence has" in smolint(".").out
    assert "Cette phrase compte" in smolint("posts").out


@pytest.mark.parametrize(
    ("arguments", "rules"),
    [
        pytest.param(["--select", "depth/too-short"], {"depth/too-short"}, id="select goes before the configuration"),
        pytest.param(
            ["--extend-select", "depth/too-short"], {"depth/too-short", "sentence/too-long"}, id="select one more"
        ),
        pytest.param(["--ignore", "sentence"], set(), id="ignore a group"),
        pytest.param(["--select", "sentence,depth", "--ignore", "depth"], {"sentence/too-long"}, id="commas"),
        pytest.param(
            ["--select", "sentence", "--select", "depth/too-short"],
            {"depth/too-short", "sentence/too-long"},
            id="the option twice",
        ),
    ],
)
def test_which_rules_run(smolint: Smolint, arguments: list[str], rules: set[str]) -> None:
    parsed = json.loads(smolint("posts", "--output-format", "json", *arguments).out)

    assert {finding["rule"] for finding in parsed["findings"]} - {"sentence/long-share"} == rules


def test_selecting_by_name_goes_before_a_configured_ignore(smolint: Smolint, drafts: Path) -> None:
    (drafts / "smolint.toml").write_text('ignore = ["sentence/too-long"]\n', encoding="utf-8")

    assert "sentence/too-long" not in smolint("posts").out
    assert "sentence/too-long" in smolint("posts", "--select", "sentence/too-long").out


@pytest.mark.parametrize(
    ("arguments", "files"),
    [
        pytest.param(["."], 1, id="all"),
        pytest.param([".", "--exclude", "posts/"], 0, id="excluded"),
        pytest.param([".", "--extend-exclude", "*.md"], 0, id="excluded as well"),
        pytest.param(["posts/bread.md", "--exclude", "posts/"], 1, id="named files are read all the same"),
        pytest.param(["posts/bread.md", "--exclude", "*.md", "--force-exclude"], 0, id="unless forced"),
    ],
)
def test_which_files_are_read(smolint: Smolint, arguments: list[str], files: int) -> None:
    parsed = json.loads(smolint(*arguments, "--output-format", "json").out)

    assert parsed["summary"]["files"] == files


@pytest.mark.parametrize(
    ("arguments", "path", "found"),
    [
        pytest.param(["-", "--stdin-filename", "posts/new.md"], "posts/new.md", 1, id="with a name"),
        pytest.param(["-"], "stdin.md", 1, id="without a name it is a blog post"),
        pytest.param(["-", "--platform", "facebook"], "stdin.txt", 1, id="on a social platform it is plain text"),
    ],
)
def test_standard_input(
    smolint: Smolint, monkeypatch: pytest.MonkeyPatch, arguments: list[str], path: str, found: int
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(LONG.encode())))
    parsed = json.loads(smolint(*arguments, "--output-format", "json").out)

    assert [finding["path"] for finding in parsed["findings"]] == [path] * found


def test_standard_input_with_an_excluded_name_is_left_out(smolint: Smolint, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(POST.encode())))
    ended = smolint("-", "--stdin-filename", "posts/x.md", "--extend-exclude", "posts/", "--force-exclude")

    assert ended.out == "No drafts found.\n"


def test_a_report_in_a_file_has_no_colour(smolint: Smolint, drafts: Path) -> None:
    ended = smolint("posts", "--output-file", "report.txt", "--color", "always")

    assert ended.out == ""
    assert "\x1b" not in (drafts / "report.txt").read_text(encoding="utf-8")


def test_quiet_writes_findings_alone(smolint: Smolint) -> None:
    out = smolint("posts", "--quiet").out

    assert "sentence/too-long" in out
    assert "in 1\u00a0file" not in out


def test_statistics_count_by_rule(smolint: Smolint) -> None:
    assert smolint("posts", "--statistics").out == "1  suggestion  sentence/too-long\n"
    assert json.loads(smolint("posts", "--statistics", "--output-format", "json").out)["statistics"] == [
        {"rule": "sentence/too-long", "level": "suggestion", "count": 1}
    ]
    assert smolint("posts", "--statistics", "--output-format", "sarif").code == 2


@pytest.mark.parametrize(
    ("choice", "environment", "coloured"),
    [
        pytest.param("auto", {}, False, id="a pipe"),
        pytest.param("auto", {"FORCE_COLOR": "1"}, True, id="FORCE_COLOR"),
        pytest.param("auto", {"FORCE_COLOR": "0"}, False, id="FORCE_COLOR=0"),
        pytest.param("auto", {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False, id="NO_COLOR wins"),
        pytest.param("always", {"NO_COLOR": "1"}, True, id="the option wins over NO_COLOR"),
        pytest.param("never", {"FORCE_COLOR": "1"}, False, id="the option wins over FORCE_COLOR"),
    ],
)
def test_colour(
    smolint: Smolint, monkeypatch: pytest.MonkeyPatch, choice: str, environment: dict[str, str], coloured: bool
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)

    assert ("\x1b[" in smolint("posts", "--color", choice).out) is coloured


def test_a_hint_for_a_misspelt_command(smolint: Smolint) -> None:
    assert "did you mean 'check'?" in smolint("chek").err


def test_a_wrong_configuration_is_told_with_its_line(smolint: Smolint, drafts: Path) -> None:
    (drafts / "smolint.toml").write_text('\nselct = ["all"]\n', encoding="utf-8")
    ended = smolint("posts")

    assert ended.code == 2
    assert "smolint.toml:2: unknown key 'selct'" in ended.err
    assert "did you mean 'select'?" in ended.err
    assert ended.out == ""


def test_a_failed_check_is_told_and_the_rest_is_reported(smolint: Smolint, monkeypatch: pytest.MonkeyPatch) -> None:
    crash = "posts/bread.md, draft 0, rule a/b\nTraceback (most recent call last):\nValueError: no salt\n"
    results = [(FileResult("posts/bread.md", drafts=1, crashes=(crash,)), None)]
    monkeypatch.setattr("smolint.cli.checking.results", lambda *_: iter(results))
    ended = smolint("posts")

    assert ended.code == 3
    assert "(posts/bread.md, draft 0, rule a/b): ValueError: no salt" in ended.err
    assert "Traceback" not in ended.err
    assert "Nothing to mend" in ended.out
    assert "Traceback" in smolint("posts", "--verbose").err
