from importlib import import_module
from pkgutil import iter_modules

from smolint import checks
from smolint.builtin import smolint_checks
from smolint.check import LateCheck


def test_checks_that_come_late_are_those_that_modules_define() -> None:
    modules = [import_module(f"smolint.checks.{module.name}") for module in iter_modules(checks.__path__)]
    defined = {LateCheck(one.name, module.__name__) for module in modules for one in getattr(module, "CHECKS", ())}
    assert set(smolint_checks()) == defined


def test_check_that_comes_late_is_the_one_of_its_name() -> None:
    late = next(one for one in smolint_checks() if one.name == "hashtag-missing")
    assert late.load().name == "hashtag-missing"
