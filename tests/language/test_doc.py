import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smolint.language.doc import build_doc
from smolint.language.sentences import sentence_spans
from smolint.language.words import word_spans


def _doc(text, language):
    starts = [start for start, _ in sentence_spans(text, language)]
    return build_doc(text, word_spans(text, language), starts), starts


def test_tokens_are_the_words_and_the_marks_between():
    doc, _ = _doc("L’arbre a-t-il  peur ?", "fr")
    assert [token.text for token in doc] == ["L’", "arbre", "a", "-", "t", "-", "il", " ", "peur", "?"]


def test_sentences_are_ours():
    doc, _ = _doc("M. Dupont vient. Il est là !", "fr")
    assert [sentence.text for sentence in doc.sents] == ["M. Dupont vient.", "Il est là !"]


@pytest.mark.parametrize(
    "text", ["", " ", "  a  b ", "\n\na", "a\n b", "a\u00a0 b", "x \t y"], ids=lambda text: repr(text)
)
def test_white_space_is_kept(text):
    assert _doc(text, "en")[0].text == text


def test_a_sentence_may_begin_inside_a_word():
    doc = build_doc("abcd", [(0, 4)], [0, 2])
    assert [(token.text, token.is_sent_start) for token in doc] == [("ab", True), ("cd", True)]


def test_a_lone_surrogate_is_replaced():
    assert _doc("a \ud800 b", "en")[0].text == "a \ufffd b"


@settings(deadline=None)
@given(st.text(st.one_of(st.characters(exclude_categories=["Cs"]), st.sampled_from("ab .!?\n'’«»")), max_size=60))
def test_text_and_sentence_starts_are_kept(text):
    doc, starts = _doc(text, "fr")
    assert doc.text == text
    found = [token.idx for token in doc if token.is_sent_start]
    assert set(starts) <= set(found) <= {0, *starts}


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        pytest.param("en", "However, the bread was baked by Ada.", id="an English post"),
        pytest.param("fr", "Ensuite, le pain est cuit par Ada.", id="a French post"),
    ],
)
def test_a_post_is_linted_and_measured_without_spacy(language, sentence, tmp_path):
    front = f"---\nplatform: wordpress\nlang: {language}\n---\n\n"
    (tmp_path / "post.md").write_text(front + f"{sentence} " * 50, encoding="utf-8")
    code = (
        "import sys; from smolint.cli.exits import run; "
        "run(['--no-cache', '--output-format', 'concise', 'post.md']); run(['stats', 'post.md']); "
        "print('spacy' in sys.modules)"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=tmp_path)
    assert "sentence/passive-share" in result.stdout
    assert result.stdout.splitlines()[-1] == "False"
