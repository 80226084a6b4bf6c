"""What every platform recognises, unless it brings its own way."""

import time
from pathlib import PurePath

import pytest

from smolint.draft import Field
from smolint.host import installed_host
from smolint.platform import find_hashtags, find_urls
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
