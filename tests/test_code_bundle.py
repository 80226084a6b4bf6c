"""Modules that come from a bundle are those that Python would have found, as long as it would find the same."""

import importlib
import inspect
import os
import sys
import traceback

import pytest

from smolint import code_bundle

PACKAGE = "smolint_sample"
SOURCES = {
    "__init__.py": "",
    "bread.py": '"""Bread."""\n\n\ndef bake(loaves):\n    return 12 / loaves\n',
    "oven/__init__.py": "from smolint_sample.bread import bake\n",
    "oven/heat.py": "degrees = 230\n",
}
MODULES = ("smolint_sample.bread", "smolint_sample.oven", "smolint_sample.oven.heat")


@pytest.fixture
def site(tmp_path, monkeypatch):
    """A folder of installed packages, with an empty cache."""
    site = tmp_path / "site"
    for name, source in SOURCES.items():
        (site / PACKAGE / name).parent.mkdir(parents=True, exist_ok=True)
        (site / PACKAGE / name).write_text(source, encoding="utf-8")
    monkeypatch.syspath_prepend(site)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(code_bundle, "_PACKAGE", str(site / "smolint"))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    yield site
    code_bundle.keep()
    forget()


def forget():
    """Let Python look for the modules anew."""
    importlib.invalidate_caches()
    for name in [name for name in sys.modules if name.split(".")[0] == PACKAGE]:
        del sys.modules[name]


def run(names=MODULES):
    """Import modules as a run of the command does; those that came from the bundle."""
    forget()
    code_bundle.use()
    found = [importlib.import_module(name) for name in names]
    code_bundle.keep()
    return {one.__name__ for one in found if isinstance(one.__loader__, code_bundle._Loader)}


def bundle(site):
    (found,) = (site.parent / "cache" / "smolint").glob("*.code")
    return found


def test_a_run_takes_the_modules_that_an_earlier_one_imported(site):
    assert run(MODULES[:1]) == set()
    assert run() == set(MODULES[:1])
    assert run() == set(MODULES)


def test_nothing_is_written_where_nothing_is_new(site):
    run()
    before = bundle(site).stat().st_mtime_ns
    run()
    run(MODULES[:1])
    assert bundle(site).stat().st_mtime_ns == before


def test_a_module_tells_the_same_of_itself(site):
    def told(name):
        module, spec = sys.modules[name], sys.modules[name].__spec__
        facts = {key: getattr(module, key, None) for key in ("__file__", "__cached__", "__package__", "__path__")}
        return facts, module.__doc__, spec.origin, spec.has_location, inspect.getsource(module)

    run()
    forget()
    for name in MODULES:
        importlib.import_module(name)
    expected = [told(name) for name in MODULES]
    assert run() == set(MODULES)
    assert [told(name) for name in MODULES] == expected


def test_a_traceback_shows_the_line(site):
    run()
    run()
    with pytest.raises(ZeroDivisionError) as failure:
        sys.modules["smolint_sample.oven"].bake(0)
    assert "return 12 / loaves" in "".join(traceback.format_exception(failure.value))
    assert str(site / PACKAGE / "bread.py") in "".join(traceback.format_exception(failure.value))


@pytest.mark.parametrize("change", ["longer", "as long", "gone"])
def test_a_module_that_changed_is_read_anew(site, change):
    run()
    path = site / PACKAGE / "oven" / "heat.py"
    if change == "gone":
        path.unlink()
        with pytest.raises(ModuleNotFoundError):
            run()
        return
    degrees = 1180 if change == "longer" else 250
    path.write_text(f"degrees = {degrees}\n", encoding="utf-8")
    os.utime(path, (path.stat().st_atime, path.stat().st_mtime + 5))
    assert run() == set(MODULES[:2])
    assert sys.modules["smolint_sample.oven.heat"].degrees == degrees
    assert run() == set(MODULES)


def test_a_package_in_another_folder_is_another(site, tmp_path, monkeypatch):
    run()
    other = tmp_path / "other"
    other.mkdir()
    (site / PACKAGE).rename(other / PACKAGE)
    monkeypatch.syspath_prepend(other)
    assert run() == set()


def test_a_package_that_comes_before_the_kept_one_is_taken(site, tmp_path, monkeypatch):
    run((PACKAGE, *MODULES))
    assert run((PACKAGE, *MODULES)) == {PACKAGE, *MODULES}
    (tmp_path / "first" / PACKAGE).mkdir(parents=True)
    (tmp_path / "first" / PACKAGE / "__init__.py").touch()
    monkeypatch.syspath_prepend(tmp_path / "first")
    assert run((PACKAGE,)) == set()
    assert sys.modules[PACKAGE].__path__ == [str(tmp_path / "first" / PACKAGE)]


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda _: b"", id="empty"),
        pytest.param(lambda content: content[:30], id="cut off in the index"),
        pytest.param(lambda content: content[:-1], id="cut off in the code"),
        pytest.param(lambda content: content[:40] + b"\0" + content[41:], id="changed"),
        pytest.param(lambda content: b"x" + content[1:], id="another seal"),
    ],
)
def test_a_damaged_bundle_is_not_used(site, damage):
    run()
    bundle(site).write_bytes(damage(bundle(site).read_bytes()))
    assert run() == set()
    assert run() == set(MODULES)


def test_nothing_is_kept_in_a_checkout(site):
    (site / "pyproject.toml").touch()
    assert run() == run() == set()
    assert not (site.parent / "cache").exists()


def test_nothing_is_kept_where_python_is_to_keep_nothing(site, monkeypatch):
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert run() == run() == set()
    assert not (site.parent / "cache").exists()


def test_a_folder_that_cannot_be_written_does_no_harm(site, tmp_path, monkeypatch):
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    assert run() == run() == set()


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="files have no owners")
def test_a_bundle_of_somebody_else_is_not_used(site, monkeypatch):
    run()
    monkeypatch.setattr(os, "geteuid", lambda: -2)
    assert run() == set()


def test_a_program_that_uses_smolint_imports_as_ever(site):
    importlib.import_module(MODULES[0])
    code_bundle.keep()
    assert not (site.parent / "cache").exists()


def test_a_byte_that_changed_in_the_code_of_a_module_costs_that_module_only(site):
    run()
    path = bundle(site)
    content = path.read_bytes()
    at = content.index(b"degrees")
    path.write_bytes(content[:at] + b"DEGREES" + content[at + 7 :])

    assert run() == set(MODULES[:2])
    assert sys.modules["smolint_sample.oven.heat"].degrees == 230
    assert run() == set(MODULES)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_in_the_place_of_the_bundle_keeps_nobody_waiting(site):
    run()
    path = bundle(site)
    path.unlink()
    os.mkfifo(path)

    assert run() == set()


def test_a_bundle_in_the_place_of_another_is_not_used(site, monkeypatch):
    run()
    path = bundle(site)
    monkeypatch.setattr(code_bundle, "_FORMAT", 0)
    path.rename(code_bundle._place())
    assert run() == set()
