"""Every way to install smolint gives all of it: plugins, rules, fixtures, facts, catalogues, types."""

import json
import tomllib
import zipfile
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

INSTALLS = ["wheel", "wheel_from_sdist", "folder", "editable"]
PROBE = """
import importlib.metadata, json, pathlib, smolint
from smolint.host import load_host
from smolint.testing import fixtures_folder, load_all_rules
host = load_host(strict=True)
entries = importlib.metadata.entry_points(group="smolint")
fixtures = fixtures_folder()
print(json.dumps({
    "code": str(pathlib.Path(smolint.__file__).parent),
    "entries": sorted(entry.name for entry in entries),
    "plugins": sorted(plugin.name for plugin in host.plugins),
    "modules": {entry.module: str(pathlib.Path(entry.load().__file__).parent) for entry in entries},
    "facts": {name: len(platform.facts) for name, platform in host.platforms.items()},
    "rules": sorted(load_all_rules()),
    "fixtures": sorted(str(path.relative_to(fixtures)) for path in fixtures.rglob("*") if path.is_file()),
}))
"""


@pytest.fixture(scope="module", params=INSTALLS)
def environment(request, new_environment, checkout):
    if request.param == "wheel":
        return request.getfixturevalue("installed_wheel")
    environment = new_environment()
    if request.param == "wheel_from_sdist":
        environment.install(request.getfixturevalue("wheel_from_sdist"))
    elif request.param == "folder":
        environment.install(checkout)
    else:
        environment.install("--editable", checkout)
    return environment


@pytest.fixture(scope="module")
def found(environment):
    return json.loads(environment.run_python("-c", PROBE))


@pytest.fixture(scope="module")
def declared(checkout):
    project = tomllib.loads((checkout / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return project["entry-points"]["smolint"]


def test_every_plugin_is_found_and_loads(found, declared):
    assert found["entries"] == sorted(declared)
    assert found["plugins"] == sorted(["builtin", *declared])


def test_every_platform_has_its_facts(found, declared):
    assert set(found["facts"]) >= set(declared)
    assert all(found["facts"].values())


def test_every_rule_is_found(found, tracked):
    ids = [
        path.relative_to("rules").with_suffix("").as_posix()
        for path in tracked
        if path.parts[0] == "rules" and path.suffix == ".yml"
    ]
    assert found["rules"] == sorted(ids)
    assert ids


def test_every_fixture_is_found(found, tracked):
    names = [str(path.relative_to("fixtures")) for path in tracked if path.parts[0] == "fixtures"]
    assert found["fixtures"] == sorted(names)
    assert names


def test_every_file_of_the_code_is_there(found, tracked):
    """Types, catalogues, facts and word lists too: whatever stands beside the code comes with it."""
    wanted = {path for path in tracked if path.parts[0] == "smolint"}
    assert Path("smolint/py.typed") in wanted
    missing = [str(path) for path in wanted if not Path(found["code"], *path.parts[1:]).is_file()]
    for module, folder in found["modules"].items():
        own = [path for path in tracked if path.parts[:2] == ("plugins", module)]
        assert own
        missing += [str(path) for path in own if not Path(folder, *path.parts[2:]).is_file()]
    assert missing == []


def test_it_lints_outside_the_checkout(environment, found, tmp_path):
    (tmp_path / "post.facebook.txt").write_text("We bake at dawn. Our bread is good.\n", encoding="utf-8")
    done = environment.smolint("--output-format", "json", ".", folder=tmp_path)
    assert done.returncode == 1, done.stdout + done.stderr
    assert "image/missing" in {finding["rule"] for finding in json.loads(done.stdout)["findings"]}


def test_only_the_editable_install_reads_the_checkout(request, environment, found, checkout):
    editable = request.node.callspec.params["environment"] == "editable"
    assert Path(found["code"]).is_relative_to(checkout) == editable


def test_a_wheel_holds_nothing_at_the_root_but_its_packages(wheel, declared):
    with zipfile.ZipFile(wheel) as archive:
        roots = {name.partition("/")[0] for name in archive.namelist()}
    packages = {"smolint", *declared.values()}
    assert roots - packages == {root for root in roots if root.endswith(".dist-info")}


def test_a_wheel_is_the_same_from_a_checkout_and_from_an_archive(wheel, wheel_from_sdist):
    with zipfile.ZipFile(wheel) as one, zipfile.ZipFile(wheel_from_sdist) as other:
        assert sorted(one.namelist()) == sorted(other.namelist())
