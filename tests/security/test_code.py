"""Nothing that lies in a clone is run: no module, no plugin, no pipeline, no setting of a tool."""

from __future__ import annotations

import pickle
import subprocess
import sys
from pathlib import Path

import pytest
import spacy

from .conftest import Run

TRAP = "import pathlib; pathlib.Path(__file__).with_name('sprung').write_text('x')\n"
POST = "---\ntitle: Bread\nplatform: wordpress\n---\n\nThe bread was baked by Ada. And you?\n"


def set_traps(tree: Path) -> None:
    """Python files under the names that an interpreter, a plugin loader or a test runner may look for."""
    (tree / "posts" / "bread.md").write_text(POST, encoding="utf-8")
    names = ("yaml", "click", "spacy", "PIL", "sitecustomize", "usercustomize", "smolint_evil", "conftest", "setup",
             "encodings", "multiprocessing", "smolint")  # fmt: skip
    for folder in (tree, tree / "posts", tree / "plugins"):
        folder.mkdir(exist_ok=True)
        for name in names:
            (folder / f"{name}.py").write_text(TRAP, encoding="utf-8")
        info = folder / "smolint_evil-1.0.dist-info"
        info.mkdir()
        (info / "METADATA").write_text("Metadata-Version: 2.1\nName: smolint-evil\nVersion: 1.0\n", encoding="utf-8")
        (info / "entry_points.txt").write_text("[smolint]\nevil = smolint_evil\n", encoding="utf-8")
    (tree / "pyproject.toml").write_text(
        '[tool.smolint]\nselect = ["all"]\n[project.entry-points.smolint]\nevil = "smolint_evil"\n', encoding="utf-8"
    )


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(["check", "."], id="check"),
        pytest.param(["check", "--isolated", "."], id="check, isolated"),
        pytest.param(["plugins", "--output-format", "json"], id="plugins"),
    ],
)
def test_no_module_of_a_clone_is_imported(tree: Path, run: Run, arguments: list[str]) -> None:
    set_traps(tree)
    ended = run(*arguments)

    assert "'evil'" not in ended.out + ended.err
    assert '"evil"' not in ended.out
    assert [path for path in ended.paths("exec", "import") if path.is_relative_to(tree)] == []
    assert list(tree.rglob("sprung")) == []
    assert ended.programs == []


def pipeline(folder: Path) -> Path:
    """A saved pipeline that loads a trap: spaCy reads its `vocab` with pickle, and imports the code it names."""
    spacy.blank("en").to_disk(folder)
    return folder


@pytest.mark.parametrize("name", ["./model", "model/../model", "posts/../model"])
def test_a_pipeline_of_a_clone_is_refused(tree: Path, run: Run, name: str) -> None:
    (tree / "posts" / "bread.md").write_text(POST, encoding="utf-8")
    pipeline(tree / "model")
    (tree / "smolint.toml").write_text(f'[spacy]\nen = "{name}"\n', encoding="utf-8")
    ended = run("posts")

    assert ended.code == 2
    assert "lies in the project" in ended.err
    assert ended.touched(tree / "model") == set()


def test_nor_one_above_the_configuration(tree: Path, run: Run) -> None:
    (tree / "posts" / "bread.md").write_text(POST, encoding="utf-8")
    pipeline(tree / "model")
    (tree / "posts" / "smolint.toml").write_text('[spacy]\nen = "../model"\n', encoding="utf-8")

    assert "lies in the project" in run("posts").err


def test_nor_one_that_a_link_names(tree: Path, run: Run, tmp_path: Path) -> None:
    (tree / "posts" / "bread.md").write_text(POST, encoding="utf-8")
    pipeline(tree / "model")
    (tmp_path / "beside").symlink_to(tree / "model")
    (tree / "smolint.toml").write_text('[spacy]\nen = "../beside"\n', encoding="utf-8")

    assert "lies in the project" in run("posts").err


def test_nor_a_package_of_a_clone_that_python_would_find(tree: Path, run: Run) -> None:
    (tree / "posts" / "bread.md").write_text(POST, encoding="utf-8")
    package = tree / "xx_evil"
    package.mkdir()
    (package / "__init__.py").write_text(TRAP, encoding="utf-8")
    (package / "meta.json").write_text("{}", encoding="utf-8")
    (tree / "smolint.toml").write_text('[spacy]\nen = "xx_evil"\n', encoding="utf-8")

    assert "no spaCy pipeline 'xx_evil'" in run("posts").err
    assert "lies in the project" in run("posts", PYTHONPATH=str(tree)).err
    assert not (package / "sprung").exists()


@pytest.mark.parametrize("name", ["antigravity", "this", "json", "smolint"])
def test_no_other_package_is_imported_as_a_pipeline(tree: Path, run: Run, name: str) -> None:
    (tree / "posts" / "bread.md").write_text(POST, encoding="utf-8")
    (tree / "smolint.toml").write_text(f'[spacy]\nen = "{name}"\n', encoding="utf-8")

    assert run("posts").code == 2


class Spring:
    """Leaves a file behind where it is unpickled."""

    def __init__(self, trap: Path) -> None:
        self.trap = trap

    def __reduce__(self):
        return (Path.touch, (self.trap,))


YAML = {
    "a Python object": "!!python/object/apply:os.system ['touch {trap}']",
    "a new object": "!!python/object/new:pathlib.Path ['{trap}']",
    "a module": "!!python/module:smolint_evil",
    "a name": "!!python/name:os.system",
    "another tag": "!evil {{a: 1}}",
}


@pytest.mark.parametrize("value", YAML.values(), ids=YAML.keys())
def test_yaml_makes_no_objects(tree: Path, run: Run, value: str, tmp_path: Path) -> None:
    trap = tmp_path / "sprung"
    written = value.format(trap=trap)
    post = f"---\ntitle: {written}\nkeyphrase: {written}\n---\n\nWe bake. And you?\n"
    (tree / "posts" / "bread.md").write_text(post, encoding="utf-8")
    assert run("--isolated", "posts").code in (0, 1)
    (tree / "house").mkdir()
    (tree / "house" / "one.yml").write_text(f"extends: existence\ntokens: {written}\n", encoding="utf-8")
    (tree / "smolint.toml").write_text('packs = ["house"]\n', encoding="utf-8")
    assert run("posts").code in (0, 1, 2)

    assert not trap.exists()


def test_nothing_is_unpickled(tree: Path, run: Run, tmp_path: Path) -> None:
    """Not even from the cache, which lies in the project."""
    trap = tmp_path / "sprung"
    (tree / "posts" / "bread.md").write_text(POST, encoding="utf-8")
    run("posts")
    for path in (tree / ".smolint_cache").iterdir():
        if path.suffix != ".db":
            path.write_bytes(pickle.dumps(Spring(trap)))
    run("posts")

    assert not trap.exists()


def test_a_script_of_a_style_is_not_run(tree: Path, run: Run) -> None:
    (tree / "posts" / "bread.md").write_text(POST, encoding="utf-8")
    style = tree / "styles" / "House"
    style.mkdir(parents=True)
    (style / "Script.yml").write_text(
        'extends: script\nmessage: "x"\nscript: |\n  os := import("os")\n  os.create("sprung")\n', encoding="utf-8"
    )
    (tree / ".vale.ini").write_text("StylesPath = styles\n[*]\nBasedOnStyles = House\n", encoding="utf-8")
    ended = run("--vale-config", ".vale.ini", "posts")

    assert "it is a script" in ended.err
    assert ended.programs == []
    assert not list(tree.rglob("sprung"))


SPAWNING = """
from smolint.workers.crew import Crew

if __name__ == "__main__":
    one = Crew(1, dict, print, "spawn").workers[0]
    one.pipe.close()
    one.process.join(60)
"""


def test_a_worker_that_is_spawned_imports_no_module_of_a_clone(tree: Path, tmp_path: Path) -> None:
    """Where processes are not forked (Windows, macOS), Python begins them with the current folder among its modules."""
    (tree / "multiprocessing.py").write_text(TRAP, encoding="utf-8")
    script = tmp_path / "bin" / "smolint"
    script.parent.mkdir()
    script.write_text(SPAWNING, encoding="utf-8")
    subprocess.run([sys.executable, str(script)], cwd=tree, capture_output=True, timeout=120, check=False)

    assert not (tree / "sprung").exists()
