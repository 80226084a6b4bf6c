"""What cannot be linted to its end is told, and costs nothing else."""

import time
from dataclasses import replace

import pytest

import smolint
from smolint.check import Check, Mark
from smolint.config import Config
from smolint.host import installed_host
from smolint.session import Session
from smolint.time_limit import alarms

RULES = {"word/first": "first", "word/odd": "odd"}


def first(reading, options):
    yield Mark(reading.draft.body_span)


def odd(reading, options):
    if "crash" in reading.draft.source.text:
        raise ZeroDivisionError("division\n by zero")
    if "slow" in reading.draft.source.text:
        while True:
            sum(range(1000))
    if "late" in reading.draft.source.text:
        until = time.thread_time() + 0.3
        while time.thread_time() < until:
            sum(range(1000))
    return ()


@pytest.fixture
def host(project):
    installed = installed_host()
    for rule, check in RULES.items():
        project(f".rules/{rule}.yml", f"extends: {check}\nmessage: Something.\n")
    checks = {**installed.checks, "first": Check("first", run=first), "odd": Check("odd", run=odd)}
    return replace(installed, checks=checks, packs=(*installed.packs, project.root / ".rules"))


def run(host, **config):
    chosen = {"select": ("word",), "platform": "wordpress", **config}
    return list(smolint.lint(["."], Config(**chosen), host=host))


def told(result):
    return [(one.rule, one.line, one.message) for one in result.findings if one.rule.startswith("source/")]


def rules(result):
    return [one.rule for one in result.findings]


class TestAnInternalError:
    def test_it_is_a_finding_and_costs_one_rule_of_one_draft(self, project, host):
        project("a.md", "---\ntitle: Bread\n---\nA crash.")
        project("b.md", "Bread.")
        a, b = run(host)
        assert told(a) == [
            (
                "source/internal-error",
                4,
                "The rule word/odd failed on this text, because of a bug in smolint or a plugin: "
                "ZeroDivisionError: division by zero.",
            )
        ]
        assert ("word/first" in rules(a), rules(b)) == (True, ["word/first"])
        assert [one.level for one in a.findings if one.rule == "source/internal-error"] == ["error"]
        assert (len(a.crashes), a.unreadable) == (1, False)

    def test_it_is_told_in_french(self, project, host):
        project("a.md", "A crash.")
        (a,) = run(host, ui_language="fr")
        assert "La règle word/odd a échoué" in told(a)[0][2]

    @pytest.mark.parametrize(
        "ignored",
        [
            pytest.param({"ignore": ("source/internal-error",)}, id="everywhere"),
            pytest.param({"per_file_ignores": (("a.md", ("source/internal-error",)),)}, id="for this file"),
            pytest.param({"rules": {"source/internal-error": {"level": "off"}}}, id="off"),
        ],
    )
    def test_one_that_is_ignored_by_name_is_still_no_success(self, project, host, ignored):
        project("a.md", "A crash.")
        (a,) = run(host, **ignored)
        assert (told(a), len(a.crashes)) == ([], 1)

    def test_a_parser_that_fails_costs_its_file(self, project, host):
        def parse(source):
            raise KeyError("brioche")

        project("a.items", "x")
        broken = smolint.Parser("items", (".items",), parse=parse)
        (a,) = run(replace(host, parsers=(broken,)))
        assert told(a)[0][2].endswith("plugin: KeyError: 'brioche'.")
        assert len(a.crashes) == 1


class TestTime:
    def test_a_file_that_takes_too_long_is_told_and_the_others_are_linted(self, project, host):
        project("a.md", "So slow.")
        project("b.md", "Bread.")
        with alarms():
            a, b = run(host, max_seconds=1)
        assert [(rule, line) for rule, line, _ in told(a)] == [("source/too-slow", 1)]
        assert "1 second." in told(a)[0][2].replace("\u00a0", " ")
        assert (a.unreadable, a.unfinished, a.crashes) == (True, True, ())
        assert (rules(b), b.unfinished) == (["word/first"], False)

    def test_without_alarms_the_clock_is_looked_at_between_checks(self, project, host):
        project(".rules/word/zero.yml", "extends: first\nmessage: Something.\n")
        project("a.md", "Rather late.")
        (a,) = run(host, max_seconds=0.1)
        assert rules(a) == ["source/too-slow"]

    def test_each_draft_of_a_file_has_its_time(self, project, host):
        project("tweets/a.tweet", "Rather late.\n---\n" * 4)
        with alarms():
            (a,) = run(host, max_seconds=0.6)
        assert rules(a) == ["word/first"] * 4

    @pytest.mark.parametrize("seconds", [pytest.param(0, id="no limit"), pytest.param(20, id="as it is by default")])
    def test_an_ordinary_file_has_time(self, project, host, seconds):
        project("a.md", "Rather late.")
        with alarms():
            (a,) = run(host, max_seconds=seconds)
        assert rules(a) == ["word/first"]


@pytest.mark.parametrize(
    ("value", "fits"),
    [("0", True), ("2", True), ("0.5", True), ("-1", False), ("nan", False), ("inf", False), ("true", False)],
)
def test_the_configuration_sets_the_time(project, value, fits):
    project("smolint.toml", f"max-seconds = {value}\n")
    session = Session(installed_host())
    if fits:
        assert session.config(project.root).max_seconds == float(value)
    else:
        with pytest.raises(smolint.ConfigError, match="a number from 0 up to 100,000,000"):
            session.config(project.root)
