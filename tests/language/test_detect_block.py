"""A block takes its draft's language, but for a long text that is clearly in another."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smolint.language.detect import detect_block

_FRENCH = (
    "Nous avons ouvert la boulangerie il y a dix ans, et depuis, chaque matin, nous pétrissons le même pain que le "
    "premier jour."
)
_ENGLISH = (
    "We opened the bakery ten years ago, and since then we have been making the same bread every morning, as we did on "
    "the first day."
)
_OTHERS = {
    "Spanish": "Abrimos la panadería hace diez años y desde entonces hacemos cada mañana el mismo pan que hicimos el "
    "primer día, con la misma harina de siempre.",
    "Spanish without accents": "La casa de mi abuela es muy grande y en ella viven mis hermanos con sus hijos, que son "
    "muchos y no se cansan de jugar en el patio.",
    "German": "Wir haben die Bäckerei vor zehn Jahren eröffnet und backen seitdem jeden Morgen das gleiche Brot wie am "
    "ersten Tag, mit dem gleichen Mehl.",
    "Italian": "Abbiamo aperto il panificio dieci anni fa e da allora facciamo ogni mattina lo stesso pane che abbiamo "
    "fatto il primo giorno, con la stessa farina.",
    "Portuguese": "Abrimos a padaria há dez anos e desde então fazemos todas as manhãs o mesmo pão que fizemos no "
    "primeiro dia, com a mesma farinha de sempre.",
    "Dutch": "We hebben de bakkerij tien jaar geleden geopend en sindsdien bakken we elke ochtend hetzelfde brood als "
    "op de eerste dag, met hetzelfde meel.",
    "Catalan": "Vam obrir el forn fa deu anys i des de llavors fem cada matí el mateix pa que vam fer el primer dia, "
    "amb la mateixa farina de sempre.",
    "Occitan": "Avèm dobèrt la fornariá fa dètz ans e dempuèi fasèm cada matin lo meteis pan qu'aviam fach lo primièr "
    "jorn, amb la meteissa farina de totjorn.",
    "Breton": "Digoret hon eus ar stal-vara dek vloaz zo hag abaoe e reomp bep mintin ar memes bara hag an hini "
    "hor boa graet d'an deiz kentañ.",
    "Romanian": "Am deschis brutăria acum zece ani și de atunci facem în fiecare dimineață aceeași pâine pe care am "
    "făcut-o în prima zi, cu aceeași făină.",
    "Polish": "Otworzyliśmy piekarnię dziesięć lat temu i od tego czasu każdego ranka wypiekamy ten sam chleb, który "
    "upiekliśmy pierwszego dnia, z tej samej mąki.",
    "Finnish": "Avasimme leipomon kymmenen vuotta sitten, ja siitä lähtien olemme leiponeet joka aamu samaa leipää "
    "kuin ensimmäisenä päivänä, samoista jauhoista kuin aina ennenkin täällä meillä.",
    "Japanese": "私たちは十年前にパン屋を開き、それ以来、毎朝、初日と同じパンを焼き続けています。"
    "これからも変わらずに焼いていきます。",
    "Russian": "Мы открыли пекарню десять лет назад и с тех пор каждое утро печём тот же хлеб, что и в первый день, из "
    "той же муки, что и всегда.",
}


@pytest.mark.parametrize(
    ("text", "inherited", "language"),
    [
        pytest.param(_FRENCH, "en", "fr", id="French in an English draft"),
        pytest.param(_ENGLISH, "fr", "en", id="English in a French draft"),
        pytest.param(_FRENCH, "fr", "fr", id="French in a French draft"),
        pytest.param(_ENGLISH, "en", "en", id="English in an English draft"),
        pytest.param(_FRENCH, "", "fr", id="French in a draft of unknown language"),
        pytest.param(_FRENCH, "es", "fr", id="French in a draft declared Spanish"),
        pytest.param(f"« {_FRENCH} » — Anne Martin", "en", "fr", id="a quotation with its author's name"),
        pytest.param(f"“{_ENGLISH}”", "fr", "en", id="nothing but a quotation"),
    ],
)
def test_a_long_text_has_its_own_language(text, inherited, language):
    assert detect_block(text, inherited) == language


@pytest.mark.parametrize("inherited", ["fr", "en"])
@pytest.mark.parametrize("text", [pytest.param(text, id=name) for name, text in _OTHERS.items()])
def test_prose_in_a_third_language_is_unknown(text, inherited):
    assert detect_block(text, inherited) == ""


@pytest.mark.parametrize(
    ("text", "inherited"),
    [
        pytest.param("Read the docs first.", "fr", id="a short sentence"),
        pytest.param("Das ist gut, und so war es immer.", "fr", id="a short sentence in a third language"),
        pytest.param(f"Steve Jobs le disait souvent : “{_ENGLISH}”", "fr", id="an English quotation, announced"),
        pytest.param(f"My grandmother used to say « {_FRENCH} »", "en", id="a French quotation, announced"),
        pytest.param(
            f"Je relis souvent cette phrase : “{_ENGLISH} {_ENGLISH}” et je me dis que rien n’a changé pour nous.",
            "fr",
            id="a long quotation inside a paragraph",
        ),
        pytest.param(
            "React, Vue, Angular, Svelte, Solid, Preact, Lit, Ember, Backbone, Alpine, Stimulus, Qwik, Astro, Remix, "
            "Next, Nuxt, Gatsby, Eleventy, Hugo, Jekyll",
            "fr",
            id="a list of names",
        ),
        pytest.param(
            "Le design system, le product owner et le scrum master font un daily meeting puis un sprint review, un "
            "planning poker et un team building.",
            "fr",
            id="French with many English words",
        ),
        pytest.param(_OTHERS["Spanish"], "es", id="Spanish in a draft declared Spanish"),
        pytest.param(_OTHERS["Spanish"], "", id="Spanish in a draft of unknown language"),
        pytest.param("", "en", id="nothing"),
        pytest.param("東京", "en", id="a name in another script"),
    ],
)
def test_when_unsure_a_block_takes_its_drafts_language(text, inherited):
    assert detect_block(text, inherited) == inherited


@given(st.text(), st.sampled_from(["fr", "en", ""]))
def test_any_text_has_an_answer(text, inherited):
    assert detect_block(text, inherited) in ("fr", "en", "")
