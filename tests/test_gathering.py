import pytest

from smolint.config import Config
from smolint.finding import Finding, Level
from smolint.gathering import PACKED_AT_ONCE, Gathering, Pile
from smolint.host import installed_host
from smolint.judging import Evidence
from smolint.session import Session
from smolint.source import Span


def evidence(number):
    finding = Finding("depth/near-duplicate", Level.WARNING, "So.", "a.xml", number, 1, number, 2, Span(0, 1))
    return Evidence(("words", number), finding)


@pytest.mark.parametrize(
    "many",
    [
        pytest.param(0, id="none"),
        pytest.param(3, id="a few"),
        pytest.param(PACKED_AT_ONCE, id="as many as are packed at once"),
        pytest.param(2 * PACKED_AT_ONCE + 1, id="more than are packed at once"),
    ],
)
def test_what_is_put_on_a_pile_is_there_in_order_each_time(many):
    pile, every = Pile(), [evidence(number) for number in range(many)]
    for one in every:
        pile.add(one)

    assert list(pile) == every
    assert list(pile) == every


def test_each_rule_has_its_pile():
    setup = Session(installed_host(), Config()).setup(".")
    gathering = Gathering()
    gathering.add(setup, [("a/b", evidence(1)), ("a/c", evidence(2))])
    gathering.add(setup, [("a/b", evidence(3))])

    assert [(given is setup, rule, list(pile)) for given, rule, pile in gathering.piles()] == [
        (True, "a/b", [evidence(1), evidence(3)]),
        (True, "a/c", [evidence(2)]),
    ]
