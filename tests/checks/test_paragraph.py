from __future__ import annotations

import pytest

from checks.made import SOCIAL, made, marked
from smolint.checks.paragraph import TooLong, paragraph_too_long

LINE = "We bake at dawn and sell at six."  # 8 words


def found(reading, limit):
    marks = list(paragraph_too_long(reading, TooLong(limit)))
    return marked(reading, marks), [mark.values for mark in marks]


def test_marks_the_whole_paragraph():
    long = " ".join([LINE] * 3)
    assert found(made(LINE, long), 20) == ([long], [{"words": 24, "limit": 20}])


@pytest.mark.parametrize(
    ("block", "settings"),
    [
        pytest.param(LINE, {}, id="short"),
        pytest.param(("item", " ".join([LINE] * 3)), {}, id="item of a list"),
        pytest.param(("cell", " ".join([LINE] * 3)), {}, id="cell of a table"),
        pytest.param(("quote", " ".join([LINE] * 3)), {}, id="quotation"),
        pytest.param(("code", " ".join([LINE] * 3)), {}, id="code"),
        pytest.param("\n".join([LINE] * 3), {"platform": SOCIAL}, id="lines of a social post"),
    ],
)
def test_leaves_alone(block, settings):
    assert found(made(block, **settings), 20) == ([], [])


def test_a_social_line_is_a_paragraph():
    long = " ".join([LINE] * 3)
    assert found(made(f"{LINE}\n  {long}  \n{LINE}", platform=SOCIAL), 20)[0] == [long]


def test_a_wrapped_blog_paragraph_is_one():
    assert len(found(made("\n".join([LINE] * 3)), 20)[0]) == 1
