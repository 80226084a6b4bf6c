import sys

import pytest
import spacy
from checks.made import made
from spacy.language import Language

from smolint.checks.passive import passive_sentences
from smolint.cli.exits import run
from smolint.language.pipeline import find_pipeline


@Language.component("smolint-test-parser")
def parser(doc):
    """Calls "glorped" a passive, which no rule over words does, and nothing else."""
    for token in doc[1:]:
        if token.lower_ == "glorp":
            token.dep_, doc[token.i - 1].dep_ = "ROOT", "aux:pass"
            doc[token.i - 1].head = token
    return doc


@Language.component("smolint-test-morphology")
def morphology(doc):
    for token in doc:
        token.set_morph("Voice=Pass" if token.lower_ == "glorp" else "")
    return doc


@pytest.fixture(params=["smolint-test-parser", "smolint-test-morphology"])
def folder(request, tmp_path_factory):
    pipeline = spacy.blank("en")
    pipeline.add_pipe(request.param)
    place = tmp_path_factory.mktemp("pipelines") / "model"
    pipeline.to_disk(place)
    return place


def passives(folder, text):
    reading = made(text)
    reading.pipelines = {"en": str(folder)}
    return [one.sentence.text for one in passive_sentences(reading).found]


def test_a_named_pipeline_decides(folder):
    assert passives(folder, "It was glorp. It was baked by Ada.") == ["It was glorp."]


def test_without_a_pipeline_the_words_decide():
    found = passive_sentences(made("It was glorp. It was baked by Ada.")).found
    assert [one.sentence.text for one in found] == ["It was baked by Ada."]


def test_folders_and_packages_are_told_from_what_is_missing(folder):
    assert find_pipeline(str(folder)) == folder
    assert find_pipeline("en_core_web_enormous") is None
    assert find_pipeline("no name at all") is None


def test_without_spacy_the_way_to_it_is_named(tmp_path, monkeypatch, capsys):
    (tmp_path / "smolint.toml").write_text('[spacy]\nen = "en_core_web_sm"\n')
    (tmp_path / "post.md").write_text("We bake.\n")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setitem(sys.modules, "spacy", None)
    assert run(["."]) == 2
    told = capsys.readouterr().err
    assert "a pipeline needs spaCy, which is not installed" in told
    assert "pip install 'smolint[spacy]'" in told


def test_a_package_is_a_pipeline_only_where_it_says_so(tmp_path, monkeypatch):
    monkeypatch.syspath_prepend(tmp_path)
    for name in ("xx_own_pipeline", "xx_own_package"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "__init__.py").write_text("raise SystemExit", encoding="utf-8")
    (tmp_path / "xx_own_pipeline" / "meta.json").write_text("{}", encoding="utf-8")
    assert find_pipeline("xx_own_pipeline") == tmp_path / "xx_own_pipeline"
    assert find_pipeline("xx_own_package") is None
    assert find_pipeline("antigravity") is None


@pytest.fixture
def lint(tmp_path, capsys):
    def check(config, *more):
        (tmp_path / "smolint.toml").write_text(config, encoding="utf-8")
        (tmp_path / "post.md").write_text("It was glorp. Nothing else was said by Ada.\n", encoding="utf-8")
        where = ["--config", str(tmp_path / "smolint.toml"), "--platform", "wordpress", "--language", "en"]
        code = run(["check", *where, "--select", "sentence/passive", *more, str(tmp_path / "post.md")])
        captured = capsys.readouterr()
        return code, captured.out + captured.err

    return check


def test_a_configuration_names_a_folder(folder, lint):
    _, output = lint(f'[spacy]\nen = "{folder.as_posix()}"\n', "--output-format", "concise")
    assert output.count("sentence/passive") == 1


def test_a_pipeline_that_is_missing_is_an_error_with_its_command(lint):
    code, output = lint('[spacy]\nen = "en_core_web_enormous"\n')
    assert code == 2
    assert "no spaCy pipeline 'en_core_web_enormous' is installed" in output
    assert "python -m spacy download en_core_web_enormous" in output
    assert "smolint.toml:2" in output


def test_a_language_without_passives_is_an_error(lint):
    code, output = lint('[spacy]\nxx = "./model"\n')
    assert code == 2
    assert "'xx' is no language of a pipeline" in output


def test_a_pipeline_must_be_named_by_a_text(lint):
    _, output = lint("[spacy]\nen = 3\n")
    assert "'spacy' must be a table of texts" in output
