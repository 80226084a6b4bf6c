"""What a user would install, built once a run, and throw-away environments to install it in."""

import os
import shutil
import subprocess
import sys
import sysconfig
import tarfile
import venv
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
EXAMPLE_PLUGIN = ROOT / "tests" / "example_plugin"


def run(*command, **options):
    """The finished process, its output as text; a test that needs success asserts on the code."""
    return subprocess.run(
        [str(part) for part in command], check=False, capture_output=True, text=True, timeout=300, **options
    )


def succeed(*command, **options):
    """The standard output of a command that must succeed."""
    done = run(*command, **options)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@dataclass(frozen=True)
class Environment:
    """A virtual environment of its own, which borrows all libraries but smolint from the one that runs the tests."""

    folder: Path

    @property
    def python(self):
        return self.folder / "bin" / "python"

    def variables(self):
        """An environment in which nothing of the checkout or of the user is on Python's path."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "SMOLINT", "GIT_"))}
        return kept | {"LC_ALL": "C.UTF-8", "XDG_CACHE_HOME": str(self.folder / "cache"), "COLUMNS": "100"}

    def install(self, *what):
        """Install local packages, without their dependencies and without a package index."""
        pip = (sys.executable, "-m", "pip", "--python", self.python, "install", "--quiet")
        local = ("--no-deps", "--no-build-isolation", "--no-index", "--ignore-installed", "--disable-pip-version-check")
        succeed(*pip, *local, *what, env=self.variables())

    def smolint(self, *arguments, folder=None):
        """The finished run of this environment's `smolint` command, outside the checkout."""
        return run(self.folder / "bin" / "smolint", *arguments, cwd=folder or self.folder, env=self.variables())

    def run_python(self, *arguments, folder=None):
        """The standard output of this environment's Python, which must succeed."""
        return succeed(self.python, *arguments, cwd=folder or self.folder, env=self.variables())


def tracked_files():
    """The files of the repository that are committed or would be, relative to its root."""
    if not (ROOT / ".git").exists():
        pytest.skip("needs a git checkout: an unpacked archive does not say which of its files are the project's")
    listed = succeed("git", "-C", ROOT, "ls-files", "-z", "--cached", "--others", "--exclude-standard")
    return [Path(name) for name in listed.split("\0") if name and (ROOT / name).is_file()]


@pytest.fixture(scope="session")
def tracked():
    return tracked_files()


@pytest.fixture(scope="session")
def checkout(tmp_path_factory, tracked):
    """A copy of the checkout without anything that git ignores, so that builds leave no trace in the real one."""
    folder = tmp_path_factory.mktemp("checkout")
    for name in tracked:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(ROOT / name, folder / name)
    return folder


@pytest.fixture(scope="session")
def example_plugin(tmp_path_factory):
    """A copy of the example plugin, as its author would have it."""
    folder = tmp_path_factory.mktemp("plugin") / "smolint-pigeon"
    return shutil.copytree(EXAMPLE_PLUGIN, folder, ignore=shutil.ignore_patterns("__pycache__", ".*"))


@pytest.fixture(scope="session")
def sdist(tmp_path_factory, checkout):
    return _build("sdist", checkout, tmp_path_factory.mktemp("sdist"))


@pytest.fixture(scope="session")
def wheel(tmp_path_factory, checkout):
    return _build("wheel", checkout, tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="session")
def wheel_from_sdist(tmp_path_factory, sdist):
    folder = tmp_path_factory.mktemp("unpacked")
    with tarfile.open(sdist) as archive:
        archive.extractall(folder, filter="data")
    (unpacked,) = folder.iterdir()
    return _build("wheel", unpacked, tmp_path_factory.mktemp("wheel-from-sdist"))


def _build(kind, project, target):
    succeed(sys.executable, "-m", "build", "--no-isolation", f"--{kind}", "--outdir", target, project)
    (built,) = target.iterdir()
    return built


@pytest.fixture(scope="session")
def new_environment(tmp_path_factory):
    """A function that makes an empty `Environment`."""

    def make():
        folder = tmp_path_factory.mktemp("environment") / "venv"
        venv.create(folder, with_pip=False, symlinks=True)
        libraries = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}
        own = folder / "lib" / f"python{sys.version_info.major}.{sys.version_info.minor}" / "site-packages"
        # Path files of folders named in a path file are not read, so an editable smolint stays out of sight.
        (own / "borrowed.pth").write_text("\n".join(sorted(libraries)) + "\n", encoding="utf-8")
        return Environment(folder)

    return make


@pytest.fixture(scope="session")
def installed_wheel(new_environment, wheel):
    """An environment with the wheel, which tests must leave as it is."""
    environment = new_environment()
    environment.install(wheel)
    return environment
