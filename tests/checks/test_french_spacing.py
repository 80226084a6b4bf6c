from __future__ import annotations

import pytest

from checks.made import SOCIAL, made, marked
from smolint.checks.french_spacing import FrenchSpacing, french_spacing
from smolint.edits import Replacement, replace_all

NARROW, WIDE = "\u202f", "\u00a0"


def marks(text, options=None, **changes):
    reading = made(text, language="fr", **changes)
    return reading, list(french_spacing(reading, options or FrenchSpacing()))


def mended(text, options=None, **changes):
    reading, found = marks(text, options, **changes)
    edits = [Replacement(*edit.span, edit.content) for mark in found if mark.fix for edit in mark.fix.edits]
    return replace_all(reading.draft.source.text, edits).removesuffix("\n\n")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        pytest.param("Le pain est prêt !", f"Le pain est prêt{NARROW}!", id="an ordinary space"),
        pytest.param("Le pain est-il prêt?", f"Le pain est-il prêt{NARROW}?", id="no space"),
        pytest.param("Le pain est prêt ?!", f"Le pain est prêt{NARROW}?!", id="two marks"),
        pytest.param("Voici le pain : il est bon", f"Voici le pain{WIDE}: il est bon", id="a colon"),
        pytest.param("Voici le pain: il est bon", f"Voici le pain{WIDE}: il est bon", id="a colon without a space"),
        pytest.param("Il dit « oui » au pain", f"Il dit «{WIDE}oui{WIDE}» au pain", id="a quotation"),
        pytest.param("Il dit «oui» au pain", f"Il dit «{WIDE}oui{WIDE}» au pain", id="a tight quotation"),
        pytest.param("Le pain est bon ; venez", f"Le pain est bon{NARROW}; venez", id="a semicolon"),
        pytest.param("Moins 20 % sur le pain", f"Moins 20{WIDE}% sur le pain", id="a per cent sign"),
        pytest.param("Il coûte 3 € ici", f"Il coûte 3{WIDE}€ ici", id="euros"),
        pytest.param("« Venez ! » dit-il", f"«{WIDE}Venez{NARROW}!{WIDE}» dit-il", id="a mark in a quotation"),
        pytest.param("Il est prêt (enfin !)", f"Il est prêt (enfin{NARROW}!)", id="a mark in brackets"),
    ],
)
def test_puts_the_space_that_french_has(text, wanted):
    assert mended(text) == wanted
    assert marks(wanted)[1] == []


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"Prêt{WIDE}! Ou{NARROW}: oui", id="either no-break space"),
        pytest.param("Voir https://a.fr/?q=a:b et www.a.fr/le?x !", id="addresses"),
        pytest.param("À 10:30, au 16:9, au 16 : 9 et à 10h:30", id="times and ratios"),
        pytest.param("Merci :) et ;) et :-D et :p", id="emoticons"),
        pytest.param("Merci :smile: et :+1: à tous", id="names of emoji"),
        pytest.param("Le type std::vector et C::D", id="two colons"),
        pytest.param("Le ? et le ! de Ruby", id="signs that are spoken of"),
        pytest.param("Un compte Yahoo! pour tous", id="a name with a mark"),
        pytest.param("Écrire font-size: 0 ici", id="code without its marks"),
        pytest.param("La ligne ALL: PARANOID du fichier", id="a setting in capitals"),
        pytest.param("That is all you have got?", id="English in a French text"),
        pytest.param("Merci #pain! et @boulanger: oui", id="hashtags and mentions"),
        pytest.param("Les types Int?, String? (ou rien)", id="types with a question mark"),
        pytest.param("Accueil » Blog » Pain", id="a path of pages"),
        pytest.param("Le pain...", id="an ellipsis"),
        pytest.param("C: est plein", id="a drive"),
    ],
)
def test_leaves_alone(text):
    assert marks(text)[1] == []


def test_english_is_left_alone():
    assert list(french_spacing(made("Who comes ? All of us : yes !"), FrenchSpacing())) == []


def test_code_is_left_alone():
    assert marks("Écrivez vide ? oui ici", code=((8, 14),))[1] == []


def test_all_ordinary_spaces_are_one_finding():
    reading, found = marks("Le pain est prêt ! Qui vient ? Nous : oui.")
    assert marked(reading, found) == [" !"]
    assert found[0].values["count"] == 3
    assert len(found[0].fix.edits) == 3
    assert found[0].fix.title == "U+0020 → U+202F"


def test_many_missing_spaces_are_one_finding():
    _, found = marks(" ".join(["Est-il prêt? Oui, il est prêt!"] * 4))
    assert [mark.variant for mark in found] == ["missing-many"]
    assert len(found[0].fix.edits) == 8


@pytest.mark.parametrize(
    ("options", "wanted"),
    [
        pytest.param(FrenchSpacing(narrow=False), f"Prêt{WIDE}! Voici{WIDE}: oui", id="wide ones only"),
        pytest.param(FrenchSpacing(variant="fr-CA"), f"Prêt{NARROW}! Voici{WIDE}: oui", id="Canada, narrow"),
        pytest.param(
            FrenchSpacing(variant="fr-CA", narrow=False), f"Prêt! Voici{WIDE}: oui", id="Canada, no narrow one"
        ),
    ],
)
def test_the_house_chooses_its_spaces(options, wanted):
    assert mended("Prêt ! Voici : oui", options) == wanted
    assert marks(wanted, options)[1] == []


def test_canada_needs_no_space_before_high_marks():
    assert marks("Le pain est-il prêt? Oui!", FrenchSpacing(variant="fr-CA"))[1] == []
    assert marks("Le pain est-il prêt? Oui!", fields={"lang": "fr_CA"}, platform=SOCIAL)[1] == []


def test_a_house_may_insist_on_one_kind():
    strict = FrenchSpacing(strict=True)
    assert mended(f"Est-il prêt{WIDE}? Voici{NARROW}: «{NARROW}oui{NARROW}»", strict) == (
        f"Est-il prêt{NARROW}? Voici{WIDE}: «{WIDE}oui{WIDE}»"
    )
