"""Vale's styles run as they are: which rules, at which level, on which files."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from smolint.cli.exits import run

AVOID = "extends: existence\nmessage: \"Don't use '%s'.\"\nlevel: {level}\nignorecase: true\ntokens:\n  - {word}\n"
Run = Callable[..., tuple[int, list[str], str]]


@pytest.fixture
def vale(project, capsys: pytest.CaptureFixture[str]) -> Run:
    """Writes a `.vale.ini` and runs smolint on a draft; gives the code, what Vale's rules found, and the errors."""
    project("styles/House/Very.yml", AVOID.format(level="suggestion", word="very"))
    project("styles/House/Nice.yml", AVOID.format(level="error", word="nice"))
    project("styles/Other/Good.yml", AVOID.format(level="warning", word="good"))

    def call(ini: str, text: str = "A very nice and good day.\n", name: str = "a.md", *more: str):
        project(".vale.ini", f"StylesPath = styles\n{ini}")
        project(name, text)
        capsys.readouterr()
        code = run([name, "--vale-config", ".vale.ini", "--output-format", "json", "--isolated", *more])
        out, err = capsys.readouterr()
        findings = json.loads(out)["findings"] if out else []
        told = [
            f"{one['line']}:{one['column']}:{one['level']}:{one['rule']}:{one['message']}"
            for one in findings
            if "/" not in one["rule"]
        ]
        return code, told, err

    return call


VERY = "1:3:suggestion:House.Very:Don't use 'very'."
NICE = "1:8:error:House.Nice:Don't use 'nice'."
GOOD = "1:17:warning:Other.Good:Don't use 'good'."


@pytest.mark.parametrize(
    ("ini", "told"),
    [
        pytest.param("[*.md]\nBasedOnStyles = House\n", [VERY, NICE], id="all levels unless less is asked for"),
        pytest.param("MinAlertLevel = warning\n[*.md]\nBasedOnStyles = House\n", [NICE], id="warnings and errors"),
        pytest.param("MinAlertLevel = error\n[*]\nBasedOnStyles = House, Other\n", [NICE], id="errors only"),
        pytest.param("[*.txt]\nBasedOnStyles = House\n", [], id="of other files"),
        pytest.param("[*]\nBasedOnStyles = House, Other\nHouse.Nice = NO\n", [VERY, GOOD], id="a rule switched off"),
        pytest.param("[*]\nOther.Good = YES\n", [GOOD], id="a rule without its style"),
        pytest.param(
            "[*]\nBasedOnStyles = Other\nOther.Good = error\n",
            [GOOD.replace("warning", "error")],
            id="a rule at another level",
        ),
        pytest.param(
            "[*]\nBasedOnStyles = House\n[*.md]\nBasedOnStyles = Other\n", [GOOD], id="a section's own styles"
        ),
        pytest.param(
            "[*]\nBasedOnStyles = House, Other\nHouse = NO\nHouse.Nice = YES\n", [NICE, GOOD], id="one of a style"
        ),
    ],
)
def test_which_rules_run_and_at_which_level(vale: Run, ini: str, told: list[str]) -> None:
    assert vale(ini)[1] == told


def test_smolints_own_selection_holds_for_styles_too(vale: Run) -> None:
    ini = "[*]\nBasedOnStyles = House, Other\n"

    assert vale(ini, "Good, nice.\n", "a.md", "--select", "Other")[1] == ["1:1:warning:Other.Good:Don't use 'Good'."]
    assert [one.split(":")[3] for one in vale(ini, "Good, nice.\n", "a.md", "--ignore", "Other.Good")[1]] == [
        "House.Nice"
    ]


def test_a_text_without_a_platform_is_read_for_vale(vale: Run) -> None:
    code, told, err = vale("[*.txt]\nBasedOnStyles = House\n", "Nice.\n", "notes.txt")

    assert told == ["1:1:error:House.Nice:Don't use 'Nice'."]
    assert (code, err) == (1, "")


@pytest.mark.parametrize(
    ("ini", "problem"),
    [
        pytest.param(
            "[*]\nBasedOnStyles = Hous\n", ".vale.ini:2: there is no style 'Hous' in StylesPath", id="a style"
        ),
        pytest.param("Vocab = None\n[*]\nBasedOnStyles = House\n", "there is no vocabulary 'None'", id="a vocabulary"),
    ],
)
def test_what_is_not_there_is_told(vale: Run, ini: str, problem: str) -> None:
    code, _, err = vale(ini)

    assert code == 2
    assert problem in err


def test_scripts_are_refused_by_name_and_the_rest_runs(vale: Run, project) -> None:
    project("styles/House/Tengo.yml", "extends: script\nmessage: x\nscript: |\n  y := 1\n")
    _code, told, err = vale("[*]\nBasedOnStyles = House\n")

    assert told == [VERY, NICE]
    assert "House.Tengo" in err
    assert "Tengo, which smolint does not run" in err


@pytest.mark.parametrize(
    ("rule", "problem"),
    [
        pytest.param("extends: existance\nmessage: x\n", "Bad.yml:1: 'existance' is nothing that a rule", id="a point"),
        pytest.param("extends: existence\nmessage: x\ntoken: [a]\n", "did you mean 'tokens'?", id="a key"),
        pytest.param("extends: existence\nmessage: x\nlevel: bad\n", "Bad.yml:3: 'bad' is no level", id="a level"),
        pytest.param("extends: existence\n  message: x\n", "Bad.yml:2: not valid YAML", id="no YAML"),
        pytest.param("extends: House.No\n", "Bad.yml:1: no rule is named 'House.No'", id="a rule to extend"),
    ],
)
def test_a_wrong_rule_names_its_file_and_line(vale: Run, project, rule: str, problem: str) -> None:
    project("styles/House/Bad.yml", rule)
    code, _, err = vale("[*]\nBasedOnStyles = House\n")

    assert code == 2
    assert problem in err


def test_a_rule_may_extend_another(vale: Run, project) -> None:
    project("styles/House/Nicer.yml", "extends: House.Nice\ntokens: [day]\nlevel: warning\n")

    assert "1:22:warning:House.Nicer:Don't use 'day'." in vale("[*]\nBasedOnStyles = House\n")[1]


def test_a_vocabulary_says_how_words_are_written_and_which_to_avoid(vale: Run, project) -> None:
    project("styles/config/vocabularies/Ours/accept.txt", "# brands\nJavaScript\nnice\n")
    project("styles/config/vocabularies/Ours/reject.txt", "cheap\n")
    told = vale("Vocab = Ours\n[*]\nBasedOnStyles = Vale, House\n", "A nice, cheap javascript book.\n")[1]

    assert told == [
        "1:9:error:Vale.Avoid:Avoid using 'cheap'.",
        "1:15:error:Vale.Terms:Use 'JavaScript' instead of 'javascript'.",
    ]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        pytest.param("<!-- vale off -->\n\nnice\n\n<!-- vale on -->\n\nnice\n", [7], id="off and on"),
        pytest.param(
            "<!-- vale House.Nice = NO -->\n\nnice good\n\n<!-- vale House.Nice = YES -->\n\nnice\n",
            [3, 7],
            id="a rule",
        ),
        pytest.param(
            "<!-- vale House = NO -->\n\nnice good\n\n<!-- vale House = YES -->\n\nnice\n", [3, 7], id="a style"
        ),
        pytest.param('<!-- vale House.Nice["nice"] = NO -->\n\nnice Nice\n', [3], id="a match"),
        pytest.param("<!-- vale style = Other -->\n\nnice good\n", [3], id="one style only"),
        pytest.param("<!-- vale nonsense -->\n\nnice\n", [3], id="no directive"),
    ],
)
def test_comments(vale: Run, text: str, lines: list[int]) -> None:
    told = vale("[*]\nBasedOnStyles = House, Other\n", text)[1]

    assert sorted({int(one.partition(":")[0]) for one in told}) == lines


def test_a_style_may_be_named_as_a_pack(project, capsys: pytest.CaptureFixture[str]) -> None:
    project("styles/House/Nice.yml", AVOID.format(level="error", word="nice"))
    project("smolint.toml", 'packs = ["styles/House"]\nselect = ["House"]\n')
    project("posts/a.md", "Nice.\n")
    code = run(["posts", "--output-format", "concise"])

    assert code == 1
    assert "posts/a.md:1:1: error House.Nice Don't use 'Nice'." in capsys.readouterr().out


def test_the_configuration_may_name_the_ini(project, capsys: pytest.CaptureFixture[str]) -> None:
    project("vale/styles/House/Nice.yml", AVOID.format(level="error", word="nice"))
    project("vale/.vale.ini", "StylesPath = styles\n[*.md]\nBasedOnStyles = House\n")
    project("smolint.toml", 'vale = "vale/.vale.ini"\n[rules."House.Nice"]\nlevel = "suggestion"\n')
    project("posts/a.md", "Nice.\n")
    run(["posts", "--select", "House", "--output-format", "concise"])

    assert "House.Nice" in capsys.readouterr().out


def test_a_line_may_end_with_a_lone_carriage_return(vale: Run) -> None:
    told = vale("[*]\nBasedOnStyles = House\n", "Nice.\r\r```\rnice\r```\r\r    nice\r\rA nice day.\r")[1]

    assert told == ["1:1:error:House.Nice:Don't use 'Nice'.", "9:3:error:House.Nice:Don't use 'nice'."]


def test_characters_may_be_written_as_numbers(vale: Run, project) -> None:
    swap = "swap:\n  '([^ \\x{00A0}])([:!?])': '$1\\x{00A0}$2'\n"
    project("styles/Own/Space.yml", f"extends: substitution\nmessage: x\nlevel: error\nnonword: true\n{swap}")
    told = vale("[*]\nBasedOnStyles = Own\n", "**Oui**\u00a0! Non\u00a0**!**\n\n**Oui**!\n")[1]

    assert told == ["3:5:error:Own.Space:x"]


def test_conditions_mind_the_case_whatever_a_pack_says(vale: Run, project) -> None:
    rule = "extends: conditional\nmessage: \"'%s'\"\nlevel: error\nignorecase: true\nfirst: '\\b([A-Z]{3})\\b'\n"
    project("styles/Own/Acronym.yml", f"{rule}second: '\\(([A-Z]{{3}})\\)'\n")

    assert vale("[*]\nBasedOnStyles = Own\n", "One day the WHO spoke.\n")[1] == ["1:13:error:Own.Acronym:'WHO'"]
