"""Detection on paragraphs of one text in sixteen languages."""

import csv
from collections import defaultdict
from pathlib import Path

import pytest

from smolint.language.detect import detect, detect_block


def _paragraphs():
    by_language = defaultdict(list)
    path = Path(__file__).parents[1] / "data" / "paragraphs.tsv"
    with path.open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE):
            by_language[row["language"]].append(row["text"])
    return by_language


_PARAGRAPHS = _paragraphs()
_OTHERS = sorted(_PARAGRAPHS.keys() - {"fr", "en"})


@pytest.mark.parametrize("language", ["fr", "en"])
def test_french_and_english_paragraphs(language):
    assert [text for text in _PARAGRAPHS[language] if detect(text) != language] == []


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("inherited", ["fr", "en", ""])
def test_french_and_english_blocks_of_any_draft(language, inherited):
    assert [text for text in _PARAGRAPHS[language] if detect_block(text, inherited) != language] == []


@pytest.mark.parametrize("language", _OTHERS)
def test_paragraphs_of_a_third_language_are_unknown(language):
    assert [text for text in _PARAGRAPHS[language] if detect(text)] == []


@pytest.mark.parametrize("language", _OTHERS)
@pytest.mark.parametrize("inherited", ["fr", "en"])
def test_blocks_of_a_third_language_are_never_the_other_and_mostly_unknown(language, inherited):
    found = [detect_block(text, inherited) for text in _PARAGRAPHS[language]]
    assert set(found) <= {"", inherited}
    assert found.count("") >= 0.9 * len(found)
