import pytest
from hypothesis import given
from hypothesis import strategies as st

from smolint.language.detect import detect, detect_main

_FRENCH = [
    "Bonjour à tous",
    "Merci à tous !",
    "C’est parti",
    "Découvrez notre nouvelle boulangerie",
    "Rendez-vous samedi",
    "On a gagné 🎉 https://example.com/the-best-of #TheVoice @the_team",
    "Quel pain préférez-vous ?",
    "Recette : la tarte aux pommes de la maison",
    "Le week-end, on fait un brainstorming sur le design de la newsletter.",
    "Lancez `git checkout the-branch` avant de relire la page.",
]
_ENGLISH = [
    "Hello everyone",
    "Thanks to all!",
    "Discover our new bakery",
    "It's on",
    "We won 🎉 https://exemple.fr/la-meilleure #LaVieEstBelle @les_amis",
    "Which bread do you miss most?",
    "Our café serves a crème brûlée and a pain au chocolat that you will love.",
    "Read this before you go to Les Halles in Paris.",
    "Breaking news",
]
_NEITHER = {
    "Spanish": "El equipo presenta hoy su nueva página para que los usuarios encuentren la información que necesitan.",
    "Spanish, short": "Gracias a todos por venir",
    "Spanish without accents": "El pan de la casa es de centeno y se hornea a las cinco de la tarde.",
    "Italian": "Il nostro gruppo presenta oggi il nuovo sito per aiutare gli utenti a trovare le informazioni.",
    "Italian, short": "La vita è bella",
    "German": "Wir stellen heute die neue Seite vor, auf der man alle Informationen finden kann.",
    "German, short": "Das ist gut",
    "Portuguese": "A nossa equipe apresenta hoje o novo site para que os usuários possam encontrar o que precisam.",
    "Catalan": "El nostre equip presenta avui la nova pàgina perquè els usuaris puguin trobar la informació.",
    "Dutch": "Ons team presenteert vandaag de nieuwe website waar gebruikers alle informatie kunnen vinden.",
    "Swedish": "Idag presenterar vi den nya webbplatsen där du hittar all information som du behöver.",
    "Polish": "Nasz zespół przedstawia dziś nową stronę, na której znajdziesz wszystkie informacje.",
    "Latin filler": "Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt.",
    "Russian": "Сегодня мы представляем новый сайт.",
    "Japanese": "今日は新しいサイトを発表します。",
    "nothing": "",
    "figures": "123 456",
    "emoji": "🎉🎉",
    "address, hashtag and mention only": "https://example.com/the-page #bonjour @les_amis",
    "half French, half English": "Le pain est bon et la tarte aussi. The bread is good and so is the pie.",
}


@pytest.mark.parametrize("text", _FRENCH)
def test_french(text):
    assert detect(text) == "fr"


@pytest.mark.parametrize("text", _ENGLISH)
def test_english(text):
    assert detect(text) == "en"


@pytest.mark.parametrize("text", [pytest.param(text, id=name) for name, text in _NEITHER.items()])
def test_neither(text):
    assert detect(text) == ""


@given(st.text())
def test_any_text_has_an_answer(text):
    assert detect(text) in ("fr", "en", "")


_LONG_FRENCH = "Nous avons ouvert la boulangerie il y a dix ans, et depuis nous pétrissons le même pain."
_LONG_ENGLISH = "We opened the bakery ten years ago, and since then we have been making the same bread."


@pytest.mark.parametrize(
    ("texts", "language"),
    [
        pytest.param([_LONG_FRENCH, _LONG_FRENCH, _LONG_ENGLISH], "fr", id="mostly French"),
        pytest.param([_LONG_ENGLISH, _LONG_FRENCH, _LONG_ENGLISH], "en", id="mostly English"),
        pytest.param([_LONG_ENGLISH, _LONG_FRENCH], "", id="half and half"),
        pytest.param([_NEITHER["Spanish"], _NEITHER["Spanish"], _LONG_ENGLISH], "", id="mostly Spanish"),
        pytest.param(["Bonjour"], "", id="too little text"),
        pytest.param([], "", id="nothing"),
    ],
)
def test_main_language(texts, language):
    assert detect_main(texts) == language
