"""Words in a row by what they are, through rule files."""

from __future__ import annotations

import pytest

from checks.packed import findings, marked, notes
from smolint.errors import ConfigError


def rule(tokens: str, *lines: str) -> str:
    return "\n".join(["extends: sequence", 'message: "{match}"', "ignorecase: true", f"tokens: {tokens}", *lines])


@pytest.mark.parametrize(
    ("tokens", "text", "expected"),
    [
        pytest.param("[{pattern: meet}, {pattern: up}]", "We meet up. Meet, up.", ["meet up"], id="side by side"),
        pytest.param("[{pattern: not}, {pattern: only, skip: 2}]", "It is not at all only bread.", ["not at all only"],
                     id="with a gap"),
        pytest.param("[{pattern: not}, {pattern: only, skip: 1}]", "It is not at all only bread.", [], id="too far"),
        pytest.param("[{pattern: very}, {pattern: good, negate: true}]", "Very good. Very bad.", ["Very bad"],
                     id="not that word"),
        pytest.param("[{pattern: out}, {pattern: of, target: true}]", "We are out of bread.", ["of"], id="a target"),
        pytest.param("[{pattern: very, min: 2}]", "A very very good, very bad day.", ["very very"], id="twice"),
        pytest.param("[{pattern: bread}, {pattern: bread}]", "I like bread. Bread is good.", [], id="two sentences"),
    ],
)  # fmt: skip
def test_finds_words_in_a_row(tmp_path, tokens, text, expected):
    assert marked(tmp_path, rule(tokens), text) == expected


def test_an_exception_guards_a_stretch(tmp_path):
    lines = rule("[{pattern: meet}, {pattern: up}]", "exceptions: ['“[^”]*”']")
    assert marked(tmp_path, lines, "They say “we meet up” and meet up.") == ["meet up"]


def test_tags_want_a_pipeline_and_a_note_says_so(tmp_path):
    lines = rule("[{tag: NN, pattern: meet}, {pattern: up}]")
    assert findings(tmp_path, lines, "We meet up.") == []
    (note,) = notes(tmp_path, lines, "We meet up.")
    assert "house/rule" in note
    assert "needs a trained spaCy pipeline for 'en'" in note


@pytest.fixture
def pipeline(tmp_path):
    """A pipeline that tags every word ending in -s as NNS, saved to a folder."""
    spacy = pytest.importorskip("spacy")
    made = spacy.blank("en")
    ruler = made.add_pipe("attribute_ruler")
    ruler.add([[{"TEXT": {"REGEX": "s$"}}]], {"TAG": "NNS", "POS": "NOUN"})
    made.to_disk(tmp_path / "tagger")
    return str(tmp_path / "tagger")


@pytest.mark.parametrize(
    ("tokens", "expected"),
    [
        pytest.param("[{pattern: good}, {tag: NN}]", ["good breads"], id="a tag of Penn"),
        pytest.param("[{pattern: good}, {upos: NOUN}]", ["good breads"], id="a universal tag"),
        pytest.param("[{pattern: good}, {tag: VB}]", [], id="another tag"),
    ],
)
def test_a_named_pipeline_tags_the_words(tmp_path, pipeline, tokens, expected):
    assert marked(tmp_path, rule(tokens), "Our good breads.", spacy={"en": pipeline}) == expected


@pytest.mark.parametrize(
    ("tokens", "words"),
    [
        pytest.param("[{patern: a}]", "did you mean 'pattern'", id="key"),
        pytest.param("[{pattern: a, skip: many}]", "'many' is no skip of a token", id="type"),
        pytest.param("[{pattern: '(a'}]", "is no pattern", id="pattern"),
    ],
)
def test_a_wrong_token_is_named(tmp_path, tokens, words):
    with pytest.raises(ConfigError, match=words.replace("(", r"\(")):
        findings(tmp_path, rule(tokens), "text")
