import pytest

from smolint.language.word_making import is_known, is_right

KNOWN = {
    "fr": {"pain", "manger", "celui", "ci", "développeur", "action", "porte-monnaie"},
    "en": {
        "road",
        "map",
        "baker",
        "color",
        "organize",
        "native",
        "basic",
        "true",
        "inline",
        "commit",
        "travel",
        "change",
    },
}


@pytest.mark.parametrize(
    ("language", "word"),
    [
        pytest.param("fr", "l’", id="an elided article"),
        pytest.param("fr", "remanger", id="a prefix"),
        pytest.param("fr", "celui-ci", id="a compound of known words"),
        pytest.param("fr", "développeur-euse-s", id="women and men"),
        pytest.param("en", "baker’s", id="a genitive"),
        pytest.param("en", "colour", id="British -our"),
        pytest.param("en", "organised", id="British -ise with an ending"),
        pytest.param("en", "natively", id="an adverb"),
        pytest.param("en", "inlining", id="a gerund"),
        pytest.param("en", "maps", id="a plural"),
        pytest.param("en", "basebasic-map", id="known at the end only"),
    ],
)
def test_takes_made_words_for_known(language, word):
    expected = word != "basebasic-map"
    known = KNOWN[language] | {"organized"}
    assert is_known(word, lambda one: one in known or one.removesuffix("s") in known, language) is expected


@pytest.mark.parametrize(
    ("language", "word"),
    [
        pytest.param("en", "commited", id="a letter that is not doubled"),
        pytest.param("en", "truely", id="an e too many"),
        pytest.param("en", "basicly", id="-icly"),
        pytest.param("en", "changable", id="an e too few"),
        pytest.param("fr", "painpain", id="French joins no words"),
        pytest.param("fr", "mangeer", id="a plain slip"),
    ],
)
def test_slips_stay_unknown(language, word):
    assert not is_known(word, KNOWN[language].__contains__, language)


def test_right_words_are_known_as_they_are():
    assert is_right("road", KNOWN["en"].__contains__)
    assert not is_right("roadmap", KNOWN["en"].__contains__)
