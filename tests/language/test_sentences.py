import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smolint.language.sentences import sentence_spans, sentences

_FRENCH = {
    "title before a name": "M. Dupont et Mme Petit sont là.|Bonjour.",
    "title at a line end": "Écrivez à M.\nDupont.|Merci.",
    "for example": "Un pain, p. ex. un seigle, par ex. Rouge.|Oui.",
    "figure abbreviation before a number": "Voir fig. 3 et art. 12.|C’est clair.",
    "the same letters as a word": "Il aime l’art.|Elle aussi.",
    "roman chapter": "Le chap. IV est court.|Lisez-le.",
    "opening hours": "On ouvre à 8 h. Le pain est chaud.".replace(". Le", ".|Le"),
    "unit after a number": "La table fait 2 m.|Elle est lourde.",
    "letter as a label": "Prenez de la vitamine C.|Elle aide.",
    "letter before an elision": "Voici le plan B.|L’équipe est prête.",
    "initials of a name": "J. K. Rowling et C. L’Herbier sont cités.|Bien.",
    "narrow spaces before marks": "Tu viens\u202f?|Oui\u202f!|Bien sûr.",
    "exclamation inside guillemets": "Il crie «\u00a0Viens\u202f!\u00a0» et part.|Fin.",
    "short quotation woven in": "« Non. Jamais. » dit-il.|Elle sourit.",
    "reported question": "Il a demandé « Tu viens ? ».|Elle a dit oui.",
    "doubt in brackets": "Il est ravi (?) de venir.|Bon.",
    "dialogue dashes": "— Tu viens ?|— Oui.|— Parfait !",
    "ellipsis that goes on": "Je ne sais pas… peut-être.|On verra.",
    "elision of a quotation": "Ce texte (…) est court.|Lisez-le.",
    "omission that ends a quotation": "Il a dit «\u00a0Du pain […]\u00a0».|Nous partons.",
    "omission at the end": "Elle écrit que tout va bien […].|Nous partons.",
    "emoji after the mark": "On a gagné ! 🎉🎉|Merci à tous.",
    "emoji glued to the mark": "Super !🎉|Merci.",
    "emoji as bullets": "✅ Fait.|✅ À faire.",
    "pointing emoji": "Le programme est en ligne.|👉 https://exemple.fr",
    "emoticon": "Vous aimez ? :)|Moi oui.",
    "decimal and thousands": "Il coûte 3.50 € ou 1.000 lires.|C’est peu.",
    "file name": "Ouvrez README.md.|Lancez setup.py ensuite.",
    "inline code": "Lancez \ufffc.|\ufffc affiche tout.",
    "inline list": "1) Ouvrir|2) Fermer|3) Partir",
    "bullets on one line": "• farine|• sel|• eau",
    "sentence that starts with a year": "Il est né en 1950.|2024 fut son année.",
    "guillemet first": "Il entre.|« Bonjour », dit-il.",
    "full stop before a colon": "Tél. : 01.23.45.67.89.|Appelez-nous.",
    "article of a code of law": "L’art. L. 121-1 est clair.|On l’applique.",
    "suburb in an address": "La rue du Fg. St-Honoré est chic.|Très chic.",
    "short first name": "Th. Gautier et Ch. Baudelaire sont amis.|Ils écrivent.",
    "oven setting": "Un four à 240 °C (th. 8).|Vingt minutes suffisent.",
    "price without tax": "Le prix est de 12 € H.T.|La livraison est offerte.",
    "company at the end": "Nous travaillons chez Dupont S.A.|Venez nous voir.",
    "unit of one capital letter": "On aura 5 V ou 0 V.|HIGH et LOW sont des constantes.",
    "question after a bracket": "Est-ce vrai (vraiment ?) ?|Oui.",
    "spoon measures": "Comptez 2 c. à s. de sucre.|Mélangez bien.",
    "person behind an initial": "M. X. a été arrêté.|C’est Mme C. qui l’a dit.",
    "reprinted reference": "Voir ibid., p. 3.|Et op. cit., p. 4.",
    "opened and shut": "Ouvert 7j/7, 24h/24.|Appelez !",
    "social lines": "Prix : 12 €\n|https://exemple.fr\n|#promo",
}
_ENGLISH = {
    "title before a name": "Dr. Jones met Mrs. Brown.|They talked.",
    "country before a verb": "The U.S. economy grew.|Prices fell.",
    "country before a name": "Ask the U.S. Department of Labor.|It knows.",
    "country at the end": "I live in the U.S.|How about you?",
    "hour in the middle": "Come at 5 p.m. on Friday.|Bring snacks.",
    "hour at the end": "We close at 5 p.m.|Bring snacks.",
    "number sign": "No. 5 is alive.|No.|It is not.",
    "street at the end": "He lives on Main St.|It is quiet.",
    "saint": "We like St. Paul’s choir.|The St. Louis one too.",
    "time zone after an hour": "We start at 6 p.m. ET.|Be there.",
    "weekday after an hour": "We start at 9 a.m. Monday.|Be on time.",
    "title before a title": "The Rt. Hon. Smith arrived.|We bowed.",
    "second postscript": "P.S. Bring salt.|P.P.S. And flour.",
    "short first name": "Wm. Shakespeare and Chas. Dickens wrote.|We read.",
    "spoon measures": "Add 2 tbsp. sugar and 1 tsp. salt.|Mix well.",
    "degree at the end": "He has a Ph.D.|She has none.",
    "bracket with its own question": "Is it true (really?)?|Yes.",
    "possessive at the end": "We met at St. Mary's.|Doors open at eight.",
    "middle initial": "Albert I. Jones came.|We left.",
    "you and I": "It was you and I.|Did you see it?",
    "operating system": "It runs on Mac OS X.|They like it.",
    "brand with a mark": "She works at Yahoo! Japan now.|Good.",
    "camel case start": "Sales fell.|iPhone users left.|eBay grew.",
    "small letters throughout": "i love this!|you should try it.|thanks",
    "small letter after an ordinary word": "It works on stable compilers.|musl support is next.",
    "unknown short abbreviation": "Use the std. library here.",
    "quote with its own stop": "She said “no.”|I said yes.",
    "quote that is introduced": '"Why?" he asked.|Nobody knew.',
    "footnote number": "It works.[1]|Nobody knows why.",
    "web address": "Go to www.example.com.|It is there.",
    "mention next": "Thanks for this.|@jane did it.",
    "version": "Rust 1.31.1 is out.|Please upgrade.",
    "marks in a row": "What?!|Really!!!|Yes.",
    "list with numbers": "1. Mix the flour.|2. Bake it.",
    "list with letters": "a. Mix|b. Bake|c. Eat",
}


@pytest.mark.parametrize("marked", [pytest.param(text, id=name) for name, text in _FRENCH.items()])
def test_french_sentences(marked):
    assert sentences(marked.replace("\n|", "\n").replace("|", " "), "fr") == [s.strip() for s in marked.split("|")]


@pytest.mark.parametrize("marked", [pytest.param(text, id=name) for name, text in _ENGLISH.items()])
def test_english_sentences(marked):
    assert sentences(marked.replace("|", " "), "en") == marked.split("|")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Mr. Smith arrive. M. Dupont part.", ["Mr. Smith arrive.", "M. Dupont part."], id="titles of both"
        ),
        pytest.param("First line\nSecond line", ["First line", "Second line"], id="a line end ends a sentence"),
        pytest.param("We went\nto the fair.", ["We went\nto the fair."], id="a small letter goes on"),
        pytest.param("We went\n\nto the fair.", ["We went", "to the fair."], id="a blank line always ends"),
        pytest.param("It is done.\nthanks", ["It is done.", "thanks"], id="a small letter after an end mark"),
        pytest.param("One\r\nTwo\u2028Three", ["One", "Two", "Three"], id="every kind of line end"),
        pytest.param("", [], id="nothing"),
        pytest.param(" \n\u00a0", [], id="only white space"),
        pytest.param("?!", ["?!"], id="only marks"),
    ],
)
def test_unknown_language(text, expected):
    assert sentences(text, "") == expected


_TEXTS = st.text(st.one_of(st.characters(), st.sampled_from(" .!?…»«\"'()[]1aA\n•🎉\ufffc’-")), max_size=80)


@given(_TEXTS, st.sampled_from(["fr", "en", "", "de"]))
def test_spans_are_ordered_trimmed_and_cover_every_visible_character(text, language):
    position = 0
    for start, end in sentence_spans(text, language):
        assert position <= start < end <= len(text)
        assert text[position:start].strip() == ""
        assert text[start:end] == text[start:end].strip()
        position = end
    assert text[position:].strip() == ""


@pytest.mark.parametrize(
    "unit",
    ["a.", "a. ", "(", "....", ". ", "« ", " \n", '"', "M. ", "1. ", "? 🎉", ".«", "a) ", "• ", "x.)", ". (", "..x"],
)
@pytest.mark.parametrize("lead", ["", "1. ", "• "], ids=["bare", "in a list", "after a bullet"])
def test_time_grows_with_the_text_only(unit, lead):
    text = lead + unit * (200_000 // len(unit))
    began = time.perf_counter()
    sentence_spans(text, "")
    assert time.perf_counter() - began < 4
