from __future__ import annotations

from dataclasses import replace

import pytest

from checks.linked import linked, texts
from checks.made import made
from smolint.checks.link_count import NoOutbound, link_no_outbound
from smolint.checks.sources import NoSources, no_sources

PROSE = "The flour comes from a mill by the river, where the wheel has turned since the war. "
CLAIM = "According to a recent study, bread sells best at six."
SHORT = NoSources(min_words=20)


def found(text: str, language: str = "en", **changes: object) -> list[str]:
    return texts(linked(f"{PROSE * 3}\n\n{text}", language=language, **changes), no_sources, SHORT)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        pytest.param("According to a recent study, bread sells best at six.", "en", id="according to a study"),
        pytest.param("According to researchers, crust sings.", "en", id="according to researchers"),
        pytest.param("Studies show that rye keeps longer.", "en", id="studies show"),
        pytest.param("One recent survey found that bread is loved.", "en", id="a survey found"),
        pytest.param("Experts agree that salt matters.", "en", id="experts agree"),
        pytest.param("Sourdough is clinically proven to please.", "en", id="clinically proven"),
        pytest.param("Today 73% of consumers buy rye.", "en", id="share of a population"),
        pytest.param("Seven out of ten people eat bread daily.", "en", id="seven out of ten"),
        pytest.param("Selon une étude récente, le levain se digère mieux.", "fr", id="selon une étude"),
        pytest.param("D’après les chercheurs, la croûte chante.", "fr", id="d'après les chercheurs"),
        pytest.param("Des études montrent que le seigle se garde.", "fr", id="des études montrent"),
        pytest.param("Aujourd’hui, 73\u00a0% des Français achètent du pain.", "fr", id="part d'une population"),
        pytest.param("Un Français sur deux mange du pain le soir.", "fr", id="un Français sur deux"),
        pytest.param("Il est prouvé que le pain rend heureux.", "fr", id="il est prouvé"),
    ],
)
def test_marks_the_claim(text, language):
    assert found(f"{text} Nobody minds.", language) == [text]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("According to Mary, bread sells best at six.", id="a person"),
        pytest.param("According to our study, bread sells best at six.", id="one's own study"),
        pytest.param("In our shop, 73% of customers ask for rye.", id="counted oneself"),
        pytest.param("The dough holds 73% of water, and 100% of it is rye.", id="a recipe"),
        pytest.param("20% off all loaves until Sunday.", id="an offer"),
        pytest.param("User research indicates that the page is slow.", id="users asked"),
        pytest.param("The study is on the first floor; research takes time.", id="the words alone"),
        pytest.param("> According to a recent study, bread sells best at six.", id="quoted"),
        pytest.param(f"{CLAIM} [Here](https://study.example) it is.", id="linked"),
        pytest.param(f"{CLAIM}[^1]\n\n[^1]: The study of Albi, 2021.", id="footnote"),
        pytest.param("According to a recent study (Dupont, 2021), bread sells best.", id="author and year"),
        pytest.param(f"{CLAIM}\n\nSources: the study of Albi.", id="list of sources"),
        pytest.param(f"{CLAIM}\n\n```\na\n```\n\n```\nb\n```", id="code"),
        pytest.param(
            f"{CLAIM} I told my wife, and I was glad that I did; my son and I, my dog and me.", id="own story"
        ),
        pytest.param(f"{CLAIM} [More]({{{{ url }}}})", id="link that a template makes"),
    ],
)
def test_leaves_alone(text):
    assert found(text) == []


def test_short_posts_are_left_alone():
    reading = linked(f"{PROSE * 3}\n\n{CLAIM}")
    assert texts(reading, no_sources, NoSources()) == []
    assert texts(linked(f"{PROSE * 30}\n\n{CLAIM}"), no_sources, NoSources()) == [CLAIM]


@pytest.mark.parametrize("title", ["Results of our survey", "Rust 1.30.1 is out", "Notre enquête"])
def test_posts_that_are_the_source_themselves(title):
    reading = made(*([PROSE] * 40), CLAIM, title=title)
    assert texts(reading, no_sources, NoSources()) == []


def test_only_the_first_claim_is_marked():
    (mark,) = no_sources(linked(f"{PROSE * 3}\n\n{CLAIM} Studies show more."), SHORT)
    assert mark.values == {"claim": "According to a recent study"}


@pytest.mark.parametrize("claim", [CLAIM, ""], ids=["with a claim", "without"])
def test_a_missing_source_is_said_once(claim):
    reading = linked(f"{PROSE * 60}\n\n{claim}")
    said = [*texts(reading, no_sources, NoSources()), *texts(reading, link_no_outbound, NoOutbound())]
    assert len(said) == 1
    assert said[0] == (claim or PROSE.strip())


def test_a_rendered_page_is_left_alone():
    reading = linked(f"{PROSE * 40}\n\n{CLAIM}")
    reading.draft = replace(reading.draft, page=True)
    assert texts(reading, no_sources, NoSources()) == []
