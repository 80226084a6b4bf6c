"""Vale's spelling rules, with the words and dictionaries that a folder of styles brings."""

from __future__ import annotations

import json

import pytest

from smolint.cli.exits import run

INI = "StylesPath = styles\nVocab = House\n[*.md]\nBasedOnStyles = Vale, Own\n"
RULE = "extends: spelling\nmessage: \"No word: '%s'\"\nlevel: warning\n"


@pytest.fixture
def told(project, capsys: pytest.CaptureFixture[str]):
    """Writes a `.vale.ini`, a rule and a draft; gives what Vale's rules say, and the notes."""

    def call(text: str, rule: str = RULE) -> tuple[list[tuple[str, str]], list[str]]:
        project(".vale.ini", INI)
        project("styles/config/vocabularies/House/accept.txt", "kouign\nhot gluk\n")
        project("styles/Own/Words.yml", rule)
        project("post.md", text)
        capsys.readouterr()
        run(["post.md", "--vale-config", ".vale.ini", "--output-format", "json", "--isolated"])
        found = json.loads(capsys.readouterr().out)
        said = [(one["rule"], one["message"].split("'")[1]) for one in found["findings"] if "/" not in one["rule"]]
        return said, [note["message"] for note in found["notes"]]

    return call


def test_own_and_built_in_rules_mark_unknown_words(told):
    assert told("The bread is bredd.\n")[0] == [("Own.Words", "bredd"), ("Vale.Spelling", "bredd")]


def test_accepted_words_and_phrases_are_right(told):
    assert told("The kouign and the hot gluk is fresh.\n")[0] == []
    assert told("The gluk is fresh.\n")[0] == [("Own.Words", "gluk"), ("Vale.Spelling", "gluk")]


def test_lists_of_words_and_dictionaries_of_the_styles(told, project):
    project("styles/config/ignore/house.txt", "bredd\n")
    project("styles/config/dictionaries/house.aff", "SET UTF-8\n")
    project("styles/config/dictionaries/house.dic", "1\nmiche\n")
    assert told("The miche is bredd.\n", f"{RULE}ignore: house.txt\ndictionaries: [house]\nappend: true\n")[0] == []


def test_a_dictionary_that_is_missing_is_told_and_the_rule_skipped(told):
    said, notes = told("The bread is bredd.\n", f"{RULE}dictionaries: [xx_YY]\n")
    assert said == [("Vale.Spelling", "bredd")]
    assert any("xx_YY" in note and "apt install" in note for note in notes)


def test_lists_of_words_may_lie_in_folders(told, project):
    project("styles/config/ignore/trade/house.txt", "bredd\n")
    assert told("The bread is bredd.\n")[0] == [("Own.Words", "bredd")]


def test_a_rule_may_have_an_action(told):
    rule = f"{RULE}action:\n  name: suggest\n  params: [spellings]\n"
    assert ("Own.Words", "bredd") in told("The bread is bredd.\n", rule)[0]
