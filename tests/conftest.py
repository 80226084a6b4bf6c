import os
from pathlib import Path

import pytest
from hypothesis import settings

from smolint.config import find_config

collect_ignore = ["example_plugin"]  # a project of its own, tested where it is installed: tests/packaging

if not os.environ.get("CI"):
    # In CI hypothesis has a profile of its own, without deadlines as well: how long a test takes says nothing here.
    settings.register_profile("desk", deadline=None)
    settings.load_profile("desk")

DICTIONARIES = Path(__file__).parent / "data" / "dictionaries"
SHARED = Path(__file__).parent.parent.parent / "shared"


@pytest.fixture(scope="session", autouse=True)
def _own_cache(tmp_path_factory):
    """Compiled rules and results go to a folder of this run, never to the developer's own cache.

    Words are looked up in the small dictionaries of the tests, whatever the system holds.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DICPATH", str(DICTIONARIES))
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture
def project(tmp_path, monkeypatch):
    """An empty folder that is the current one, with a function that writes a file below it."""
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    find_config.cache_clear()

    def write(name, text="", encoding="utf-8"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode(encoding))
        return path

    write.root = tmp_path
    yield write
    find_config.cache_clear()


@pytest.fixture(scope="session")
def shared():
    """The folder of shared facts and real files, for tests that are skipped where it is missing."""
    if not SHARED.is_dir():
        pytest.skip("needs the shared folder beside the repository")
    return SHARED
