"""The marks of hooks are those that pluggy puts on."""

import pluggy
import pytest

from smolint import hookspecs
from smolint.hookspecs import PROJECT, hookimpl, hookspec


def hook():
    """A hook that does nothing."""


def marks(mark, **options):
    """What a mark leaves on a function, put on with and without brackets."""
    copies = [type(hook)(hook.__code__, {}) for _ in range(2)]
    marked = mark(**options)(copies[0])
    return [vars(marked), *([] if options else [vars(mark(copies[1]))])]


@pytest.mark.parametrize(
    "options",
    [
        pytest.param({}, id="plain"),
        pytest.param({"trylast": True}, id="last"),
        pytest.param({"tryfirst": True}, id="first"),
        pytest.param({"wrapper": True}, id="a wrapper"),
        pytest.param({"specname": "smolint_checks", "optionalhook": True}, id="under another name"),
    ],
)
def test_implementations_are_marked_as_pluggy_marks_them(options):
    assert marks(hookimpl, **options) == marks(pluggy.HookimplMarker(PROJECT), **options)


@pytest.mark.parametrize(
    "options", [pytest.param({}, id="plain"), pytest.param({"firstresult": True}, id="one result")]
)
def test_specifications_are_marked_as_pluggy_marks_them(options):
    assert marks(hookspec, **options) == marks(pluggy.HookspecMarker(PROJECT), **options)


def test_an_unknown_option_is_refused():
    with pytest.raises(TypeError):
        hookimpl(trylsat=True)


def test_pluggy_knows_all_hooks():
    manager = pluggy.PluginManager(PROJECT)
    manager.add_hookspecs(hookspecs)
    assert set(vars(manager.hook)) >= {name for name in vars(hookspecs) if name.startswith("smolint_")}
