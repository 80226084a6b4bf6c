"""The keyphrase itself: its length, its words, and other posts that have it."""

import pytest

from checks.phrased import found, phrased
from smolint import lint
from smolint.check import NoOptions
from smolint.checks.keyphrase_words import Length, keyphrase_function_words, keyphrase_length
from smolint.config import Config
from smolint.finding import Level


@pytest.mark.parametrize(
    ("phrase", "language", "expected"),
    [
        pytest.param("how to bake a good sourdough bread", "en", None, id="four content words of seven"),
        pytest.param("comment faire du bon pain au levain", "fr", None, id="three content words of seven"),
        pytest.param("one", "en", None, id="a function word only"),
        pytest.param("good crusty sourdough rye bread", "en", Level.SUGGESTION, id="five words"),
        pytest.param("a1 b2 c3 d4 e5 f6 g7 h8", "en", Level.SUGGESTION, id="eight words"),
        pytest.param("a1 b2 c3 d4 e5 f6 g7 h8 i9", "en", Level.WARNING, id="nine words"),
    ],
)
def test_length(phrase, language, expected):
    marks = list(keyphrase_length(phrased("Bread.", phrase, language=language), Length()))
    assert [mark.at_most or Level.WARNING for mark in marks] == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("phrase", "language", "expected"),
    [
        pytest.param("how to do it", "en", True, id="English"),
        pytest.param("c’est ici", "fr", False, id="a French phrase with a word that has two meanings"),
        pytest.param("avec ou sans", "fr", True, id="French"),
        pytest.param("how to bake", "en", False, id="a content word"),
        pytest.param("'\"The Who\"'", "en", False, id="a name in quotation marks"),
        pytest.param("avec", "", False, id="unknown language"),
    ],
)
def test_function_words(phrase, language, expected):
    marks = found(phrased("Text.", phrase, language=language), keyphrase_function_words, NoOptions())
    assert bool(marks) is expected


def write(folder, name, phrase, date="", language="en", uses="bread"):
    dated = f"date: {date}\n" if date else ""
    text = f"---\ntitle: A post\nlang: {language}\nkeyphrase: {phrase}\n{dated}---\nSome {uses} for all.\n"
    (folder / name).write_text(text, encoding="utf-8")


def reused(folder):
    results = lint([folder], Config(select=("seo/keyphrase-reused",), platform="wordpress"))
    return [(one.path.rpartition("/")[2], one.text, one.message) for result in results for one in result.findings]


def test_an_earlier_post_has_the_keyphrase(tmp_path):
    write(tmp_path, "a.md", "rye breads", "2024-02-01")
    write(tmp_path, "b.md", "rye bread", "2024-01-01")
    write(tmp_path, "c.md", "bread")
    ((path, text, message),) = reused(tmp_path)
    assert (path, text) == ("a.md", "rye breads")
    assert message.endswith("b.md.")


def test_posts_without_a_date_come_last_then_by_name(tmp_path):
    write(tmp_path, "a.md", "bread of rye")
    write(tmp_path, "b.md", "rye bread")
    write(tmp_path, "c.md", "rye bread", "2024-01-01")
    assert [path for path, _, _ in reused(tmp_path)] == ["a.md", "b.md"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param({"phrase": "bread"}, {"phrase": "rye bread"}, id="a narrower one"),
        pytest.param({"phrase": "pain"}, {"phrase": "pain", "language": "fr"}, id="another language"),
        pytest.param({"phrase": "how to"}, {"phrase": "how to"}, id="function words, told of elsewhere"),
    ],
)
def test_other_keyphrases(tmp_path, first, second):
    write(tmp_path, "a.md", **first)
    write(tmp_path, "b.md", **second)
    assert reused(tmp_path) == []
