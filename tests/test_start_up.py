"""What a run imports: a version, a cached run and a tweet must not pay for what they do not use."""

import os
import subprocess
import sys

import pytest

HEAVY = ("click", "pluggy", "json", "tomllib", "bs4", "PIL", "numpy", "spacy", "yaml", "rich", "regex", "pathspec")


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
    assert {"spacy", "numpy", "bs4", "rich", "PIL", "click"}.isdisjoint(imported_by(code))


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
    assert list((tmp_path / "smolint").iterdir())


COMMAND = "import sys\nfrom smolint.__main__ import code_of\nassert code_of({arguments!r}) in (0, 1)"
UNUSED = {
    "plugins": ("pluggy", "importlib.metadata", "importlib.resources", "email", "zipfile", "csv"),
    "the network": ("urllib.request", "http", "ssl", "_ssl", "socket", "select", "xml", "html"),
    "reading other arguments": ("click", "uuid", "platform", "gettext", "smolint.cli.group"),
    "what other dataclasses need": ("dataclasses", "inspect", "datetime"),
    "types": ("typing", "_typing"),
    "filling messages in": ("string",),
    "threads": ("threading", "weakref", "queue"),
    "digests by OpenSSL": ("hashlib", "_hashlib"),
    "files of other kinds": (
        "json",
        "tomllib",
        "yaml",
        "sqlite3",
        "struct",
        "zlib",
        "bz2",
        "lzma",
        "shutil",
        "tempfile",
        "pathspec",
    ),
    "other processes": ("subprocess", "multiprocessing", "pickle", "smolint.workers", "smolint.cache.store"),
    "errors": ("traceback", "difflib", "textwrap", "smolint.lost", "smolint.parser_reasons"),
    "evidence and findings": ("array", "smolint.insertion", "smolint.parsers.front_matter", "smolint.patterns"),
    "other wishes": (
        "smolint.baseline",
        "smolint.changes",
        "smolint.cli.mending",
        "smolint.cli.statistics",
        "smolint.cli.watch",
        "smolint.fixing",
        "smolint.suppressing",
        "smolint.published",
        "smolint.vale",
        "smolint.language.pipeline",
    ),
    "drafts of other platforms": ("smolint_wordpress.checks", "smolint_slideshare.checks", "smolint.checks.passive"),
    "what blog posts need": (
        "spacy",
        "numpy",
        "bs4",
        "PIL",
        "regex",
        "rich",
        "pyromark",
        "snowballstemmer",
    ),
}


@pytest.fixture(scope="module")
def loaded_for_a_tweet(tmp_path_factory):
    """The modules that are loaded when a tweet has been linted by a command whose rules and facts are compiled."""
    folder = tmp_path_factory.mktemp("tweet")
    text = (
        "We have just released version 2 of our tool, twice as fast. What will you build? https://example.com #python\n"
    )
    (folder / "one.tweet").write_text(text, encoding="utf-8")
    code = COMMAND.format(arguments=["--no-cache", "one.tweet"])
    report = f"{code}\nprint(*sys.modules, file=sys.stderr)"
    environment = os.environ | {"XDG_CACHE_HOME": str(folder / "kept")}
    for _ in range(2):
        run = subprocess.run(
            [sys.executable, "-c", report], capture_output=True, text=True, check=True, cwd=folder, env=environment
        )
    return set(run.stderr.split())


@pytest.mark.parametrize("names", [pytest.param(names, id=reason) for reason, names in UNUSED.items()])
def test_the_command_imports_nothing_that_a_tweet_does_not_need(loaded_for_a_tweet, names):
    assert sorted(loaded_for_a_tweet.intersection(names)) == []


def test_a_tweet_needs_few_modules(loaded_for_a_tweet):
    own = [name for name in loaded_for_a_tweet if name.startswith("smolint")]
    assert len(own) < 150
    assert len(loaded_for_a_tweet) < 225


def test_a_configuration_that_is_named_needs_no_click_and_is_parsed_once(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "kept"))
    (tmp_path / "own.toml").write_text('fail-on = "never"\n', encoding="utf-8")
    (tmp_path / "one.tweet").write_text("We bake at dawn.\n", encoding="utf-8")
    code = COMMAND.format(arguments=["--config", str(tmp_path / "own.toml"), "--no-cache", str(tmp_path / "one.tweet")])
    assert "click" not in imported_by(code)
    assert imported_by(code) == []
