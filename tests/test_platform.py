"""What every platform recognises, unless it brings its own way."""

import time
import tomllib
from pathlib import PurePath

import pytest

from smolint.draft import Field
from smolint.host import installed_host
from smolint.platform import FactsFile, find_hashtags, find_urls
from smolint.source import Span


@pytest.mark.parametrize(
    ("text", "urls"),
    [
        pytest.param("(see https://a.fr/b_(c)).", ["https://a.fr/b_(c)"], id="in brackets, with brackets of its own"),
        pytest.param("**https://a.fr**, https://b.fr?!", ["https://a.fr", "https://b.fr"], id="with marks after it"),
        pytest.param("« https://a.fr/x »", ["https://a.fr/x"], id="in guillemets"),
        pytest.param("https://a.fr/b).)", ["https://a.fr/b"], id="brackets and a full stop"),
        pytest.param("http is a word, so is https:", [], id="no address"),
    ],
)
def test_addresses(text, urls):
    assert [url.text for url in find_urls(text)] == urls
    assert all(text[url.span.start : url.span.end] == url.text for url in find_urls(text))


def test_many_closing_brackets_take_no_longer_than_other_text():
    started = time.process_time()
    (url,) = find_urls("https://a.fr/b" + ").)" * 100_000)
    assert url.text == "https://a.fr/b"
    assert time.process_time() - started < 1


@pytest.mark.parametrize(
    ("media", "platforms"),
    [
        pytest.param(["linkedin-us", "mastodon-eu"], ["linkedin", "mastodon"], id="a list of accounts"),
        pytest.param(["cat.jpg"], None, id="a list of images"),
        pytest.param([{"file": "cat.jpg"}], None, id="images with their alternative texts"),
        pytest.param({"file": "cat.jpg"}, None, id="one image"),
        pytest.param("cat.jpg", None, id="one file name"),
        pytest.param([], None, id="an empty list"),
    ],
)
def test_accounts_named_in_the_front_matter(media, platforms):
    field = Field(media, Span(0, 0), Span(0, 0))
    assert installed_host().detect(PurePath("posts/a.md"), {"media": field}) == platforms


def test_many_hashtags_among_many_addresses_are_found_soon():
    started = time.process_time()
    found = find_hashtags("https://a.fr/#no #yes " * 20_000)
    assert len(found) == 20_000
    assert {tag.text for tag in found} == {"#yes"}
    assert time.process_time() - started < 2


FACT = '[facts.{name}]\nvalue = {value}\nsource = "its API"\nas_of = "2026-01"\nconfidence = "high"\n'


@pytest.fixture
def facts_file(tmp_path, monkeypatch):
    """A function that writes a fact to a file and gives the facts in it, with how often TOML was read so far."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "kept"))
    path, read, real = tmp_path / "platform.toml", [], tomllib.loads
    monkeypatch.setattr(tomllib, "loads", lambda text: read.append(text) or real(text))

    def facts(name=None, value=""):
        if name:
            path.write_text(FACT.format(name=name, value=value), encoding="utf-8")
        return dict(FactsFile(path)), len(read)

    return facts


@pytest.mark.parametrize("value", ["280", "2.5", "true", '"live"', "[1, [2, 3]]", "{a = 1}"])
def test_facts_are_kept_and_the_same_when_they_are_read_again(facts_file, value):
    first, _ = facts_file("max_text", value)
    assert facts_file() == (first, 1)
    assert first["max_text"].value == tomllib.loads(f"x = {value}")["x"]


def test_facts_that_changed_are_read_anew(facts_file):
    facts_file("max_text", "280")
    facts, read = facts_file("max_text", "1000")
    assert (facts["max_text"].value, read) == (1000, 2)


def test_a_fact_that_cannot_be_kept_is_read_each_time(facts_file):
    facts_file("closed", "2020-01-31")
    facts, read = facts_file()
    assert (facts["closed"].value.year, read) == (2020, 2)
