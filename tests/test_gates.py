from dataclasses import replace

import pytest

from smolint.builtin import smolint_checks
from smolint.config import Config
from smolint.draft import Block, Content, Draft, Problem
from smolint.finding import Level
from smolint.gates import GATES, WordGate, may_speak
from smolint.host import installed_host
from smolint.literals import Literal, Literals
from smolint.reading import Reading
from smolint.selection import Selected
from smolint.setup import make_setup
from smolint.source import Piece, Source, Span
from smolint.testing import load_all_rules

RULES = load_all_rules()
WORDS = replace(
    RULES["wording/jargon"],
    needs=Literals([Literal("synergy", opens=True, closes=True), Literal("let's be"), Literal("ovens")]).by_word,
)


def reading(text, **more):
    block = Block("paragraph", text, (Piece(0, len(text), 0, len(text)),))
    draft = Draft(Source("post.txt", text), Content((block,)), "text", post=block, platform="twitter", language="en")
    return Reading(replace(draft, **more), installed_host().platforms["twitter"])


def test_every_gate_is_that_of_a_check():
    assert set(GATES) <= {one.name for one in smolint_checks()}


@pytest.mark.parametrize(
    ("rule", "text", "open_"),
    [
        ("hashtag/repeated", "Bread #dawn #dawn", True),
        ("hashtag/repeated", "Bread #dawn", False),
        ("mention/invalid", "Thanks, @some-one", True),
        ("mention/invalid", "Thanks to all", False),
        ("link/insecure", "See HTTP://example.com", True),
        ("link/insecure", "See https://example.com", False),
        ("link/tracking-junk", "https://example.com?fbclid=1", True),
        ("link/tracking-junk", "Is it? https://example.com", False),
        ("accessibility/fancy-letters", "𝐁𝐫𝐞𝐚𝐝", True),
        ("accessibility/fancy-letters", "Bread", False),
        ("safety/personal-data", "Call 07 700 900 123", True),
        ("safety/personal-data", "In 2024, 12 loaves", False),
        ("safety/secret", "key: " + "k3" * 10, True),
        ("safety/secret", "No key here", False),
        (
            "typography/french-spacing",
            "Nous avons cuit le pain avec les gens du village, et nous en sommes très contents !",
            True,
        ),
        ("image/format", "A text without images", False),
        ("source/unreadable", "A text without problems", False),
    ],
)
def test_a_gate_lets_through_what_its_check_may_report(rule, text, open_):
    assert may_speak(RULES[rule], reading(text)) is open_


def test_a_problem_of_the_parser_is_let_through():
    found = reading("Bread", problems=(Problem("source/unreadable", Span(0, 0)),))
    assert may_speak(RULES["source/unreadable"], found)


@pytest.mark.parametrize(
    ("text", "open_"),
    [
        pytest.param("So much Synergy", True, id="in capitals"),
        pytest.param("Let’s\nbe here", True, id="a curly apostrophe"),
        pytest.param("Bread and butter", False, id="none"),
        pytest.param("Bread and butter " * 500, False, id="a long text"),
        pytest.param("All synergyzed", False, id="a word that goes on"),
        pytest.param("Let us be here, let’s", False, id="its words apart"),
        pytest.param("Stovens", True, id="a part of a word"),
    ],
)
def test_a_rule_of_words_needs_one_of_them(text, open_):
    assert (WORDS.id not in WordGate([WORDS]).silent(reading(text))) is open_


def test_words_that_a_configuration_adds_are_looked_for():
    setup = make_setup(Config(rules={"wording/jargon": {"tokens": ["butter"]}}), installed_host())
    selected = [Selected(setup.rules[name], Level.WARNING) for name in ("wording/jargon", "wording/wordy")]
    assert setup.silent(reading("Bread and butter"), selected) == {"wording/wordy"}
