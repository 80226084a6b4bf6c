"""The platform in CONTRIBUTING.md is written out, installed and run as it stands there."""

import re
from pathlib import Path

import pytest

from smolint.platform import read_facts

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "CONTRIBUTING.md"
DRAFT = "lavoir/fete.txt"

pytestmark = pytest.mark.skipif(not PAGE.is_file(), reason="needs the checkout")


def section():
    text = PAGE.read_text(encoding="utf-8")
    return re.search(r"^### A new platform with facts only\n(.*?)^## ", text, re.MULTILINE | re.DOTALL)[1]


def files():
    """The files that the section shows, by their path."""
    return dict(re.findall(r"^`([^`\n]+)`:\n\n```\w+\n(.*?)^```$", section(), re.MULTILINE | re.DOTALL))


def printed():
    """The report that the section promises."""
    return re.search(r" says:\n\n```text\n(.*?)^```$", section(), re.MULTILINE | re.DOTALL)[1]


@pytest.fixture
def written(tmp_path):
    for name, text in files().items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


def test_the_plugin_is_one_small_folder():
    plugin = {name: text for name, text in files().items() if name.startswith("smolint-lavoir/")}
    assert set(files()) - set(plugin) == {DRAFT}
    assert len(plugin) == 3
    assert sum(text.count("\n") for text in plugin.values()) < 50


def test_its_facts_have_sources():
    facts = read_facts(files()["smolint-lavoir/smolint_lavoir/platform.toml"])
    assert {name: fact.value for name, fact in facts.items()} == {"max_text": 140, "hashtag_max": 2}


@pytest.mark.slow
def test_it_is_installed_and_used(new_environment, wheel, written):
    environment = new_environment()
    environment.install(wheel, written / "smolint-lavoir")
    listed = environment.smolint("platforms", "lavoir")
    assert "https://lavoir.example/help/posts" in listed.stdout, listed.stderr
    done = environment.smolint("--output-format", "concise", "--ui-language", "fr", "lavoir", folder=written)
    found = [" ".join(line.split()) for line in done.stdout.splitlines() if line.startswith(DRAFT)]
    assert found == [" ".join(line.split()) for line in printed().splitlines()], done.stderr
    assert done.returncode == 1
