import builtins
from pathlib import Path
from types import SimpleNamespace

import pytest

from smolint.dictionaries import (
    DictionaryError,
    Files,
    find_dictionary,
    load_dictionary,
    no_dictionary,
    usual_dictionaries,
)

OWN = Path(__file__).parent / "data" / "dictionaries"
FRENCH = Files(OWN / "fr.aff", OWN / "fr.dic")


@pytest.mark.parametrize(
    ("word", "known"),
    [
        pytest.param("pains", True, id="a plural by an affix rule"),
        pytest.param("Parlez", True, id="a verb's form that begins a sentence"),
        pytest.param("l’odeur", True, id="an elision with a typographic apostrophe"),
        pytest.param("aujourd’hui", True, id="a word with an apostrophe of its own"),
        pytest.param("porte‑monnaie", True, id="a no-break hyphen"),
        pytest.param("porte-mon\u00adnaie", True, id="a soft hyphen"),
        pytest.param("e\u0301ve\u0301nement", True, id="accents written apart"),
        pytest.param("évenement", False, id="an accent forgotten"),
        pytest.param("pain\ud800", False, id="no character at all"),
    ],
)
def test_knows_words_in_all_their_forms(word, known):
    dictionary = load_dictionary(FRENCH)
    assert dictionary.knows(word) is known
    assert dictionary.knows(word) is known


def test_words_that_the_encoding_cannot_write_are_unknown(tmp_path):
    (tmp_path / "old.aff").write_text("SET ISO8859-1\n", encoding="latin-1")
    (tmp_path / "old.dic").write_text("2\nété\npain\n", encoding="latin-1")
    dictionary = load_dictionary(Files(tmp_path / "old.aff", tmp_path / "old.dic"))
    assert dictionary.knows("été")
    assert not dictionary.knows("œuvre")


def test_finds_a_dictionary_where_the_user_says(monkeypatch, tmp_path):
    monkeypatch.setenv("DICPATH", str(tmp_path))
    assert find_dictionary("fr", OWN) == FRENCH
    assert find_dictionary("en-US", OWN) == Files(OWN / "en_US.aff", OWN / "en_US.dic")
    assert find_dictionary("xx", OWN) is None


def test_finds_the_usual_ones_in_dicpath(monkeypatch, tmp_path):
    monkeypatch.setenv("DICPATH", f"{tmp_path}:{OWN}")
    assert usual_dictionaries("fr") == (FRENCH,)
    assert usual_dictionaries("en")[0].dic == OWN / "en_US.dic"
    assert usual_dictionaries("fr", tmp_path) == ()


def test_needs_both_files(tmp_path):
    (tmp_path / "fr.dic").write_text("1\npain\n")
    assert find_dictionary("fr", tmp_path) is None


def test_reads_two_files_of_different_names(tmp_path):
    rules, words = tmp_path / "rules.aff", tmp_path / "house.dic"
    rules.write_bytes(FRENCH.aff.read_bytes())
    words.write_text("1\nmiche/S\n", encoding="utf-8")
    dictionary = load_dictionary(Files(rules, words))
    assert dictionary.knows("miches")
    assert not dictionary.knows("pain")


def test_says_what_to_install_where_the_library_is_missing(monkeypatch, tmp_path):
    for name in ("x.aff", "x.dic"):
        (tmp_path / name).write_text("0\n")
    load = builtins.__import__

    def without(name, *args):
        if name == "hunspell":
            raise ImportError(name)
        return load(name, *args)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(DictionaryError, match=r"smolint\[spelling\]"):
        load_dictionary(Files(tmp_path / "x.aff", tmp_path / "x.dic"))


@pytest.mark.parametrize(
    ("name", "package"),
    [
        pytest.param("fr", "hunspell-fr", id="French"),
        pytest.param("en", "hunspell-en-us", id="English"),
        pytest.param("de_AT", "hunspell-de-at", id="Austrian"),
    ],
)
def test_says_how_to_install_a_dictionary(name, package):
    assert f"apt install {package})" in no_dictionary(name).message


def test_the_dictionaries_that_came_with_the_library_are_the_last_to_be_taken(monkeypatch, tmp_path):
    (tmp_path / "dictionaries").mkdir()
    for ending in ("aff", "dic"):
        (tmp_path / "dictionaries" / f"xx_YY.{ending}").write_text("0\n")
    monkeypatch.setattr(
        "smolint.dictionaries.find_spec", lambda _: SimpleNamespace(submodule_search_locations=[tmp_path])
    )
    assert find_dictionary("xx_YY") == Files(*(tmp_path / "dictionaries" / f"xx_YY.{one}" for one in ("aff", "dic")))
