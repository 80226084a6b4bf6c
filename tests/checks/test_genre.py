from __future__ import annotations

import pytest

from checks.made import made
from smolint.checks.genre import is_breakdown_notice, is_bulletin, is_news


@pytest.mark.parametrize(
    "title",
    [
        "Announcing Rust 1.30.1",
        "Rust 1.24",
        "Galaxy 25.1 is here!",
        "Four connecté : sortie de la version 2.0",
        "Security advisory for the oven",
        "CVE-2026-1234 in our mixer",
        "Avis de sécurité du 3 mai",
    ],
)
def test_bulletins(title):
    assert is_bulletin(made("We bake.", title=title).draft)


@pytest.mark.parametrize(
    "title",
    [
        "",
        "How we cut our oven's wood by half",
        "Why a 2.5 kg loaf keeps longer than a small one",
        "We burn 1.5% less wood and release less smoke",
        "Ce que le web 2.0 a changé pour nous",
        "La sécurité au fournil",
        "Announcing our winter bread",
    ],
)
def test_other_posts(title):
    assert not is_bulletin(made("We bake.", title=title).draft)


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        pytest.param("Announcing our winter bread", True, id="announcement"),
        pytest.param("The RustConf CFP is now open!", True, id="call"),
        pytest.param("Horaires d’août", True, id="opening hours"),
        pytest.param("Nous recrutons un apprenti", True, id="vacancy"),
        pytest.param("Le concours est ouvert", True, id="contest"),
        pytest.param("Our new oven", False, id="a subject"),
        pytest.param("Pourquoi ouvrir un fournil", False, id="a French subject"),
        pytest.param("Watching the dough rise", False, id="resembles an announcement"),
        pytest.param("", False, id="no title"),
    ],
)
def test_news(title, expected):
    assert is_news(made("We bake.", title=title).draft) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("A DNS outage causes errors.", True, id="outage"),
        pytest.param("Scheduled maintenance on Sunday.", True, id="maintenance"),
        pytest.param("The shop’s site is back online.", True, id="end of an outage"),
        pytest.param("Notre boutique en ligne est actuellement indisponible.", True, id="French outage"),
        pytest.param("Le service est rétabli.", True, id="French end"),
        pytest.param("Our oven needs little maintenance.", False, id="maintenance as a subject"),
        pytest.param("We never run out of flour.", False, id="running out"),
        pytest.param("En panne d’idées ? Venez goûter.", False, id="figure of speech"),
        pytest.param("", False, id="nothing"),
    ],
)
def test_breakdowns(text, expected):
    assert is_breakdown_notice(text) is expected
