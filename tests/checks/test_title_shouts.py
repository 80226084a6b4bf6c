from __future__ import annotations

import pytest

from checks.linked import linked
from smolint.check import NoOptions
from smolint.checks.title_shouts import seo_title_shouts


def found(title: str) -> list[tuple[str, str]]:
    quoted = title.replace("'", "''")
    reading = linked(f"---\ntitle: '{quoted}'\n---\nWe bake.\n")
    return [(mark.variant, mark.values["text"]) for mark in seo_title_shouts(reading, NoOptions())]


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        pytest.param("BREAD IS BACK", ("capitals", "BREAD IS BACK"), id="three words in capitals"),
        pytest.param("NOTRE PAIN EST PRÊT", ("capitals", "NOTRE PAIN EST PRÊT"), id="French capitals"),
        pytest.param("Why WE WILL NEVER SLEEP", ("capitals", "WE WILL NEVER SLEEP"), id="the better part"),
        pytest.param("Bread!! And butter", ("marks", "!!"), id="two marks"),
        pytest.param("Du pain\u202f!\u202f!", ("marks", "!\u202f!"), id="marks set apart"),
        pytest.param("Really ?!?", ("marks", "?!?"), id="a mixture"),
        pytest.param("Bread 🥖🥖🥖", ("emoji", "🥖🥖🥖"), id="emoji in a row"),
        pytest.param("Bread 🔥 👩‍🍳 🎉", ("emoji", "🔥 👩‍🍳 🎉"), id="emoji with spaces"),
        pytest.param("You won’t believe this loaf!", ("bait", "You won’t believe this loaf"), id="a promise"),
        pytest.param("A baker naps. What happens next…", ("bait", "What happens next…"), id="what happens next"),
        pytest.param("7 mind-blowing facts", ("bait", "7 mind-blowing"), id="a number and a superlative"),
        pytest.param(
            "Vous n'allez pas croire la suite", ("bait", "Vous n'allez pas croire la suite"), id="en français"
        ),
        pytest.param("L’incroyable histoire du pain", ("bait", "L’incroyable"), id="incroyable"),
        pytest.param("5 astuces bluffantes", ("bait", "5 astuces bluffantes"), id="un chiffre et un superlatif"),
    ],
)
def test_shouts(title, expected):
    assert found(title) == [expected]


@pytest.mark.parametrize(
    "title",
    [
        pytest.param("NASA, CSS, RFC 2119", id="acronyms"),
        pytest.param("HTML, CSS AND JAVASCRIPT", id="acronyms that are joined"),
        pytest.param("Vraiment\u202f?!", id="one question and one exclamation mark"),
        pytest.param("What `!!x` does, and a ?? b", id="code"),
        pytest.param("PHP !== JS", id="an operator"),
        pytest.param("Release day 🎉", id="one emoji"),
        pytest.param("France 🇫🇷🇧🇪🇨🇭", id="flags"),
        pytest.param("What comes next for our bakery", id="a plain question"),
        pytest.param("10 ways to keep bread", id="a number"),
        pytest.param("Pourquoi « vous n’allez pas croire » ne marche plus", id="a quotation"),
        pytest.param("Ce qui se passe quand on pétrit", id="ce qui se passe"),
        pytest.param("The machine that bakes", id="plain"),
    ],
)
def test_calm(title):
    assert found(title) == []


def test_both_titles_are_read():
    reading = linked("---\ntitle: Bread!!!\nseo_title: BREAD IS BACK\n---\nWe bake.\n")
    assert [mark.variant for mark in seo_title_shouts(reading, NoOptions())] == ["marks", "capitals"]
