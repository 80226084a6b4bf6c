from pathlib import PurePath
from types import ModuleType

import pytest

from smolint.check import Check
from smolint.draft import Field
from smolint.entry_points import entry_points
from smolint.errors import PluginError
from smolint.hookspecs import hookimpl
from smolint.host import installed_host, load_host, platforms
from smolint.parsers.parser import Parser
from smolint.platform import Platform
from smolint.reporters.reporter import Reporter
from smolint.source import Span


class Entry:
    """An entry point of a made-up distribution."""

    distribution = "smolint-ourbrand"
    version = "1.2.3"

    def __init__(self, name, load):
        self.name = name
        self.load = load


def plugin(**hooks):
    """A module with these hooks, each marked as an implementation."""
    module = ModuleType("ourbrand")
    for name, value in hooks.items():
        setattr(module, name, value if callable(value) else hookimpl(_returning(name, value)))
    return module


def _returning(name, value):
    def hook():
        return value

    hook.__name__ = name
    return hook


@pytest.fixture
def install(monkeypatch):
    """A function that adds plugins to the installed ones, each under its name."""
    installed_host()

    def add(**plugins):
        entries = [Entry(name, one if callable(one) else (lambda one=one: one)) for name, one in plugins.items()]
        monkeypatch.setattr("smolint.host.entry_points", lambda group: [*entry_points(group), *entries])

    return add


GOOD = {
    "smolint_platforms": [Platform("ourbrand", "Our Brand", kind="social", aliases=("ob",))],
    "smolint_checks": [Check("brand-name")],
    "smolint_parsers": [Parser("brand", (".brand",), parse=iter)],
}


def failing(error):
    def load():
        raise error

    return load


def hook_failing():
    raise ZeroDivisionError("no brand")


def with_argument(reading):
    return [reading]


hook_failing.__name__ = "smolint_checks"


def test_a_plugin_registers_what_it_has(install):
    install(ourbrand=plugin(**GOOD))
    host = load_host(strict=True)
    assert host.platforms["ourbrand"].label == "Our Brand"
    assert "brand-name" in host.checks
    assert ".brand" in [ending for parser in host.parsers for ending in parser.endings]
    (loaded,) = [one for one in host.plugins if one.name == "ourbrand"]
    assert (loaded.distribution, loaded.version, loaded.problem) == ("smolint-ourbrand", "1.2.3", "")
    assert (loaded.platforms, loaded.checks, loaded.parsers) == (("ourbrand",), ("brand-name",), ("brand",))


@pytest.mark.parametrize(
    ("broken", "problem"),
    [
        pytest.param(
            failing(ImportError("No module named 'x'")), "ImportError: No module named 'x'", id="not importable"
        ),
        pytest.param(failing(SyntaxError("bad")), "SyntaxError: bad", id="not Python"),
        pytest.param(failing(SystemExit(3)), "SystemExit: 3", id="leaves the program"),
        pytest.param(plugin(smolint_checks=hookimpl(hook_failing)), "ZeroDivisionError: no brand", id="a failing hook"),
        pytest.param(plugin(smolint_chekcs=[]), "there is no hook named 'smolint_chekcs'", id="a misspelt hook"),
        pytest.param(
            plugin(smolint_check=list),
            "there is no hook named 'smolint_check'",
            id="a misspelt hook without its mark",
        ),
        pytest.param(
            plugin(smolint_checks=list), "'smolint_checks' is not marked @hookimpl", id="a hook without its mark"
        ),
        pytest.param(
            plugin(smolint_checks=hookimpl(with_argument)), "Argument(s) {'reading'}", id="an argument too many"
        ),
        pytest.param(
            plugin(smolint_platforms=[Platform("facebook", "F", kind="social")]),
            "the platform 'facebook' is registered already",
            id="a platform that is there",
        ),
        pytest.param(
            plugin(smolint_checks=[Check("closing-question")]),
            "the check 'closing-question' is registered already",
            id="a check that is there",
        ),
        pytest.param(
            plugin(smolint_checks=[Check("brand"), Check("brand")]),
            "the check 'brand' is registered already",
            id="one check twice",
        ),
        pytest.param(
            plugin(smolint_reporters=[Reporter("json", {}, open=print)]),
            "the reporter 'json' is registered already",
            id="a reporter that is there",
        ),
        pytest.param(
            plugin(smolint_checks=[{"name": "brand"}]),
            "smolint_checks must give a list of Check, not of dict",
            id="a check that is none",
        ),
        pytest.param(
            plugin(smolint_platforms=["brand"]),
            "smolint_platforms must give a list of Platform, not of str",
            id="a platform that is a name",
        ),
        pytest.param(
            plugin(smolint_rule_packs=["rules"]),
            "smolint_rule_packs must give a list of Path, not of str",
            id="a pack as text",
        ),
    ],
)
def test_a_broken_plugin_is_left_out_and_named(install, broken, problem):
    install(broken=broken, ourbrand=plugin(**GOOD))
    host = load_host()
    warning = str(host.warnings[0])
    assert warning.startswith("plugin 'broken' (smolint-ourbrand 1.2.3) is left out: ")
    assert problem in warning
    (loaded,) = [one for one in host.plugins if one.name == "broken"]
    assert problem in str(loaded.problem)
    assert "ourbrand" in host.platforms
    assert set(installed_host().platforms) < set(host.platforms)
    with pytest.raises(PluginError, match="is left out"):
        load_host(strict=True)


def test_a_plugin_is_taken_whole_or_not_at_all(install):
    install(broken=plugin(**{**GOOD, "smolint_reporters": [3]}))
    host = load_host()
    assert "ourbrand" not in host.platforms
    assert "brand-name" not in host.checks


def test_a_rule_that_cannot_be_read_costs_only_its_plugins_rules(install, tmp_path):
    (tmp_path / "brand").mkdir()
    (tmp_path / "brand" / "name.yml").write_text("extends: no-such-check\nmessage: x\n", encoding="utf-8")
    brand = plugin(smolint_rule_packs=[tmp_path], smolint_platforms=[Platform("ourbrand", "Our Brand", kind="social")])
    install(brand=brand)
    host = load_host()
    warning = str(host.warnings[0])
    assert "'brand' (smolint-ourbrand 1.2.3) brings no rules" in warning
    assert "name.yml:1: no check is named 'no-such-check'" in warning
    assert tmp_path not in host.packs
    assert "ourbrand" in host.platforms
    with pytest.raises(PluginError, match="brings no rules"):
        load_host(strict=True)


def test_two_plugins_of_one_name(install, monkeypatch):
    entries = [Entry("twice", lambda: plugin()), Entry("twice", lambda: plugin(**GOOD))]
    monkeypatch.setattr("smolint.host.entry_points", lambda _: entries)
    warning = str(load_host().warnings[0])
    assert "twice" in warning


def test_pluggy_finds_nothing_wrong_with_smolints_own_plugins(monkeypatch):
    own = installed_host()
    monkeypatch.setattr("smolint.host.OWN", "nobody")
    asked = load_host(strict=True)
    assert list(asked.platforms) == list(own.platforms)
    assert list(asked.checks) == list(own.checks)
    assert [one.name for one in asked.parsers] == [one.name for one in own.parsers]
    assert list(asked.reporters) == list(own.reporters)
    assert [(one.name, one.module) for one in asked.plugins] == [(one.name, one.module) for one in own.plugins]
    for fields in (
        {},
        {"marp": Field(True, Span(0, 4), Span(0, 4))},
        {"media": Field(["linkedin-team"], Span(0, 4), Span(0, 4))},
    ):
        assert asked.detect(PurePath("deck.md"), fields) == own.detect(PurePath("deck.md"), fields)


def test_a_plugin_is_asked_for_the_platform_before_smolints_own(install):
    def detect(path, fields):
        return ["ourbrand"] if "brand" in path.parts else None

    detect.__name__ = "smolint_detect_platform"
    install(ourbrand=plugin(smolint_detect_platform=hookimpl(detect)))
    host = load_host(strict=True)
    fields = {"media": Field(["linkedin-team"], Span(0, 4), Span(0, 4))}
    assert host.detect(PurePath("brand/a.md"), fields) == ["ourbrand"]
    assert host.detect(PurePath("posts/a.md"), fields) == ["linkedin"]
    assert host.detect(PurePath("posts/a.md"), {}) is None


def test_the_installed_plugins_are_sound():
    host = load_host(strict=True)
    assert host.warnings == ()
    assert {"wordpress", "twitter", "facebook", "linkedin"} <= set(host.platforms)
    assert platforms() is installed_host().platforms
    for one in host.plugins:
        assert one.version not in ("", "?")


@pytest.mark.parametrize(
    ("name", "found"),
    [
        pytest.param("facebook", "facebook", id="its name"),
        pytest.param("Facebook", "facebook", id="in capitals"),
        pytest.param(" facebook ", "facebook", id="with blanks"),
        pytest.param("fb", "facebook", id="another name"),
        pytest.param("X", "twitter", id="a letter"),
        pytest.param("friendster", None, id="unknown"),
        pytest.param("", None, id="nothing"),
    ],
)
def test_platforms_by_name(name, found):
    platform = installed_host().platform(name)
    assert (platform.name if platform else None) == found


def test_no_two_platforms_share_a_name_an_ending_or_a_folder():
    claimed = [
        claim
        for one in platforms().values()
        for claim in {one.name, *one.aliases, *one.endings, *(f"{folder}/" for folder in one.folders)}
    ]
    assert len(claimed) == len(set(claimed))
