import errno

import pytest

from smolint import gathering as module
from smolint.check import Gathered
from smolint.config import Config
from smolint.errors import SmolintError
from smolint.finding import Finding, Level
from smolint.gathering import AT_ONCE, Gathering, Pile, Spool
from smolint.host import installed_host
from smolint.judging import Evidence
from smolint.session import Session
from smolint.source import Span


def evidence(number):
    finding = Finding(
        "depth/near-duplicate", Level.WARNING, "So.", "a.xml", number, 1, number, 2, Span(0, 1), "", number
    )
    return Evidence(("words", number), finding)


def pile_of(many):
    pile = Pile()
    for number in range(many):
        pile.add(evidence(number))
    return pile


@pytest.mark.parametrize(
    "many",
    [
        pytest.param(0, id="none"),
        pytest.param(3, id="a few"),
        pytest.param(AT_ONCE, id="as many as are put aside at once"),
        pytest.param(2 * AT_ONCE + 1, id="more than are put aside at once"),
    ],
)
@pytest.mark.parametrize("in_memory", [pytest.param(10, id="on the disk"), pytest.param(10**9, id="in memory")])
def test_what_is_put_on_a_pile_is_there_in_order_each_time(many, in_memory, monkeypatch):
    monkeypatch.setattr(module, "_IN_MEMORY", in_memory)
    pile = pile_of(many)
    every = [Gathered("a.xml", number, "", ("words", number)) for number in range(many)]

    assert len(pile) == many
    assert list(pile) == every
    assert list(pile) == every
    assert pile[:2] == every[:2]
    assert [pile.finding(number) for number in range(many)] == [evidence(number).finding for number in range(many)]


def test_any_of_a_pile_can_be_asked_for():
    pile = pile_of(3 * AT_ONCE + 5)
    for number in (0, 3004, 999, 1000, 2999, 3000, 17):
        assert pile[number].kept == ("words", number)
        assert pile.finding(number).line == number
    assert pile[-1].draft == len(pile) - 1


def test_a_pile_can_begin_with_what_is_there():
    pile = Pile([evidence(7)])
    pile.add(evidence(8))
    assert [one.draft for one in pile] == [7, 8]


def test_a_full_disk_is_told(monkeypatch):
    def full(*_, **__):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("tempfile.SpooledTemporaryFile", full)
    with pytest.raises(SmolintError, match="a temporary file cannot be written: the disk is full"):
        Spool().put([b"a"])


def test_each_rule_has_its_pile():
    setup = Session(installed_host(), Config()).setup(".")
    gathering = Gathering()
    gathering.add(setup, [("a/b", evidence(1)), ("a/c", evidence(2))])
    gathering.add(setup, [("a/b", evidence(3))])

    piles = [(given is setup, rule, [one.draft for one in pile]) for given, rule, pile in gathering.piles()]
    assert piles == [(True, "a/b", [1, 3]), (True, "a/c", [2])]
