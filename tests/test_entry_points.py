"""The entry points that are found are those that importlib.metadata finds."""

import importlib.metadata
import os.path

import pytest

from smolint.entry_points import EntryPoint, entry_points


@pytest.fixture
def install(tmp_path):
    """A function that writes the metadata of a distribution into a folder."""

    def write(entries, *, folder="site", name="smolint-pigeon", version="1.0", ending=".dist-info", headers=None):
        place = tmp_path / folder / f"{name.replace('-', '_')}-{version}{ending}"
        place.mkdir(parents=True)
        written = f"Metadata-Version: 2.4\nName: {name}\nVersion: {version}\n\nName: no\n"
        metadata = "METADATA" if ending == ".dist-info" else "PKG-INFO"
        (place / metadata).write_text(written if headers is None else headers, encoding="utf-8")
        if entries is not None:
            (place / "entry_points.txt").write_text(entries, encoding="utf-8")
        return str(tmp_path / folder)

    return write


@pytest.mark.parametrize("group", ["smolint", "console_scripts", "pytest11", "no.such.group"])
def test_the_installed_ones(group):
    found = importlib.metadata.entry_points(group=group)
    assert sorted(entry_points(group)) == sorted(
        EntryPoint(one.name, one.value, one.dist.name, one.dist.version) for one in found
    )


@pytest.mark.parametrize(
    ("written", "found"),
    [
        pytest.param("[smolint]\npigeon = smolint_pigeon\n", [("pigeon", "smolint_pigeon")], id="one"),
        pytest.param(
            "[console_scripts]\na = b:c\n\n[smolint]\n x=y:Z \n[other]\nd = e\n", [("x", "y:Z")], id="one of three"
        ),
        pytest.param("[smolint]\n# a = b\n\nc = d\n", [("c", "d")], id="a comment"),
        pytest.param("[console_scripts]\nsmolint = a:b\n", [], id="a command of that name"),
        pytest.param("[smolint]\nnonsense\n", [], id="a line that says nothing"),
        pytest.param("\N{BYTE ORDER MARK}", [], id="next to nothing"),
        pytest.param("", [], id="empty"),
        pytest.param(None, [], id="no file"),
    ],
)
def test_how_they_are_written(install, written, found):
    folder = install(written)
    assert [(one.name, one.value) for one in entry_points("smolint", [folder])] == found


@pytest.mark.parametrize("ending", [".dist-info", ".egg-info"])
def test_whose_they_are(install, ending):
    folder = install("[smolint]\npigeon = p\n", version="2.1", ending=ending)
    assert entry_points("smolint", [folder]) == [EntryPoint("pigeon", "p", "smolint-pigeon", "2.1")]


def test_metadata_that_does_not_say_whose_it_is(install):
    folder = install("[smolint]\npigeon = p\n", headers="Metadata-Version: 2.4\n")
    assert entry_points("smolint", [folder]) == [EntryPoint("pigeon", "p", "?", "?")]


def test_of_a_distribution_that_is_there_twice_the_first_counts(install):
    new = install("[smolint]\npigeon = new\n", folder="new", version="2.0")
    old = install("[smolint]\npigeon = old\n", folder="old", version="1.0")
    assert [one.value for one in entry_points("smolint", [new, old])] == ["new"]


def test_folders_that_are_none(install, tmp_path):
    folder = install("[smolint]\npigeon = p\n")
    (tmp_path / "file").touch()
    assert len(entry_points("smolint", [str(tmp_path / "gone"), str(tmp_path / "file"), folder])) == 1


@pytest.mark.parametrize(
    ("value", "found"),
    [
        pytest.param("os.path", os.path, id="a module"),
        pytest.param("os.path:join", os.path.join, id="a function"),
        pytest.param("os:path.join", os.path.join, id="an attribute of an attribute"),
        pytest.param("os.path : join [extra]", os.path.join, id="blanks and an extra"),
    ],
)
def test_loading(value, found):
    assert EntryPoint("one", value, "?", "?").load() is found


@pytest.mark.parametrize(
    ("value", "error"),
    [
        pytest.param("no_such_module_here", ModuleNotFoundError, id="no module"),
        pytest.param("os:no_such_name", AttributeError, id="no attribute"),
    ],
)
def test_loading_what_is_not_there(value, error):
    with pytest.raises(error):
        EntryPoint("one", value, "?", "?").load()
