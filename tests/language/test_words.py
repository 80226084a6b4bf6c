import time
from itertools import chain, zip_longest

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smolint.language.words import whole_word_starts, word_spans, worded


def _words(text, language):
    return [text[start:end] for start, end in word_spans(text, language)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("L’arbre", "L’|arbre", id="article"),
        pytest.param("l'arbre", "l'|arbre", id="straight apostrophe"),
        pytest.param("qu’elle n’a jusqu’ici", "qu’|elle|n’|a|jusqu’|ici", id="other elisions"),
        pytest.param(
            "aujourd’hui presqu’île quelqu’un", "aujourd’hui|presqu’île|quelqu’un", id="one word in spite of it"
        ),
        pytest.param("entr’ouvert prud’homme", "entr’ouvert|prud’homme", id="old compounds"),
        pytest.param("l’aujourd’hui", "l’|aujourd’hui", id="article before such a word"),
        pytest.param("peut-être arc-en-ciel c’est-à-dire", "peut-être|arc-en-ciel|c’est-à-dire", id="compounds"),
        pytest.param("rendez-vous week-end celui-ci", "rendez-vous|week-end|celui-ci", id="nouns with a hyphen"),
        pytest.param("est-ce dit-il donne-le-moi", "est|ce|dit|il|donne|le|moi", id="pronouns after a verb"),
        pytest.param("a-t-il Y a-t-on", "a|il|Y|a|on", id="a euphonic t is no word"),
        pytest.param("va-t’en donne-m’en", "va|t’|en|donne|m’|en", id="elided pronoun after a verb"),
        pytest.param("Qu’est-ce que c’est ?", "Qu’|est|ce|que|c’|est", id="question"),
        pytest.param(
            "10\u00a0000 et 1\u202f234\u202f567", "10\u00a0000|et|1\u202f234\u202f567", id="spaces in numbers"
        ),
        pytest.param("3,5 % à 14h30 le 12/05/2024", "3,5|à|14h30|le|12/05/2024", id="numbers, hours and dates"),
        pytest.param("« Oui ! » … — 🎉 1️⃣ \ufffc", "Oui", id="marks, emoji and code are none"),
        pytest.param("Aix-en-Provence, Villeneuve-la-Garenne", "Aix-en-Provence|Villeneuve-la-Garenne", id="towns"),
        pytest.param("l’« arbre »", "l’|arbre", id="elision before guillemets"),
        pytest.param("e\u0301cole", "e\u0301cole", id="combining accent"),
    ],
)
def test_french_words(text, expected):
    assert _words(text, "fr") == expected.split("|")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("don't it’s rock'n'roll", "don't|it’s|rock'n'roll", id="contractions"),
        pytest.param("a well-known check-in", "a|well-known|check-in", id="hyphens"),
        pytest.param("'hello' the dogs' (yes)", "hello|the|dogs|yes", id="quotes are not apostrophes"),
        pytest.param("3.5 12:30 1,000 2.0.1", "3.5|12:30|1,000|2.0.1", id="numbers"),
        pytest.param("See https://a.b/c?d=1.2, ok", "See|https://a.b/c?d=1.2|ok", id="web address"),
        pytest.param("(www.example.com).", "www.example.com", id="web address in brackets"),
        pytest.param("Ask jane.doe@example.com.", "Ask|jane.doe@example.com", id="e-mail address"),
        pytest.param("@jane.doe #bread 5 # 6", "@jane.doe|#bread|5|6", id="mentions and hashtags"),
        pytest.param("Node.js and R&D", "Node.js|and|R&D", id="names with marks inside"),
        pytest.param("and/or one—two three…four", "and|or|one|two|three|four", id="what parts words"),
        pytest.param("_so_ snake_case", "so_|snake_case", id="underscores"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_english_words(text, expected):
    assert _words(text, "en") == [word for word in expected.split("|") if word]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("L’arbre don't", "L’|arbre|don't", id="elision yes, contraction kept"),
        pytest.param("hands-on log-on", "hands-on|log-on", id="no pronoun is cut off"),
    ],
)
def test_unknown_language(text, expected):
    assert _words(text, "") == expected.split("|")


@given(
    st.text(st.one_of(st.characters(), st.sampled_from("'’-.@#lqu10\u00a0t ")), max_size=60),
    st.sampled_from(["fr", "en", ""]),
)
def test_spans_are_ordered_and_hold_letters_or_digits(text, language):
    position = 0
    for start, end in word_spans(text, language):
        assert position <= start < end
        assert any(character.isalnum() for character in text[start:end])
        position = end
    assert position <= len(text)


@pytest.mark.parametrize("unit", ["a-", "l’", "a.", "1,", "http://", "(", "-t-", "-le", "a@", ".", "1\u00a0"])
@pytest.mark.parametrize("language", ["fr", "en"])
def test_time_grows_with_the_text_only(unit, language):
    text = unit * (100_000 // len(unit))
    began = time.perf_counter()
    word_spans(text, language)
    assert time.perf_counter() - began < 4


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        pytest.param("l’arbre d'ici", "fr", ["l’arbre", "d'ici"], id="elisions"),
        pytest.param("donne-le-moi vite", "fr", ["donne-le-moi", "vite"], id="pronouns after a verb"),
        pytest.param("y a-t-il du pain", "fr", ["y", "a-t-il", "du", "pain"], id="a t for the ear"),
        pytest.param("c’est-à-dire aujourd’hui", "fr", ["c’est-à-dire", "aujourd’hui"], id="one word for all"),
        pytest.param("ici, là : oui-non", "fr", ["ici", "là", "oui-non"], id="punctuation parts"),
        pytest.param("pain—vin", "fr", ["pain", "vin"], id="a dash parts"),
        pytest.param("don't well-known", "en", ["don't", "well-known"], id="English"),
        pytest.param("", "fr", [], id="no text"),
    ],
)
def test_words_as_a_word_processor_counts_them(text: str, language: str, expected: list[str]) -> None:
    assert whole_word_starts(worded(text, language)) == [text.index(word) for word in expected]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        pytest.param("L’Arbre DORT", "fr", ["l'", "arbre", "dort"], id="small letters and straight apostrophes"),
        pytest.param("Don’t ask", "en", ["don't", "ask"], id="within a word"),
        pytest.param("İzmir and ΟΔΟΣ", "en", ["izmir", "and", "οδος"], id="letters that change their length"),
        pytest.param("", "en", [], id="no text"),
    ],
)
def test_words_are_compared_in_small_letters(text, language, expected):
    assert worded(text, language).norms == expected


@given(
    st.text(st.one_of(st.characters(), st.sampled_from("'’-.@#lqu10\u00a0t ")), max_size=60),
    st.sampled_from(["fr", "en", ""]),
)
def test_a_text_is_its_words_and_what_stands_between(text, language):
    cut = worded(text, language)
    spans = word_spans(text, language)
    assert [*zip(cut.starts, cut.ends, strict=True)] == spans
    assert cut.written == [text[start:end] for start, end in spans]
    assert "".join(chain.from_iterable(zip_longest(cut.gaps, cut.written, fillvalue=""))) == text
