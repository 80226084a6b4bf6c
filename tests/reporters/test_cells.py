import pytest
from hypothesis import given
from hypothesis import strategies as st

from smolint.reporters.cells import clusters, row, visible, width, wrap

LINES = st.text(st.characters(codec=None), max_size=60)


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        pytest.param("bread", 5, id="plain letters"),
        pytest.param("crème", 5, id="a composed accent"),
        pytest.param("cre\u0300me", 5, id="a combining accent"),
        pytest.param("面包", 4, id="Chinese characters"),
        pytest.param("🥖", 2, id="an emoji"),
        pytest.param("👩‍🍳", 2, id="a joined emoji sequence"),
        pytest.param("👍🏽", 2, id="an emoji with a skin tone"),
        pytest.param("🇫🇷🇧🇪", 4, id="two flags"),
        pytest.param("❤️", 2, id="a sign in emoji style"),
        pytest.param("❤", 1, id="the same sign in text style"),
        pytest.param("oui\u202f!\u00a0", 6, id="no-break spaces"),
        pytest.param("a\tb", 5, id="a tab to the next stop"),
        pytest.param("", 0, id="nothing"),
        pytest.param("\x1b[31m", 5, id="an escape character shown as a symbol"),
    ],
)
def test_width_in_cells(text: str, cells: int) -> None:
    assert width(text) == cells


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("Pâte à pain", "Pâte à pain", id="ordinary text stays"),
        pytest.param("oui\u202f!", "oui\u202f!", id="no-break spaces stay"),
        pytest.param("\x1b[2Jgone", "␛[2Jgone", id="an escape sequence cannot act"),
        pytest.param("one\ntwo", "one two", id="lines are joined"),
        pytest.param("zero\u200bwidth", "zero‹200B›width", id="a zero-width space is named"),
        pytest.param("abc\u202ecba", "abc‹202E›cba", id="a direction override is named"),
        pytest.param("\u0301a", "◌\u0301a", id="an accent without a letter gets a circle"),
        pytest.param("\ud83e", "‹D83E›", id="half a character is named"),
    ],
)
def test_what_is_shown(text: str, shown: str) -> None:
    assert visible(text) == shown


@given(LINES)
def test_clusters_cover_the_text_in_order(text: str) -> None:
    found = clusters(text)

    assert [cluster.start for cluster in found] == [0, *(cluster.end for cluster in found)][: len(found)]
    assert "".join(text[cluster.start : cluster.end] for cluster in found) == text
    assert all(cluster.cells >= 1 for cluster in found)


def told(text: str) -> list[tuple[int, str, int]]:
    return [(cluster.start, cluster.shown, cluster.cells) for cluster in clusters(text)]


@given(LINES)
def test_a_row_tells_of_the_same_clusters(text: str) -> None:
    assert list(zip(*row(text), strict=True)) == told(text)


def test_every_character_has_the_same_row_by_itself() -> None:
    for char in map(chr, range(0x20, 0x3000)):
        for text in (char, f"a{char}", f"{char}a"):
            assert list(zip(*row(text), strict=True)) == told(text)
            assert width(text) == sum(cells for *_, cells in told(text))
            assert visible(text) == "".join(c.shown for c in clusters(" ".join(text.splitlines())))


@given(LINES)
def test_what_is_shown_holds_no_control_character(text: str) -> None:
    assert not [char for char in visible(text) if ord(char) < 32 or 0x7F <= ord(char) < 0xA0]


def test_wrapping_keeps_french_punctuation_with_its_word() -> None:
    lines = wrap("Et vous, que préférez-vous\u202f? Dites-le «\u00a0ici\u00a0».", 27)

    assert lines == ["Et vous, que", "préférez-vous\u202f? Dites-le", "«\u00a0ici\u00a0»."]


def test_wrapping_leaves_a_long_word_whole() -> None:
    assert wrap("see https://example.org/a/very/long/address now", 20, "> ", "  ") == [
        "> see",
        "  https://example.org/a/very/long/address",
        "  now",
    ]


@given(st.text("ab é面\u00a0 ", max_size=200), st.integers(10, 40))
def test_wrapped_lines_fit_and_keep_every_word(text: str, columns: int) -> None:
    lines = wrap(text, columns)

    assert " ".join(lines) == text
    assert all(width(line) <= columns or " " not in line for line in lines)
