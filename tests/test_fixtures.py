"""The sample drafts show what smolint is for: good ones are left alone, each fault in the others is found."""

import pytest

import smolint
from smolint.testing import fixtures_folder

READY = [
    "blog/pain-au-levain.md",
    "facebook/sunday-brunch.txt",
    "linkedin/apprenti.md",
    "tweets/rye-is-back.tweet",
    "tweets/thanks.tweet",
    "tweets/which-one-returns.tweet",
]
FAULTS = [
    ("blog/atelier-levain.html", "depth/too-short", "Samedi 20 juin, on met la main à la pâte"),
    ("blog/atelier-levain.html", "sharing/module-dead", '<div class="addthis_inline_share_toolbox">'),
    ("blog/five-breads-for-summer.md", "image/alt-missing", "![](../images/photo.jpg)"),
    ("blog/five-breads-for-summer.md", "depth/placeholder-text", "[PRICE]"),
    ("blog/five-breads-for-summer.md", "image/unreadable", "../images/the-cat.png"),
    ("blog/old-english-blog.xml", "depth/placeholder-text", "Lorem ipsum dolor sit amet"),
    (
        "facebook/nouveaux-horaires.txt",
        "engagement/no-closing-question",
        "Vous aurez du pain chaud avant le premier train.",
    ),
    ("facebook/terrasse.txt", "image/location-leak", "../images/terrace-with-location.jpg"),
    ("linkedin/what-a-bakery-taught-me.md", "image/unreadable", "../images/not-an-image.png"),
    ("linkedin/what-a-bakery-taught-me.md", "hashtag/too-many", "#bread"),
    ("tweets/saturday.tweet", "image/alt-missing", "file: chalkboard.png"),
    ("tweets/saturday.tweet", "hashtag/not-a-hashtag", "#2026"),
]


@pytest.fixture(scope="module")
def findings():
    folder = fixtures_folder()
    results = list(smolint.lint([folder]))
    assert not [crash for result in results for crash in result.crashes]
    return [(one.path.partition("fixtures/")[2], one) for result in results for one in result.findings]


@pytest.mark.parametrize("path", READY)
def test_a_draft_that_is_ready_is_left_alone(findings, path):
    assert (fixtures_folder() / path).is_file()
    assert [one.message for name, one in findings if name == path] == []


@pytest.mark.parametrize(("path", "rule", "text"), FAULTS, ids=[f"{rule} in {path}" for path, rule, _ in FAULTS])
def test_a_fault_is_found_in_its_place(findings, path, rule, text):
    assert text in [one.text for name, one in findings if name == path and one.rule == rule]


def test_the_first_report_is_short_enough_to_be_read(findings):
    assert 12 <= len(findings) <= 30
    assert {one.level for _, one in findings} == set(smolint.Level)
