"""The hook that others put in their `.pre-commit-config.yaml`, in a repository of drafts, with real commits."""

import os
import shutil
import subprocess
import sys

import pytest

pytestmark = pytest.mark.slow

CONFIGURATION = """
repos:
  - repo: {repository}
    rev: {revision}
    hooks:
      - id: smolint
"""
GOOD = "We bake at dawn, and the first loaf is yours: https://bakery.example.com/order/ #bread\n"
BAD = GOOD.replace("yours", "yours " + "for ever and ever and ever, and the second one too, " * 6)


class Repository:
    """A git repository whose commits run pre-commit."""

    def __init__(self, folder, variables):
        self.folder = folder
        self.variables = variables
        folder.mkdir(exist_ok=True)
        self.git("init", "--quiet")

    def git(self, *arguments, check=True):
        return self.run("git", *arguments, check=check)

    def run(self, *command, check=True):
        done = subprocess.run(
            command, cwd=self.folder, env=self.variables, check=False, capture_output=True, text=True, timeout=900
        )
        assert not check or done.returncode == 0, done.stdout + done.stderr
        return done

    def write(self, name, text):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def commit(self, check=False):
        """Commit everything; what pre-commit printed, and whether the commit was made."""
        self.git("add", "--all")
        done = self.git("commit", "--message", "Write", check=check)
        return done.stdout + done.stderr, done.returncode == 0


@pytest.fixture(scope="module")
def variables(tmp_path_factory):
    """Environment variables for git and pre-commit with nothing of the user's own; its files are removed at the end."""
    home = tmp_path_factory.mktemp("pre-commit")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "GIT_", "PRE_COMMIT"))}
    people = {
        f"GIT_{who}_{what}": "drafts@example.com" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")
    }
    git = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    yield kept | people | git | {"PRE_COMMIT_HOME": str(home), "XDG_CACHE_HOME": str(home), "LC_ALL": "C.UTF-8"}
    shutil.rmtree(home, ignore_errors=True)


@pytest.fixture(scope="module")
def package_index(variables):
    """Skip where nothing can be installed: pre-commit installs smolint with everything that it needs."""
    pip = [sys.executable, "-m", "pip", "install", "--dry-run", "--ignore-installed", "--no-deps", "--retries", "1"]
    asked = subprocess.run([*pip, "pluggy"], env=variables, check=False, capture_output=True, timeout=120)
    if asked.returncode:
        pytest.skip("no package index can be reached, and pre-commit needs one to install the hook")


@pytest.fixture(scope="module")
def drafts(tmp_path_factory, checkout, variables, package_index):
    """A repository of drafts that uses this checkout's hook."""
    hooks = Repository(checkout, variables)
    hooks.git("add", "--all")
    hooks.git("commit", "--quiet", "--message", "Everything")
    revision = hooks.git("rev-parse", "HEAD").stdout.strip()
    drafts = Repository(tmp_path_factory.mktemp("drafts"), variables)
    drafts.write(".pre-commit-config.yaml", CONFIGURATION.format(repository=checkout, revision=revision))
    drafts.write("smolint.toml", 'exclude = ["archive/"]\n')
    drafts.git("add", "--all")
    drafts.run(sys.executable, "-m", "pre_commit", "install", "--install-hooks")
    printed, made = drafts.commit()
    assert made, printed
    return drafts


@pytest.fixture(autouse=True)
def _clean(drafts):
    yield
    drafts.git("reset", "--hard", "--quiet")


def test_a_good_draft_is_committed(drafts):
    drafts.write("tweets/good.tweet", GOOD)
    printed, made = drafts.commit()
    assert made, printed
    assert "Passed" in printed


@pytest.mark.parametrize(("text", "status"), [(GOOD, 0), (BAD, 1)], ids=["a good draft", "a bad draft"])
def test_the_hook_can_be_tried_without_configuration(drafts, checkout, text, status):
    drafts.write("tweets/tried.tweet", text)
    drafts.git("add", "--all")
    command = (
        sys.executable,
        "-m",
        "pre_commit",
        "try-repo",
        str(checkout),
        "smolint",
        "--files",
        "tweets/tried.tweet",
    )
    done = drafts.run(*command, check=False)
    assert done.returncode == status, done.stdout + done.stderr
    assert ("length/over-limit" in done.stdout) == bool(status)


def test_a_bad_draft_is_refused_with_its_place_and_reason(drafts):
    drafts.write("tweets/long.tweet", BAD)
    printed, made = drafts.commit()
    assert not made
    assert "tweets/long.tweet" in printed
    assert "length/over-limit" in printed


def test_a_mended_draft_is_committed(drafts):
    drafts.write("tweets/mended.tweet", BAD)
    drafts.commit()
    drafts.write("tweets/mended.tweet", GOOD)
    printed, made = drafts.commit()
    assert made, printed


def test_what_the_configuration_leaves_out_is_committed(drafts):
    drafts.write("archive/tweets/old.tweet", BAD)
    printed, made = drafts.commit()
    assert made, printed


@pytest.mark.parametrize("name", ["post.py", "picture.svg", "notes.rst"])
def test_other_files_are_none_of_its_business(drafts, name):
    drafts.write(name, BAD)
    printed, made = drafts.commit()
    assert made, printed
    assert "Skipped" in printed
