"""The shape of the code itself: who imports whom, what names it says, how long its modules are."""

import ast
import re
import statistics
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from smolint.host import installed_host

ROOT = Path(__file__).parent.parent
CORE = sorted((ROOT / "smolint").rglob("*.py"))
MODULES = [*CORE, *sorted((ROOT / "plugins").rglob("*.py"))]
WORDS_OF_OTHERS = {
    "smolint/cli/exits.py": "OPENBLAS_NUM_THREADS",
    "smolint/checks/depth.py": r"youtube",  # a field of front matter that names a film
    "smolint/checks/image.py": r"stats\\\.wordpress|youtube",  # a counter of visits, a film
    "smolint/checks/placeholder.py": r"wordpress",  # the posts that come with a new blog
    "smolint/parsers/html_file.py": r"twitter:image",  # a tag that web pages carry
}
"""What the core has to know of others' texts; it says nothing about where a draft goes."""
LONGEST = 400
MEDIAN = 130

pytestmark = pytest.mark.skipif(not (ROOT / "pyproject.toml").is_file(), reason="needs the checkout")


def contracts():
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]["contracts"]


def test_imports_go_down_only():
    run = subprocess.run(
        [
            sys.executable,
            "-c",
            "import sys; from importlinter.cli import lint_imports_command as lint; sys.exit(lint())",
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr


def test_every_module_has_its_place_in_the_layers():
    (layers,) = (contract["layers"] for contract in contracts() if contract["type"] == "layers")
    placed = {name.strip() for layer in layers for name in layer.split(":")}
    present = {f"smolint.{path.stem}" for path in (ROOT / "smolint").glob("*.py") if path.stem != "__init__"}
    present |= {f"smolint.{path.parent.name}" for path in (ROOT / "smolint").glob("*/__init__.py")}
    present |= {path.parent.name for path in (ROOT / "plugins").glob("*/__init__.py")}
    assert present == placed


def strings_in(path):
    """The string literals of a module that are no docstrings."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    docs = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs:
            yield node.lineno, node.value


@pytest.mark.parametrize("path", CORE, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_the_core_names_no_platform(path):
    names = "|".join(map(re.escape, installed_host().platforms))
    word = re.compile(rf"(?<![\w.]){names}(?![\w.])", re.IGNORECASE)
    others = WORDS_OF_OTHERS.get(path.relative_to(ROOT).as_posix(), r"\Z")
    said = [
        f"{path.name}:{line}: {text}"
        for line, text in strings_in(path)
        if word.search(re.sub(others, "", text, flags=re.IGNORECASE))
    ]
    assert said == []


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_module_is_long(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST


def test_most_modules_are_small():
    sizes = [len(path.read_text(encoding="utf-8").splitlines()) for path in MODULES if path.name != "__init__.py"]
    assert statistics.median(sizes) < MEDIAN


def test_the_public_page_keeps_its_word():
    import smolint

    assert [name for name in smolint.__all__ if not hasattr(smolint, name)] == []
    assert sorted(smolint.__all__) == dir(smolint)
    with pytest.raises(AttributeError, match="no attribute 'lintt'"):
        _ = smolint.lintt
