import pytest

from smolint.finding import FileResult, Level

from .samples import BLOG, english_results, finding, report


def test_an_error_with_its_place() -> None:
    assert report("github", english_results()).splitlines()[1] == (
        "::error file=tweets/dawn.tweet,line=1,col=28,endLine=1,endColumn=39,title=hashtag/not-a-hashtag"
        "::“#Bread#Dawn” is no hashtag: nobody will find it.%0APut a space between the two."
    )


@pytest.mark.parametrize(
    ("level", "command"),
    [
        pytest.param(Level.ERROR, "::error ", id="error"),
        pytest.param(Level.WARNING, "::warning ", id="warning"),
        pytest.param(Level.SUGGESTION, "::notice ", id="suggestion"),
    ],
)
def test_levels_become_commands(level: Level, command: str) -> None:
    assert report("github", [FileResult("a.md", (finding(BLOG, "Bread", level=level),))]).startswith(command)


def test_what_the_runner_would_misread_is_escaped() -> None:
    found = finding(BLOG, "Bread", message="100 %: a,\r\nb ::error::", path="a,b:c%.md")

    assert report("github", [FileResult(found.path, (found,))]) == (
        "::warning file=a%2Cb%3Ac%25.md,line=1,col=3,endLine=1,endColumn=8,title=sentence/too-long"
        "::100 %25: a,%0Ab ::error::\n"
    )


def test_a_finding_over_several_lines_has_no_columns() -> None:
    found = finding(BLOG, "First line of a long\nparagraph")

    assert "line=3,endLine=4,title=" in report("github", [FileResult("a.md", (found,))])


def test_nothing_found_writes_nothing() -> None:
    assert report("github", [FileResult("a.md", drafts=1)]) == ""
