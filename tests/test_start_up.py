"""What a run imports: a version, a cached run and a tweet must not pay for what they do not use."""

import json
import subprocess
import sys

import pytest

HEAVY = ("click", "pluggy", "json", "bs4", "PIL", "textstat", "numpy", "spacy", "yaml", "rich", "regex", "pathspec")


def imported_by(code):
    """The heavy modules that a fresh interpreter holds after running some code."""
    report = "import sys; print('\\n' + ' '.join(sorted(sys.modules)), file=sys.stderr)"
    run = subprocess.run([sys.executable, "-c", f"{code}\n{report}"], capture_output=True, text=True, check=True)
    modules = set(run.stderr.splitlines()[-1].split())
    return [name for name in HEAVY if name in modules]


def test_importing_smolint_imports_nothing_heavy():
    assert imported_by("import smolint; smolint.__version__") == []


def test_the_pure_modules_import_nothing_heavy():
    modules = "source, draft, finding, platform, reading, rules, suppression, selection, errors, check, config, options"
    assert imported_by(f"from smolint import {modules}") == []


NEVER = (
    "typing",
    "dataclasses",
    "pathlib",
    "re",
    "importlib.metadata",
    "hashlib",
    "sqlite3",
    "smolint.cli",
    "smolint.cache",
)


@pytest.mark.parametrize(
    "code",
    [
        pytest.param("import smolint", id="importing smolint"),
        pytest.param("from smolint.fast import answer; answer(['posts'])", id="looking for a record"),
    ],
)
def test_before_a_run_is_made_next_to_nothing_is_imported(code):
    report = f"{code}\nimport sys; print(*set(sys.modules) - before)"
    run = subprocess.run(
        [sys.executable, "-c", f"import sys; before = set(sys.modules)\n{report}"], capture_output=True, text=True
    )
    assert set(run.stdout.split()).isdisjoint((*HEAVY, *NEVER))
    assert run.returncode == 0


LINT = "import smolint; list(smolint.lint_text({text!r}, platform={platform!r}))"


@pytest.mark.parametrize("platform", ["twitter", "facebook", "linkedin"])
def test_a_short_post_needs_no_language_model_and_no_tree(platform):
    code = LINT.format(
        text="We bake at dawn. Which bread do you miss most? https://example.com #bread", platform=platform
    )
    assert {"spacy", "numpy", "bs4", "textstat", "rich", "PIL", "click"}.isdisjoint(imported_by(code))


def test_a_blog_post_needs_no_tree():
    text = "---\ntitle: Bread\n---\n\n# Bread\n\nWe bake at dawn.\n"
    assert {"spacy", "numpy", "bs4", "rich", "click"}.isdisjoint(
        imported_by(LINT.format(text=text, platform="wordpress"))
    )


def test_rules_are_read_from_their_compiled_copy(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    code = "from smolint.testing import load_all_rules; load_all_rules()"
    assert "yaml" in imported_by(code)
    assert "yaml" not in imported_by(code)
    (copy,) = (tmp_path / "smolint").glob("rules-*.json")
    assert json.loads(copy.read_text(encoding="utf-8"))
