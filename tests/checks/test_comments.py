from __future__ import annotations

import pytest

from checks.social import marked, read
from smolint.checks.comments import CommentsClosed, comments_closed


def found(front, path="post.md"):
    reading = read(f"---\ntitle: Bread\n{front}\n---\nWe bake.\n", "blog", path=path)
    return marked([reading], comments_closed, CommentsClosed())


@pytest.mark.parametrize(
    ("front", "value"),
    [
        pytest.param("comments: false", "false", id="Jekyll"),
        pytest.param("comments: no", "no", id="YAML's no"),
        pytest.param("comment_status: closed", "closed", id="as exports say it"),
        pytest.param('comment-status: "closed"', "closed", id="quoted"),
        pytest.param("showComments: false", "false", id="Hugo"),
    ],
)
def test_marks_the_value(front, value):
    assert found(front) == [value]


@pytest.mark.parametrize(
    "front",
    [
        pytest.param("comments: true", id="open"),
        pytest.param("comment_status: open", id="open, as exports say it"),
        pytest.param("comments:", id="empty"),
        pytest.param("comments: [first, second]", id="the comments themselves"),
        pytest.param("tags: [comments, closed]", id="about comments"),
        pytest.param("layout: page\ncomments: false", id="a page"),
    ],
)
def test_leaves_alone(front):
    assert found(front) == []
