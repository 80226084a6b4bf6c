"""The figures of several results together are those that a run counts one by one."""

import pytest

from smolint.cli.tally import Tally
from smolint.finding import Edit, FileResult, Finding, Fix, Level, Note, figures_of, sum_of
from smolint.source import Span

MEND = Fix("Mend it.", (Edit(Span(0, 1), ""),))


def finding(rule, level=Level.WARNING, fix=None):
    return Finding(rule, level, "", "", 1, 1, 1, 2, Span(0, 1), fix=fix)


RESULTS = [
    FileResult("a.md", (finding("b"), finding("a", Level.ERROR, MEND), finding("b")), drafts=1, suppressed=2),
    FileResult("b.md", (), notes=(Note("b.md", "skipped"),)),
    FileResult("c.md", (finding("c", Level.SUGGESTION), finding("a")), drafts=3, notes=(Note("c.md", "odd"),)),
]


@pytest.mark.parametrize("count", range(1, len(RESULTS) + 1))
def test_a_sum_is_what_a_run_counts(count):
    one_by_one, at_once = Tally(), Tally()
    for result in RESULTS[:count]:
        one_by_one.add(result)
    figures = [figures_of(result) for result in RESULTS[:count]]
    paths = [result.path for result, one in zip(RESULTS, figures, strict=False) if one.counts]
    at_once.count(paths, sum_of(figures))
    one_by_one.began = at_once.began = 0
    wanted, found = one_by_one.summary(), at_once.summary()
    for name in ("files", "drafts", "by_level", "notes", "suppressed", "fixable", "fixable_unsafe", "baselined"):
        assert getattr(found, name) == getattr(wanted, name)
    assert list(found.by_rule.items()) == list(wanted.by_rule.items())


def test_what_is_skipped_counts_for_nothing():
    assert not sum_of([figures_of(RESULTS[1])]).counts
