from __future__ import annotations

from urllib.parse import parse_qsl, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.linked import BLOG, WALL, linked, mended, texts
from smolint.checks.link_tracking import Junk, Untracked, link_tracking_junk, link_untracked

JUNK = Junk(on_hosts=("youtu.be si",))
NAMES = ["fbclid", "gclid", "mc_eid", "id", "page", "utm_source", "q"]


@pytest.mark.parametrize(
    ("url", "marked", "better"),
    [
        pytest.param("https://a.example/?fbclid=1", ["fbclid=1"], "https://a.example/", id="alone"),
        pytest.param("https://a.example/?fbclid", ["fbclid"], "https://a.example/", id="without a value"),
        pytest.param("https://a.example/?fbclid=1#x", ["fbclid=1"], "https://a.example/#x", id="before a fragment"),
        pytest.param("https://a.example/?a=1&fbclid=1", ["fbclid=1"], "https://a.example/?a=1", id="last"),
        pytest.param("https://a.example/?fbclid=1&a=1", ["fbclid=1"], "https://a.example/?a=1", id="first"),
        pytest.param("https://a.example/?a=1&gclid=1&b=2", ["gclid=1"], "https://a.example/?a=1&b=2", id="between"),
        pytest.param(
            "https://a.example/?gclid=1&fbclid=2&b=2", ["gclid=1&fbclid=2"], "https://a.example/?b=2", id="two in a row"
        ),
        pytest.param(
            "https://a.example/?gclid=1&b=2&fbclid=3", ["gclid=1", "fbclid=3"], "https://a.example/?b=2", id="two apart"
        ),
        pytest.param("https://youtu.be/a?si=b", ["si=b"], "https://youtu.be/a", id="of one host"),
        pytest.param("https://a.example/?si=b", [], "https://a.example/?si=b", id="of another host"),
        pytest.param("https://a.example/?FBCLID=1", [], "https://a.example/?FBCLID=1", id="in capitals"),
        pytest.param("https://a.example/?utm_source=x", [], "https://a.example/?utm_source=x", id="a campaign"),
        pytest.param("https://a.example/fbclid=1", [], "https://a.example/fbclid=1", id="in the path"),
        pytest.param("https://a.example/#?fbclid=1", [], "https://a.example/#?fbclid=1", id="in the fragment"),
        pytest.param("https://a.example/?a=fbclid=1", [], "https://a.example/?a=fbclid=1", id="in a value"),
    ],
)
@pytest.mark.parametrize(
    ("path", "before", "after"),
    [
        pytest.param("post.md", "See [it](", ").", id="Markdown"),
        pytest.param("post.html", '<p><a href="', '">it</a></p>', id="HTML"),
        pytest.param("post.txt", "See ", "", id="text"),
    ],
)
def test_junk(url, marked, better, path, before, after):
    reading = linked(f"{before}{url}{after}", path=path)
    assert texts(reading, link_tracking_junk, JUNK) == marked
    assert mended(reading, link_tracking_junk, JUNK) == f"{before}{better}{after}"


@pytest.mark.parametrize("amp", ["&amp;", "&#038;", "&#38;", "&#x26;"])
def test_entities(amp):
    reading = linked(f'<p><a href="https://a.example/?a=1{amp}gclid=2{amp}b=3#x">it</a></p>', path="post.html")
    assert texts(reading, link_tracking_junk, JUNK) == ["gclid=2"]
    expected = f'<p><a href="https://a.example/?a=1{amp}b=3#x">it</a></p>'
    assert mended(reading, link_tracking_junk, JUNK) == expected


def test_the_fix_is_safe_and_the_names_are_told():
    (mark,) = link_tracking_junk(linked("https://a.example/?gclid=1&fbclid=2"), JUNK)
    assert mark.fix is not None
    assert mark.fix.safe
    assert mark.values == {"names": "gclid, fbclid"}


@given(st.lists(st.tuples(st.sampled_from(NAMES), st.sampled_from(["", "1", "a%20b"])), max_size=6), st.booleans())
def test_the_fix_removes_junk_and_nothing_else(pairs, fragment):
    query = "&".join(f"{name}={value}" for name, value in pairs)
    url = f"https://a.example/path?{query}{'#there' if fragment else ''}"
    reading = linked(f"See [it]({url}).")
    better = mended(reading, link_tracking_junk, JUNK)[len("See [it](") : -len(").")]
    kept = [name for name, _ in pairs if name not in JUNK.parameters]
    assert [name for name, _ in parse_qsl(urlsplit(better).query, keep_blank_values=True)] == kept
    assert urlsplit(better).fragment == urlsplit(url).fragment
    assert urlsplit(better).path == "/path"


@pytest.mark.parametrize(
    ("url", "site", "expected"),
    [
        pytest.param("https://a.example/x", "", True, id="bare"),
        pytest.param("https://a.example/x?utm_campaign=y", "", False, id="tagged"),
        pytest.param("https://a.example/x?a=1&mtm_campaign=y", "", False, id="tagged for another tool"),
        pytest.param("https://a.example/x?nutm_source=y", "", True, id="a name that only ends alike"),
        pytest.param("https://a.example/x#utm_source=y", "", True, id="in the fragment"),
        pytest.param("https://bit.ly/abc", "", False, id="shortened"),
        pytest.param("https://www.a.example/x", "https://a.example", True, id="the own site"),
        pytest.param("https://shop.a.example/x", "https://a.example", True, id="a part of the own site"),
        pytest.param("https://other.example/x", "https://a.example", False, id="another's site"),
    ],
)
def test_untracked(url, site, expected):
    found = texts(linked(f"See {url}", WALL, path="post.txt", site=site), link_untracked, Untracked())
    assert found == ([url] if expected else [])


def test_one_is_enough():
    assert texts(linked("See https://a.example/?x=1", BLOG), link_untracked, Untracked(("x",))) == []
