from smolint.finding import FileResult

from .samples import BLOG, english_results, finding, report


def test_one_line_for_each_finding() -> None:
    lines = report("concise", english_results()).splitlines()

    assert lines[1] == (
        "tweets/dawn.tweet:1:28: error hashtag/not-a-hashtag “#Bread#Dawn” is no hashtag: nobody will find it."
    )
    assert len(lines) == 4


def test_a_message_of_several_lines_stays_on_one() -> None:
    found = finding(BLOG, "Bread", message="One\ntwo\x07")

    assert (
        report("concise", [FileResult("a.md", (found,))]) == "posts/bread.md:1:3: warning sentence/too-long One two␇\n"
    )


def test_nothing_found_writes_nothing() -> None:
    assert report("concise", [FileResult("a.md", drafts=1)]) == ""
