"""Where a domain name ends, and what only looks like one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smolint.language.domains import domain_end, top_level_domains


@pytest.mark.parametrize(
    ("text", "domain"),
    [
        pytest.param("example.com", "example.com", id="two labels"),
        pytest.param("example.COM", "example.COM", id="capitals"),
        pytest.param("a.example.co.uk/b", "a.example.co.uk", id="four labels and a path"),
        pytest.param("example.com.", "example.com", id="a full stop behind it"),
        pytest.param("example.com.notatld", "example.com", id="a last label that does not exist"),
        pytest.param("www.a_b.com", "", id="an underscore in the name itself"),
        pytest.param("a_b.example.com", "a_b.example.com", id="an underscore further left"),
        pytest.param("-a.com", "", id="a hyphen in front"),
        pytest.param("a-.com", "", id="a hyphen behind"),
        pytest.param("a-b.com", "a-b.com", id="a hyphen inside"),
        pytest.param("a..com", "", id="an empty label"),
        pytest.param("a.comfort", "", id="a longer word"),
        pytest.param("a.com@b", "", id="an address of mail"),
        pytest.param("1.2.3.4", "", id="figures"),
        pytest.param("café.fr", "café.fr", id="an accent"),
        pytest.param("пример.рф", "пример.рф", id="another script"),
        pytest.param("例え.みんな", "例え.みんな", id="Japanese"),
        pytest.param("xn--e1afmkfd.xn--p1ai", "xn--e1afmkfd.xn--p1ai", id="Punycode"),
        pytest.param("xn--é.fr", "", id="Punycode that is none"),
        pytest.param("x" * 63 + ".com", "x" * 63 + ".com", id="the longest label"),
        pytest.param("x" * 64 + ".com", "", id="a label too long"),
        pytest.param("é" * 60 + ".fr", "", id="a label too long once it travels"),
        pytest.param("com", "", id="no dot"),
        pytest.param(".com", "", id="nothing before the dot"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_where_a_domain_ends(text: str, domain: str) -> None:
    assert domain_end(text, 0, len(text)) == len(domain)


def test_a_domain_within_a_text() -> None:
    text = "Ask bakery.example.org, or not."
    start = text.index("bakery")
    assert text[start : domain_end(text, start, text.index(","))] == "bakery.example.org"


def test_the_list_of_top_level_domains() -> None:
    known = top_level_domains()
    assert {"com", "fr", "рф", "museum", "みんな"} <= known
    assert not {"", "COM", "local", "txt"} & known
    assert all(domain == domain.lower().strip() for domain in known)


@given(
    st.lists(st.text("ab-_é1", min_size=1, max_size=5), min_size=1, max_size=4), st.sampled_from(["com", "fr", "zzzz"])
)
def test_a_domain_is_all_of_it_or_ends_in_a_known_one(labels: list[str], last: str) -> None:
    text = ".".join([*labels, last])
    end = domain_end(text, 0, len(text))
    if end:
        assert text[:end].rpartition(".")[2].lower() in top_level_domains()
        assert not any(label.startswith("-") or label.endswith("-") for label in text[:end].split("."))
    else:
        assert last == "zzzz" or any(label[0] in "-_" or label[-1] in "-_" or "_" in labels[-1] for label in labels)


@given(st.text("ab.-_é@ ", max_size=30))
def test_the_end_lies_in_the_text(text: str) -> None:
    end = domain_end(text, 0, len(text))
    assert end == 0 or 3 < end <= len(text)
