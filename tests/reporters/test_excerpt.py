from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smolint.finding import Excerpt
from smolint.reporters.cells import clusters, visible, width
from smolint.reporters.excerpt import underline

from .samples import finding, finding_at

LINE = st.text(st.characters(codec=None, exclude_characters="\r\n"), min_size=1, max_size=120)


@st.composite
def marked_lines(draw: st.DrawFn) -> tuple[str, int, int]:
    text = draw(LINE)
    start = draw(st.integers(0, len(text)))
    return text, start, draw(st.integers(start, len(text)))


@given(marked_lines())
def test_carets_stand_under_exactly_the_marked_text(sample: tuple[str, int, int]) -> None:
    text, start, end = sample
    shown = underline(finding_at(text, start, end), 100_000)
    cells = [cluster for cluster in clusters(text) for _ in range(cluster.cells)]
    under = cells[shown.before : shown.before + shown.marked]

    assert shown.line == "".join(cluster.shown for cluster in clusters(text))
    if start == end:
        assert shown.marked == 1 or under[0].start < start
    else:
        marked = [cluster for cluster in clusters(text) if cluster.start < end and cluster.end > start]
        assert under == [cluster for cluster in marked for _ in range(cluster.cells)]


@given(marked_lines(), st.integers(30, 80))
def test_the_excerpt_and_its_carets_fit_the_width(sample: tuple[str, int, int], columns: int) -> None:
    shown = underline(finding_at(*sample), columns)

    assert width(shown.line) <= columns
    assert shown.before + shown.marked <= columns


@given(marked_lines(), st.integers(30, 80))
def test_the_start_of_the_mark_is_never_cropped_away(sample: tuple[str, int, int], columns: int) -> None:
    text, start, end = sample
    shown = underline(finding_at(text, start, end), columns)
    first = next((cluster for cluster in clusters(text) if cluster.end > start), None)

    assert first is None or first.shown in shown.line


@pytest.mark.parametrize(
    ("text", "marked", "line", "before", "carets"),
    [
        pytest.param("Our bread is good.", "bread", "Our bread is good.", 4, 5, id="plain"),
        pytest.param("🥖 Our bread", "bread", "🥖 Our bread", 7, 5, id="after an emoji"),
        pytest.param("a\tbread", "bread", "a   bread", 4, 5, id="after a tab"),
        pytest.param("de\u0301ja\u0300 vu", "vu", "de\u0301ja\u0300 vu", 5, 2, id="after combining accents"),
        pytest.param("de\u0301ja\u0300", "\u0301", "de\u0301ja\u0300", 1, 1, id="an accent alone marks its letter"),
        pytest.param("面包很好", "很好", "面包很好", 4, 4, id="wide characters"),
        pytest.param("zero\u200bwidth", "\u200b", "zero‹200B›width", 4, 6, id="an invisible character is named"),
    ],
)
def test_where_the_carets_stand(text: str, marked: str, line: str, before: int, carets: int) -> None:
    assert underline(finding(text, marked), 80) == (line, before, carets)


def test_a_long_line_is_cropped_on_both_sides() -> None:
    text = "x" * 200 + " here " + "y" * 200
    shown = underline(finding(text, "here"), 40)

    assert shown.line.startswith("…x")
    assert shown.line.endswith("y…")
    assert shown.line[shown.before : shown.before + shown.marked] == "here"


def test_a_long_mark_is_underlined_to_the_edge() -> None:
    shown = underline(finding("Start " + "x" * 200, "x" * 200), 40)

    assert shown.before + shown.marked == len(shown.line) - 1
    assert shown.line.endswith("x…")


def test_a_window_of_a_longer_line_keeps_its_place() -> None:
    found = finding("We bake. Our bread is good. You eat.", "Our bread is good.")
    window = Excerpt("bake. Our bread is good. You", 4, cut_before=True, cut_after=True)
    shown = underline(replace(found, excerpt=window), 80)

    assert shown.line == "…bake. Our bread is good. You…"
    assert shown.line[shown.before : shown.before + shown.marked] == "Our bread is good."


def test_a_caret_after_the_last_character() -> None:
    assert underline(finding_at("bread", 5, 5), 80) == ("bread", 5, 1)


def test_escape_sequences_are_not_sent_to_the_terminal() -> None:
    shown = underline(finding("a \x1b[31mred\x1b[0m b", "red"), 80)

    assert "\x1b" not in shown.line
    assert visible(shown.line) == shown.line
    assert shown.line[shown.before : shown.before + shown.marked] == "red"
