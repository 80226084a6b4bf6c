"""What the plugin registers, and which files it claims."""

import pytest

from wordpress.made import CHECKS, PARSERS, PLATFORM


def test_the_platform_names_itself():
    assert (PLATFORM.name, PLATFORM.kind, PLATFORM.aliases) == ("wordpress", "blog", ("wp",))
    assert PLATFORM.settings[0].choices == ("theme", "content", "none")


def test_every_fact_has_a_source_and_a_date():
    assert len(PLATFORM.facts) >= 10
    assert all(fact.source and fact.as_of and fact.confidence for fact in PLATFORM.facts.values())


@pytest.mark.parametrize(
    ("name", "value"), [("meta_description_chars", [121, 156]), ("post_min_words", 300), ("no_such_fact", None)]
)
def test_facts(name, value):
    assert PLATFORM.fact(name) == value


def test_what_is_registered():
    assert sorted(PARSERS) == ["wordpress", "wordpress-export"]
    assert sorted(CHECKS) == [
        "follow-is-not-share",
        "sharing-module-dead",
        "sharing-module-duplicate",
        "sharing-module-missing",
    ]


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        pytest.param("<!-- wp:paragraph -->\n<p>", True, id="blocks"),
        pytest.param("Text\n\n[gallery ids='1,2']\n", True, id="a gallery"),
        pytest.param("---\ntitle: A\n---\n[caption id='a']", True, id="after front matter"),
        pytest.param("<p>Plain HTML</p>", False, id="plain HTML"),
        pytest.param("<!DOCTYPE html>\n<html><p>Type [gallery]</p>", False, id="a rendered page"),
        pytest.param("<p>Type [[gallery]] there</p>", False, id="escaped"),
        pytest.param("<p>A film [Video]</p>", False, id="a label"),
        pytest.param("", False, id="nothing"),
    ],
)
def test_which_html_is_a_stored_post(head, expected):
    assert PARSERS["wordpress"].sniff(head) is expected


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        pytest.param('<rss xmlns:wp="http://wordpress.org/export/1.2/">', True, id="an export"),
        pytest.param('<rss version="2.0"><channel>', False, id="a feed"),
    ],
)
def test_which_xml_is_an_export(head, expected):
    assert PARSERS["wordpress-export"].sniff(head) is expected
