from xml.etree import ElementTree

from smolint.finding import FileResult

from .samples import english_results, report


def test_files_and_their_errors() -> None:
    tree = ElementTree.fromstring(report("checkstyle", english_results()))
    first, second = tree.findall("file")

    assert tree.tag == "checkstyle"
    assert [file.get("name") for file in (first, second)] == ["tweets/dawn.tweet", "posts/bread.md"]
    assert [error.get("severity") for error in first] == ["info", "error", "warning"]
    assert first[1].attrib == {
        "line": "1",
        "column": "28",
        "severity": "error",
        "message": "“#Bread#Dawn” is no hashtag: nobody will find it. Put a space between the two.",
        "source": "smolint.hashtag/not-a-hashtag",
    }


def test_nothing_found_is_an_empty_document() -> None:
    assert len(ElementTree.fromstring(report("checkstyle", [FileResult("a.md", drafts=1)]))) == 0
