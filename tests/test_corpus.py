"""Real files of other people's repositories: nothing fails, and every finding stands where it says."""

from collections import defaultdict

import pytest

import smolint
from smolint.config import Config
from smolint.parsers.decode import decode
from smolint.source import Source

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module", params=["en", "fr"])
def results(request, shared):
    corpus = shared / "corpus"
    if not corpus.is_dir():
        pytest.skip("needs the corpus of real files")
    config = Config(ui_language=request.param, root=corpus)
    return list(smolint.lint([corpus], config))


@pytest.fixture(scope="module")
def findings_by_path(results):
    found = defaultdict(list)
    for result in results:
        found[result.path] += result.findings
    return found


def test_no_check_and_no_parser_fails(results):
    assert [crash for result in results for crash in result.crashes] == []
    assert sum(result.drafts for result in results) > 500


def test_marked_texts_are_the_files_own(findings_by_path):
    wrong = []
    for path, findings in findings_by_path.items():
        if path.endswith(".xml") or not findings or any(one.rule == "source/unreadable" for one in findings):
            continue
        with open(path, "rb") as file:
            source = Source(path, decode(file.read()))
        for one in findings:
            start = source.line_starts[one.line - 1] + one.column - 1
            end = source.line_starts[one.end_line - 1] + one.end_column - 1
            if source.text[start:end][:200] != one.text:
                wrong.append((path, one.rule, one.line, one.column, source.text[start:end][:50], one.text[:50]))
    assert wrong == []


def test_excerpts_hold_the_start_of_what_is_marked(findings_by_path):
    for findings in findings_by_path.values():
        for one in findings:
            window = one.excerpt.text[one.column - one.excerpt.column :]
            first_line = one.text.splitlines()[0] if one.text else ""
            assert window.startswith(first_line[: len(window)]), (one.path, one.line, one.rule)


def test_every_finding_is_in_order_and_has_words(findings_by_path, results):
    for result in results:
        places = [(one.line, one.column) for one in result.findings]
        assert places == sorted(places)
    for findings in findings_by_path.values():
        for one in findings:
            assert one.message
            assert one.help
            assert one.reason
            assert "{" not in one.message.replace("{{", "").replace(one.text, ""), one.message


def test_fixes_stay_inside_the_file(findings_by_path):
    for findings in findings_by_path.values():
        for one in findings:
            for edit in one.fix.edits if one.fix else ():
                assert (edit.line, edit.column) <= (edit.end_line, edit.end_column)
                assert edit.line >= 1
