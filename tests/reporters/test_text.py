from dataclasses import replace

import pytest
from syrupy.assertion import SnapshotAssertion

from smolint.finding import Excerpt, FileResult, Level, Note
from smolint.reporters.cells import width

from .samples import BLOG, FRENCH_POST, english_results, finding, french_results, report

NOTES = [Note(f"divers/{name}.txt", "Nobody knows where this text will be published.") for name in "abcde"]


def test_english_report(snapshot: SnapshotAssertion) -> None:
    assert report("text", english_results(), *NOTES) == snapshot


def test_french_report(snapshot: SnapshotAssertion) -> None:
    notes = [Note(f"divers/{name}.txt", "On ne sait pas où ce texte sera publié.") for name in "abcde"]

    assert report("text", french_results(), *notes, language="fr") == snapshot


def test_report_in_colour(snapshot: SnapshotAssertion) -> None:
    assert report("text", english_results()[:1], color=True) == snapshot


@pytest.mark.parametrize("columns", [60, 80, 120])
@pytest.mark.parametrize("language", ["en", "fr"])
def test_no_line_is_wider_than_the_terminal(language: str, columns: int) -> None:
    results = english_results() if language == "en" else french_results()
    text = report("text", results, *NOTES, language=language, width=columns)

    assert max(width(line) for line in text.splitlines()) <= columns


def test_the_reason_is_given_once_a_rule() -> None:
    found = finding(BLOG, "Bread", reason="Readers lose the thread.")
    text = report("text", [FileResult("a.md", (found, found), drafts=1), FileResult("b.md", (found,), drafts=1)])

    assert text.count("Readers lose the thread.") == 1


def test_a_finding_about_the_whole_file_has_no_excerpt() -> None:
    found = replace(finding(BLOG, "Bread"), excerpt=Excerpt(""))

    assert "|" not in report("text", [FileResult("a.md", (found,), drafts=1)])


def test_platforms_are_named_where_a_file_goes_to_several() -> None:
    found = [finding(BLOG, "Bread", platform=name) for name in ("facebook", "twitter")]
    both = report("text", [FileResult("a.md", tuple(found), drafts=2)])
    one = report("text", [FileResult("a.md", tuple(found[:1]), drafts=1)])

    assert "sentence/too-long (facebook)" in both
    assert "facebook" not in one


def test_a_clean_file_is_not_named() -> None:
    text = report("text", [FileResult("clean.md", drafts=1)])

    assert text == "Nothing to mend in 1\u00a0file.\n"


def test_no_files_at_all() -> None:
    assert report("text", []) == "No drafts found.\n"
    assert report("text", [], language="fr") == "Aucun brouillon trouvé.\n"


@pytest.mark.parametrize(
    ("levels", "english", "french"),
    [
        pytest.param("e", "1\u00a0error in 1\u00a0file.", "1\u00a0erreur dans 1\u00a0fichier.", id="one error"),
        pytest.param("ww", "2\u00a0warnings in 1\u00a0file.", "2\u00a0avertissements dans 1\u00a0fichier.", id="two"),
        pytest.param(
            "eewsss",
            "2\u00a0errors, 1\u00a0warning and 3\u00a0suggestions in 1\u00a0file.",
            "2\u00a0erreurs, 1\u00a0avertissement et 3\u00a0suggestions dans 1\u00a0fichier.",
            id="all levels",
        ),
    ],
)
def test_the_summary_counts_with_the_right_agreement(levels: str, english: str, french: str) -> None:
    names = {"e": Level.ERROR, "w": Level.WARNING, "s": Level.SUGGESTION}
    found = tuple(finding(FRENCH_POST, "Notre pain", level=names[letter]) for letter in levels)
    results = [FileResult("a.md", found, drafts=1)]

    assert english in report("text", results)
    assert french in report("text", results, language="fr")


def test_all_paths_of_a_note_are_listed_on_demand() -> None:
    assert "divers/e.txt" not in report("text", [], *NOTES)
    assert "divers/e.txt" in report("text", [], *NOTES, verbose=True)


def test_a_file_that_comes_again_at_the_end_counts_once() -> None:
    results = [FileResult("a.md", (finding(BLOG, "Bread"),), drafts=1), FileResult("a.md", (finding(BLOG, "Bread"),))]

    assert "2\u00a0warnings in 1\u00a0file" in report("text", results)


def test_silenced_findings_are_counted_on_demand() -> None:
    results = [FileResult("a.md", drafts=1, suppressed=2)]

    assert "2\u00a0findings" in report("text", results, verbose=True)
    assert "silenced" not in report("text", results)


def test_escape_sequences_in_drafts_do_nothing() -> None:
    found = finding("a \x1b[31mred\x1b[0m b", "red", message="Not \x1b[2Jthis.", path="x\x1b]0;y.md")
    text = report("text", [FileResult(found.path, (found,), drafts=1)])

    assert "\x1b" not in text
    assert "␛[2Jthis." in text
