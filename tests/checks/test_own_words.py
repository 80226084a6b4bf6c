"""Lists of words for one language, in the shipped packs: what is quoted, and what is in the other, is left alone."""

from __future__ import annotations

import pytest

from smolint.config import Config
from smolint.engine import lint
from smolint.host import installed_host

ENGLISH = "We bake our bread at dawn, and the whole village comes to the square for it on Fridays. "
FRENCH = "Nous cuisons notre pain à l’aube, et tout le village vient le chercher sur la place le vendredi. "


def marked(folder, text: str, *rules: str, language: str = "") -> list[str]:
    return [one.text for one in findings(folder, text, *rules, language=language)]


def findings(folder, text: str, *rules: str, language: str = ""):
    draft = folder / "post.md"
    draft.write_text(text, encoding="utf-8")
    config = Config(select=rules, platform="wordpress", language=language)
    return [one for result in lint([draft], config, host=installed_host()) for one in result.findings]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        pytest.param("Au jour d’aujourd’hui, on cuit.", "fr", ["Au jour d’aujourd’hui"], id="curly apostrophes"),
        pytest.param("Au jour d'aujourd'hui, on cuit.", "fr", ["Au jour d'aujourd'hui"], id="straight apostrophes"),
        pytest.param("Deux nuits, voire\nmême trois.", "fr", ["voire\nmême"], id="over the end of a line"),
        pytest.param("Deux nuits, voire\u00a0même trois.", "fr", ["voire\u00a0même"], id="a no-break space"),
        pytest.param("Deux nuits, voire même trois.", "en", [], id="a text declared to be in the other language"),
        pytest.param("On dit « voire même » chez lui.", "fr", [], id="in guillemets"),
        pytest.param("We write “free gift” here.", "en", [], id="in curly quotes"),
        pytest.param("We write 'free gift' here.", "en", [], id="in single quotes"),
        pytest.param("She said: “Come, take this free gift and go home.”", "en", [], id="within a longer quotation"),
        pytest.param("> Take this free gift.", "en", [], id="in a block quotation"),
        pytest.param("Write `free gift` in the field.", "en", [], id="in code"),
        pytest.param("It is a “big” day: a free gift.", "en", ["free gift"], id="after a quotation"),
    ],
)
def test_own_words(tmp_path, text, language, expected):
    assert marked(tmp_path, text, "wording/doublet", language=language) == expected


def test_each_paragraph_is_read_in_its_own_language(tmp_path):
    text = f"{ENGLISH * 3}\n\n{FRENCH}Un free gift, voire même deux.\n\n{ENGLISH}A free gift, voire même two.\n"
    assert marked(tmp_path, text, "wording/doublet") == ["voire même", "free gift"]


def test_a_third_language_is_left_alone(tmp_path):
    text = "Unser Brot wird jeden Morgen im Ofen gebacken, und das Dorf kommt und holt es. Ein free gift für alle."
    assert marked(tmp_path, text, "wording/doublet") == []


@pytest.mark.parametrize(
    ("rule", "text", "language", "replacement"),
    [
        pytest.param(
            "wording/doublet", "Au jour d'aujourd'hui, il pleut.", "fr", "Aujourd'hui", id="capital and apostrophe kept"
        ),
        pytest.param("wording/doublet", "Il permet de pouvoir cuire.", "fr", "permet de", id="a group put in"),
        pytest.param("wording/confusion", "Il fait parti du décor.", "fr", "fait partie", id="a group in context"),
        pytest.param("wording/confusion", "Bonjour. Quand à moi, je dors.", "fr", "Quant à moi", id="a pronoun kept"),
        pytest.param("wording/confusion", "You should of known.", "en", "should have", id="English"),
        pytest.param("wording/wordy", "Due to the fact that it rains, we stay.", "en", "Because", id="several words"),
    ],
)
def test_fixes_are_offered_but_not_safe(tmp_path, rule, text, language, replacement):
    (finding,) = findings(tmp_path, text, rule, language=language)
    assert finding.fix is not None
    assert not finding.fix.safe
    assert [edit.content for edit in finding.fix.edits] == [replacement]


def test_no_message_shows_the_groups_of_a_pattern(tmp_path):
    text = "Le seul soucis, il est sensé chauffer, et il fait parti des vieux. Tout les jours."
    found = findings(tmp_path, text, "wording/confusion", language="fr")
    assert len(found) == 4
    assert not any("$" in one.message + one.help for one in found)
