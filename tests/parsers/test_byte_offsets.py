from hypothesis import given
from hypothesis import strategies as st

from smolint.parsers.byte_offsets import code_points, inner_bytes

TEXTS = st.text(alphabet=st.sampled_from("a \né’œ漢😀\U0010ffff"))


@given(TEXTS, st.integers(0, 50))
def test_a_byte_offset_gives_the_character_that_begins_there(text, base):
    at = code_points(text, base)
    for number in range(len(text) + 1):
        assert at(len(text[:number].encode())) == base + number


@given(TEXTS)
def test_inner_bytes_are_those_between_the_beginnings_of_characters(text):
    beginnings = {len(text[:number].encode()) for number in range(len(text))}
    assert inner_bytes(text) == [place for place in range(len(text.encode())) if place not in beginnings]


def test_a_lone_surrogate_counts_as_one_character():
    assert code_points("é\ud800b")(5) == 2
