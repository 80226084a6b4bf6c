"""A cache that cannot be written costs time, and nothing else: not a word, not another exit code."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="/proc and limits of file sizes are Linux's here")

POST = "---\ntitle: Baking bread at home\n---\n\nWe bake at dawn.  It is {word} good bread.\n"
NOWHERE = "/proc/self/smolint"
"""A folder that nobody can make, not even who may do anything."""


def full(most=2000):
    """Let the process write no file that is longer: as on a disk that is full."""
    import resource

    resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))


def lint(folder, *arguments, own_cache, before=None):
    environment = {**os.environ, "XDG_CACHE_HOME": str(own_cache)}
    command = [sys.executable, "-m", "smolint", "posts", "--fail-on", "suggestion", *arguments]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, preexec_fn=before, check=False)
    return done.returncode, done.stdout, done.stderr


@pytest.fixture
def blog(tmp_path):
    root = tmp_path / "blog"
    (root / ".git").mkdir(parents=True)
    (root / "posts").mkdir()
    for number in range(20):
        (root / "posts" / f"post-{number}.md").write_text(POST.format(word=("very", "really")[number % 2]))
    return root


@pytest.mark.parametrize(
    ("arguments", "own_cache", "before"),
    [
        pytest.param(("--cache-dir", NOWHERE), "own", None, id="no folder for results"),
        pytest.param((), NOWHERE, None, id="no cache of the user's own"),
        pytest.param(("--cache-dir", NOWHERE), NOWHERE, None, id="neither"),
        pytest.param((), "own", full, id="a full disk"),
        pytest.param(("--jobs", "2"), "own", full, id="a full disk, with workers"),
    ],
)
def test_linting_goes_on_without_a_cache(arguments, own_cache, before, blog, tmp_path):
    own = tmp_path / own_cache
    wanted = lint(blog, "--no-cache", own_cache=tmp_path / "other")
    assert wanted[0] == 1
    for _ in range(3):
        assert lint(blog, *arguments, own_cache=own, before=before) == wanted
    # Whoever cleans the user's cache finds whole files alone.
    assert not [path for path in Path(own).rglob("*") if path.suffix[1:].isdecimal()]


def test_a_disk_that_fills_up_keeps_what_was_there(blog, tmp_path):
    own = tmp_path / "own"
    for _ in range(2):
        lint(blog, own_cache=own)
    (blog / "posts" / "post-3.md").write_text(POST.format(word="quite"))
    wanted = lint(blog, "--no-cache", own_cache=own)
    assert lint(blog, own_cache=own, before=full) == wanted
    assert lint(blog, own_cache=own) == wanted
