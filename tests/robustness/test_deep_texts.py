"""Deep nesting and long rows of directives: no part of the text is looked at once for each part around it."""

from __future__ import annotations

import pytest

from smolint.parsers.inner_bodies import inner_bodies
from smolint.parsers.template_tags import template_tags
from smolint.source import Source
from smolint.suppression import silences

from .counted import Counted

MANY = 400


@pytest.mark.parametrize(
    ("opening", "closing", "bodies"),
    [
        pytest.param("<A>\n", "</A>\n", 0, id="without indentation"),
        pytest.param("  <A>\n", "  </A>\n", 0, id="with too little to be code"),
        pytest.param("    <A>\n", "    </A>\n", 1, id="with enough to be code"),
        pytest.param("<A>\n", "    x\n</A>\n", 0, id="with code between the tags"),
    ],
)
def test_components_in_components_are_read_once(opening, closing, bodies):
    text = Counted(f"{opening * MANY}x\n{closing * MANY}" if not bodies else f"{opening * MANY}{closing * MANY}")
    tags = template_tags(text, mdx=True)
    assert len(tags) == 2 * MANY
    text.seen = 0

    assert len(inner_bodies(text, tags, 0, len(text), mdx=True)) == bodies
    assert text.seen < 30 * len(text)


class Lines(list):
    """Line starts that count how many of them are looked at."""

    seen = 0

    def __getitem__(self, key):
        self.seen += 1
        return super().__getitem__(key)

    def __iter__(self):
        for one in super().__iter__():
            self.seen += 1
            yield one


def test_the_next_line_is_found_without_reading_all():
    from smolint.parsers.markdown import parse_markdown

    source = Source("a.md", "<!-- smolint: disable-next-line=image/missing -->\nDu pain.\n\n" * MANY)
    (draft,) = parse_markdown(source)
    lines = source.__dict__["line_starts"] = Lines(source.line_starts)

    found = silences(draft)
    assert {source.text[one.start : one.end] for one in found} == {"Du pain.\n"}
    assert len(found) == MANY
    assert lines.seen < 30 * MANY
