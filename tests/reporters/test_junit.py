"""The document against what both schemas in use ask for: junit-10.xsd of Jenkins, JUnit.xsd of Ant's task."""

import re
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest

from smolint.finding import FileResult, Level, Note

from .samples import BLOG, english_results, finding, french_results, report

SUITE = {"name", "package", "id", "tests", "failures", "errors", "skipped", "time", "timestamp", "hostname"}


def suites(results: list[FileResult]) -> list[Element]:
    return list(ElementTree.fromstring(report("junit", results)))


@pytest.mark.parametrize(
    "results",
    [
        pytest.param(english_results(), id="findings of every level"),
        pytest.param(french_results(), id="French findings"),
        pytest.param([FileResult("a.md", crashes=("rule x\nTraceback …",))], id="a check that failed"),
        pytest.param([FileResult("a.md", drafts=1)], id="nothing found"),
        pytest.param([], id="no file"),
    ],
)
def test_elements_and_attributes_are_those_of_the_schemas(results: list[FileResult]) -> None:
    tree = ElementTree.fromstring(report("junit", results))

    assert (tree.tag, tree.attrib) == ("testsuites", {})
    for number, suite in enumerate(tree):
        tags = [child.tag for child in suite]
        assert suite.tag == "testsuite"
        assert set(suite.keys()) == SUITE
        assert suite.get("id") == str(number)
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d", suite.get("timestamp") or "")
        assert tags == ["properties", *["testcase"] * int(suite.get("tests") or 0), "system-out", "system-err"]
        for case in suite.iter("testcase"):
            assert set(case.keys()) == {"name", "classname", "time"}
            assert len(case) <= 1
            assert all(set(child.keys()) == {"type", "message"} for child in case)


def test_one_suite_for_each_file_and_one_case_for_each_finding() -> None:
    tweet, blog, clean = suites(english_results())

    assert [suite.get("name") for suite in (tweet, blog, clean)] == [
        "tweets/dawn.tweet",
        "posts/bread.md",
        "posts/clean.md",
    ]
    assert [(suite.get("tests"), suite.get("failures"), suite.get("skipped")) for suite in (tweet, blog, clean)] == [
        ("3", "2", "1"),
        ("1", "1", "0"),
        ("1", "0", "0"),
    ]
    case = tweet.findall("testcase")[1]
    assert case.attrib == {"name": "hashtag/not-a-hashtag 1:28", "classname": "tweets/dawn.tweet", "time": "0"}
    assert case[0].get("type") == "error"
    assert (case[0].text or "").splitlines() == [
        "tweets/dawn.tweet:1:28: error hashtag/not-a-hashtag",
        "“#Bread#Dawn” is no hashtag: nobody will find it.",
        "Put a space between the two.",
        "Twitter takes a hashtag only where a word begins.",
    ]


@pytest.mark.parametrize(
    ("level", "tag"),
    [
        pytest.param(Level.ERROR, "failure", id="error"),
        pytest.param(Level.WARNING, "failure", id="warning"),
        pytest.param(Level.SUGGESTION, "skipped", id="suggestion stops no build"),
    ],
)
def test_levels_become_outcomes(level: Level, tag: str) -> None:
    (suite,) = suites([FileResult("a.md", (finding(BLOG, "Bread", level=level),), drafts=1)])

    assert [child.tag for child in suite.findall("testcase")[0]] == [tag]


def test_a_file_that_comes_twice_is_one_suite() -> None:
    one = FileResult("a.md", (finding(BLOG, "Bread"),), drafts=1)

    assert [suite.get("tests") for suite in suites([one, FileResult("b.md", drafts=1), one])] == ["2", "1"]


def test_a_check_that_failed_is_an_error() -> None:
    (suite,) = suites([FileResult("a.md", crashes=("rule x\nTraceback …",), drafts=1)])

    assert suite.get("errors") == "1"
    assert suite.find("testcase/error").attrib == {"type": "crash", "message": "rule x"}


def test_a_skipped_file_is_no_suite() -> None:
    assert suites([FileResult("a.txt", notes=(Note("a.txt", "Left out."),))]) == []
