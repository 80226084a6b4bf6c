"""Files linted in several processes: the same results in the same order, whatever becomes of a process."""

import multiprocessing
import os
import signal
from dataclasses import replace

import pytest

from smolint.cache.linting import CachedLint
from smolint.cache.store import Store
from smolint.check import Check, Mark, Trace
from smolint.config import Config
from smolint.engine import lint
from smolint.host import installed_host
from smolint.session import Session
from smolint.workers.ordered import Lookout
from smolint.workers.worker import Means

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="these checks live in this process: it must be forked")


class Odd:
    """No plain data."""

    def __eq__(self, other):
        return isinstance(other, Odd)

    __hash__ = None


def act(reading, options):
    """Does what the draft says."""
    text = reading.draft.source.text
    if "killed" in text:
        os.kill(os.getpid(), signal.SIGKILL)
    if "exits" in text:
        os._exit(7)
    if "fails" in text:
        raise ZeroDivisionError
    if "deaf" in text:
        signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGALRM])
    if "hangs" in text:
        while True:
            sum(range(1000))
    yield Mark(reading.draft.body_span)


def gather(reading, options):
    text = "".join(block.text for block in reading.draft.blocks)
    return Trace(Mark(reading.draft.body_span), Odd() if "odd" in text else (text, len(text)))


def conclude(traces, options):
    for number, trace in enumerate(traces):
        twins = [other.path for other in traces if other.kept == trace.kept and other.path != trace.path]
        if twins:
            yield number, {"twin": twins[0]}


@pytest.fixture
def session(project):
    installed = installed_host()
    project(".rules/word/act.yml", "extends: act\nmessage: Here.\n")
    project(".rules/text/twice.yml", "extends: twice\nmessage: 'Said in {twin} too.'\n")
    checks = {
        **installed.checks,
        "act": Check("act", run=act),
        "twice": Check("twice", gather=gather, conclude=conclude),
    }
    host = replace(installed, checks=checks, packs=(*installed.packs, project.root / ".rules"))
    return Session(host, Config(platform="wordpress", select=("word", "text"), max_seconds=2))


@pytest.fixture
def crew(session):
    """Lints the drafts in three processes."""
    lookouts = []

    def run(cache=None, **wanted):
        lookout = Lookout(3, lambda: Means(session, cache), cache, **wanted)
        lookouts.append(lookout)
        return list(lint(["."], session=session, every=lookout.every))

    yield run
    for lookout in lookouts:
        lookout.close()
    assert not multiprocessing.active_children()


def write(project, texts):
    for number, text in enumerate(texts):
        project(f"{number:03}.md", text)


def rules(results):
    return [(one.path, [finding.rule for finding in one.findings]) for one in results]


TEXTS = {
    "one": ["Bread."],
    "some": [f"Bread {number}." for number in range(30)],
    "more than are looked ahead": [f"Bread {number}." for number in range(230)],
    "twins, which are found at the end": ["Bread.", "Cake.", "Bread.", "Pie.", "Cake."],
    "some that fail": ["Bread.", "It fails.", "Cake.", "\0", "It fails."],
    "facts that are no plain data": ["Bread.", "An odd one.", "Cake.", "Another odd one."],
    "none": [],
}


@pytest.mark.parametrize("texts", [pytest.param(texts, id=name) for name, texts in TEXTS.items()])
def test_the_results_are_those_of_one_process(project, session, crew, texts):
    write(project, texts)
    serial = [replace(one, crashes=()) for one in lint(["."], session=session)]
    parallel = crew()
    assert [replace(one, crashes=()) for one in parallel] == serial
    assert sum(len(one.crashes) for one in parallel) == sum("fails" in text for text in texts)


@pytest.mark.parametrize(
    ("text", "reason"),
    [pytest.param("It is killed.", "SIGKILL", id="killed"), pytest.param("It exits.", "exit 7", id="ended by a check")],
)
def test_a_process_that_dies_costs_one_file(project, crew, text, reason):
    write(project, ["Bread."] * 5 + [text] + ["Bread."] * 5 + [text] + ["Bread."] * 5)
    results = [one for one in crew() if not all(finding.rule == "text/twice" for finding in one.findings)]
    died = {"005.md", "011.md"}
    expected = [
        (f"{number:03}.md", ["source/internal-error" if f"{number:03}.md" in died else "word/act"])
        for number in range(17)
    ]
    assert rules(results) == expected
    assert f"died ({reason})" in results[5].findings[0].message
    assert [len(one.crashes) for one in results] == [int(path in died) for path, _ in expected]


@pytest.mark.parametrize("text", [pytest.param("It hangs.", id="alarmed"), pytest.param("It hangs, deaf.", id="ended")])
def test_one_that_hangs_costs_one_file(project, crew, text):
    write(project, ["Bread.", text, "Cake.", "Pie."])
    results = crew()
    assert rules(results) == [
        ("000.md", ["word/act"]),
        ("001.md", ["source/too-slow"]),
        ("002.md", ["word/act"]),
        ("003.md", ["word/act"]),
    ]
    assert (results[1].unreadable, results[1].unfinished) == (True, True)


class TestWithACache:
    def cache(self, project):
        return CachedLint(Store(project.root / ".cache"))

    def test_what_is_known_is_not_linted_again(self, project, crew):
        write(project, ["Bread.", "It fails.", "Cake.", "An odd one.", "It is killed.", "Bread."])
        first, second = self.cache(project), self.cache(project)
        made = crew(first)
        first.close()
        again = crew(second)
        assert again == made
        assert (first.hits, second.hits) == (0, 3)

    def test_a_run_without_processes_knows_it_too(self, project, session, crew):
        write(project, TEXTS["some"])
        first, second = self.cache(project), self.cache(project)
        made = crew(first)
        first.close()
        assert list(lint(["."], session=session, each=second.file)) == made
        assert second.hits == len(made)
        second.close()


def test_some_files_are_for_the_corpus_checks_alone(project, crew):
    write(project, ["Bread.", "Cake.", "Bread."])
    results = crew(for_corpus=lambda path: path.name != "001.md")
    assert rules(results) == [
        ("000.md", []),
        ("001.md", ["word/act"]),
        ("002.md", []),
        ("000.md", ["text/twice"]),
        ("002.md", ["text/twice"]),
    ]


def test_few_files_are_not_worth_a_process(project, session):
    write(project, TEXTS["some"])
    lookout = Lookout(0, lambda: Means(session))
    assert len(list(lint(["."], session=session, every=lookout.every))) == 30
    assert lookout.crew is None


@pytest.mark.skipif(len(getattr(os, "sched_getaffinity", lambda _: [0])(0)) < 2, reason="there is one processor")
def test_many_are(project, session):
    write(project, ["Bread is good. " * 2000] * 60)
    lookout = Lookout(0, lambda: Means(session))
    results = lint(["."], session=session, every=lookout.every)
    next(iter(results))
    assert lookout.crew is not None
    lookout.close()


def test_no_more_processes_can_be_had(project, session, crew, monkeypatch):
    def refused():
        raise OSError("no more processes")

    write(project, TEXTS["some"])
    serial = list(lint(["."], session=session))
    monkeypatch.setattr(os, "fork", refused)
    assert crew() == serial
