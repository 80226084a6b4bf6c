import itertools
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smolint.source import Piece, Position, Source, Span, compose, map_span

TEXTS = st.text(alphabet=st.sampled_from("ab é😀\t\n\r"), max_size=40)


@pytest.mark.parametrize(
    ("text", "offset", "position"),
    [
        pytest.param("", 0, (1, 1), id="an empty text has one place"),
        pytest.param("ab", 2, (1, 3), id="the end is a place after the last character"),
        pytest.param("a\nb", 1, (1, 2), id="a line end belongs to its line"),
        pytest.param("a\nb", 2, (2, 1), id="after LF a line begins"),
        pytest.param("a\r\nb", 2, (1, 3), id="the two halves of CRLF are on one line"),
        pytest.param("a\r\nb", 3, (2, 1), id="after CRLF a line begins"),
        pytest.param("a\rb", 2, (2, 1), id="after a lone CR a line begins"),
        pytest.param("a\n", 2, (2, 1), id="after the last line end stands an empty line"),
        pytest.param("😀b", 1, (1, 2), id="an emoji is one column"),
        pytest.param("a\u2028b", 2, (1, 3), id="a line separator ends no line of a file"),
        pytest.param("a\x0cb\x85c", 4, (1, 5), id="form feed and next-line end no line"),
    ],
)
def test_position(text, offset, position):
    assert Source("x", text).position(offset) == position


def test_a_window_counts_from_its_place_in_the_file():
    window = Source("x", "ab\ncd", first_line=10, first_column=5)
    assert [window.position(offset) for offset in (0, 1, 3, 4)] == [(10, 5), (10, 6), (11, 1), (11, 2)]
    assert isinstance(window.position(0), Position)


@pytest.mark.parametrize(
    ("text", "offset", "line"),
    [
        pytest.param("one\ntwo\nthree", 5, "two", id="in the middle"),
        pytest.param("one\r\ntwo\r\n", 6, "two", id="without its CRLF"),
        pytest.param("one\ntwo", 7, "two", id="at the very end"),
        pytest.param("one\n", 4, "", id="after the last line end"),
        pytest.param("", 0, "", id="in an empty text"),
    ],
)
def test_line_text(text, offset, line):
    source = Source("x", text)
    assert source.line_text(offset) == line
    assert source.line_start(offset) == text.rfind("\n", 0, offset) + 1


@given(TEXTS, st.data())
def test_line_and_column_lead_back_to_the_offset(text, data):
    source = Source("x", text)
    offset = data.draw(st.integers(0, len(text)))
    line, column = source.position(offset)
    assert source.line_starts[line - 1] + column - 1 == offset
    assert column >= 1


@given(TEXTS)
def test_lines_together_are_the_text(text):
    source = Source("x", text)
    bounds = [*source.line_starts, len(text)]
    assert "".join(source[a, b] for a, b in itertools.pairwise(bounds)) == text


def test_a_source_survives_pickling_after_its_lines_were_counted():
    source = Source("x", "a\nb")
    source.position(2)
    assert pickle.loads(pickle.dumps(source)) == source


ENTITY = (Piece(0, 2, 10, 12), Piece(2, 3, 12, 17), Piece(3, 5, 17, 19))  # "ab&amp;cd" from offset 10
BEFORE_ENTITY = (Piece(0, 1, 0, 1), Piece(2, 3, 1, 6))  # "a", a character from nowhere, "&amp;"
GAP = (Piece(0, 2, 0, 2), Piece(4, 6, 5, 7))  # two characters of the visible text come from nowhere


@pytest.mark.parametrize(
    ("pieces", "start", "end", "span"),
    [
        pytest.param((), 0, 3, (0, 0), id="no pieces: nowhere"),
        pytest.param(ENTITY, 0, 2, (10, 12), id="plain text"),
        pytest.param(ENTITY, 1, 2, (11, 12), id="part of a plain run"),
        pytest.param(ENTITY, 2, 3, (12, 17), id="an entity as a whole"),
        pytest.param(ENTITY, 1, 4, (11, 18), id="around an entity"),
        pytest.param(ENTITY, 3, 4, (17, 18), id="after an entity, its ending is not marked"),
        pytest.param(ENTITY, 3, 3, (17, 17), id="an empty range after an entity"),
        pytest.param(ENTITY, 5, 5, (19, 19), id="an empty range at the end"),
        pytest.param(ENTITY, 0, 99, (10, 19), id="a range that is too long ends with the text"),
        pytest.param(GAP, 1, 5, (1, 6), id="across a gap"),
        pytest.param(GAP, 1, 3, (1, 2), id="drawn in at the end"),
        pytest.param(GAP, 3, 6, (5, 7), id="drawn in at the start"),
        pytest.param(BEFORE_ENTITY, 1, 2, (1, 1), id="nothing but a gap before an entity"),
        pytest.param(BEFORE_ENTITY, 3, 5, (6, 6), id="past the end, after an entity"),
    ],
)
def test_map_span(pieces, start, end, span):
    assert map_span(pieces, start, end) == Span(*span)


@st.composite
def mapped(draw, source_length=None):
    """Pieces in order over a visible text, with gaps on both sides; linear and whole ones mixed."""
    pieces, at, source_at = [], 0, 0
    for _ in range(draw(st.integers(1, 5))):
        at += draw(st.integers(0, 2))
        source_at += draw(st.integers(0, 2))
        length = draw(st.integers(1, 4))
        source_length = length if draw(st.booleans()) else draw(st.integers(1, 6))
        pieces.append(Piece(at, at + length, source_at, source_at + source_length))
        at, source_at = at + length, source_at + source_length
    return tuple(pieces)


@given(mapped(), st.data())
def test_spans_lie_in_the_source_range_and_keep_their_order(pieces, data):
    end = data.draw(st.integers(0, pieces[-1].end))
    start = data.draw(st.integers(0, end))
    span = map_span(pieces, start, end)
    assert pieces[0].source_start <= span.start <= span.end <= pieces[-1].source_end
    wider = map_span(pieces, max(0, start - 1), end + 1)
    if any(max(start, piece.start) < min(end, piece.end) for piece in pieces):
        assert wider.start <= span.start
        assert wider.end >= span.end


@given(mapped())
def test_each_piece_maps_to_its_own_source_range(pieces):
    for piece in pieces:
        assert map_span(pieces, piece.start, piece.end) == (piece.source_start, piece.source_end)


@given(st.text(alphabet="abcdef", min_size=1, max_size=20), st.data())
def test_linear_maps_compose_to_the_same_characters(text, data):
    """A text cut out of a text cut out of a source still marks the same characters."""
    source = f"<<{text}>>"
    middle_start = data.draw(st.integers(0, len(text) - 1))
    middle = text[middle_start:]
    outer = (Piece(0, len(middle), 2 + middle_start, 2 + len(text)),)
    cut = data.draw(st.integers(0, len(middle)))
    inner = tuple(
        piece for piece in (Piece(0, cut, 0, cut), Piece(cut, len(middle), cut, len(middle))) if piece.end > piece.start
    )
    composed = compose(inner, outer)
    for at, character in enumerate(middle):
        assert source[slice(*map_span(composed, at, at + 1))] == character


@given(mapped(), st.data())
def test_composition_agrees_with_mapping_twice(outer, data):
    """Where the intermediate text is covered, going through it and going at once give the same source span."""
    length = outer[-1].end
    start = data.draw(st.integers(0, length - 1))
    inner = (Piece(0, length - start, start, length),)
    composed = compose(inner, outer)
    for piece in composed:
        assert (piece.source_start, piece.source_end) == map_span(outer, piece.start + start, piece.end + start)


def test_composition_cuts_a_run_where_an_entity_stands():
    composed = compose((Piece(0, 5, 0, 5),), ENTITY)
    assert composed == ENTITY
