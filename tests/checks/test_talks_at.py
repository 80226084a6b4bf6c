from __future__ import annotations

import pytest

from checks.social import marked, read, thread
from smolint.checks.talks_at import TalksAt, talks_at_reader, turns_to_readers

ENGLISH = (
    "The street wakes up slowly. We bake at dawn. Our bread is good and our oven is old. For forty years our family has"
    " done so, from the first loaf to the last, in rain and in snow, and it still makes us happy to see the street."
)
FRENCH = (
    "La rue s’éveille. Nous cuisons à l’aube. Notre pain est bon et notre four est vieux. Depuis quarante ans, notre"
    " famille le fait ainsi, de la première miche à la dernière, sous la pluie et le vent, ce qui nous plaît."
)


def found(text, platform="linkedin", path="post.txt", language="en", **options):
    return marked([read(text, platform, path=path, language=language)], talks_at_reader, TalksAt(**options))


def test_marks_the_first_sentence_about_us():
    assert found(ENGLISH) == ["We bake at dawn."]
    assert found(FRENCH, language="fr") == ["Nous cuisons à l’aube."]


def test_gives_the_two_counts():
    (mark,) = talks_at_reader(read(ENGLISH, "linkedin", path="post.txt", language="en"), TalksAt())
    assert mark.values == {"ours": 5, "yours": 0}


@pytest.mark.parametrize(
    "more",
    [
        "Do you like bread?",
        "Come and see.",
        "Your bread waits.",
        "Which bread is best?",
        "Now join the queue.",
        "RSVP!",
    ],
)
def test_one_word_to_the_readers_is_enough(more):
    assert found(f"{ENGLISH} {more}") == []


@pytest.mark.parametrize(
    "more", ["Venez le goûter.", "Votre pain attend.", "Et vous ?", "Dis-le en commentaire.", "Merci de réserver."]
)
def test_one_french_word_to_the_readers_is_enough(more):
    assert found(f"{FRENCH} {more}", language="fr") == []


def test_short_texts_and_others_are_left_alone():
    assert found("We bake. Our bread is our joy.") == []
    assert found(ENGLISH.replace("ur ", "ne ").replace("We", "They")) == []
    assert found(ENGLISH, min_words=100) == []


def test_threads_are_left_alone():
    items = thread(f"{ENGLISH}\n\n---\n\nCome and see.\n")
    assert marked(items, talks_at_reader, TalksAt()) == []


def test_a_brand_counts_as_us():
    text = "Albi Bread bakes at dawn. " + "The bread of this street is good and the oven is old. " * 4
    assert found(text) == []
    assert found(text + "Albi Bread wins. Albi Bread shines.", brand=("Albi Bread",)) == ["Albi Bread bakes at dawn."]


@pytest.mark.parametrize(
    ("sentence", "turns"),
    [
        pytest.param("Chez nous, assez de pain pour le nez.", False, id="French words in -ez"),
        pytest.param("Rejoignez-nous.", True, id="French request"),
        pytest.param("The US bakers won.", False, id="a country"),
        pytest.param("Thank you all.", True, id="thanks"),
        pytest.param("We aim to use rye.", False, id="an infinitive"),
    ],
)
def test_what_turns_to_readers(sentence, turns):
    assert turns_to_readers(sentence) is turns
