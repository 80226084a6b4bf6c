import pytest
from hypothesis import given
from hypothesis import strategies as st

from smolint.language.corrections import MOST, corrections

WORDS = {
    "fr": {
        "événement",
        "évènement",
        "appelé",
        "appelle",
        "cœur",
        "règles",
        "exécute",
        "exécutè",
        "construire",
        "porte",
    },
    "en": {"address", "committed", "design", "inspired", "learning", "fulfil", "rep", "film-flam", "house"},
}


@pytest.mark.parametrize(
    ("language", "word", "meant"),
    [
        pytest.param("fr", "évenement", ("évènement", "événement"), id="an accent forgotten, two ways to write it"),
        pytest.param("fr", "appellé", ("appelle", "appelé"), id="an accent or a letter too many"),
        pytest.param("fr", "coeur", ("cœur",), id="a ligature"),
        pytest.param("fr", "executé", ("exécute",), id="no form that only literature writes"),
        pytest.param("fr", "constuire", ("construire",), id="a letter too few"),
        pytest.param("fr", "Régles", ("Règles",), id="a capital stays"),
        pytest.param("fr", "pirte", (), id="a short word is near to many"),
        pytest.param("en", "adress", ("address",), id="a letter that is doubled"),
        pytest.param("en", "deisgn", ("design",), id="two letters swapped"),
        pytest.param("en", "inspiried", ("inspired",), id="a letter too many"),
        pytest.param("en", "learnin", (), id="as people talk"),
        pytest.param("en", "flim-flam", (), id="a compound"),
        pytest.param("en", "repo", (), id="a short piece of jargon"),
        pytest.param("en", "hxuse" * 6, (), id="too long to be tried"),
    ],
)
def test_offers_the_likeliest_words(language, word, meant):
    assert set(corrections(word, WORDS[language].__contains__, language)) == set(meant)


@given(st.text(alphabet="aeiouéèêcnsrtl'’-", min_size=1, max_size=30), st.sampled_from(["fr", "en"]))
def test_tries_few_words_and_keeps_the_first_letter_but_for_its_accent(word, language):
    tried = []
    found = corrections(word, lambda one: bool(tried.append(one)) or len(tried) % 7 == 0, language)
    assert len(found) <= MOST
    assert len(tried) < 4000
    assert word not in found
