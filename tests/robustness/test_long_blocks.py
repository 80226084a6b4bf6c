"""Long paragraphs: what a check does for each sentence does not grow with the whole paragraph."""

from __future__ import annotations

import pytest

from smolint import platforms
from smolint.checks.quotation import is_borrowed, is_roll
from smolint.draft import Content, Draft
from smolint.parsers.markdown import read_markdown
from smolint.reading import Reading
from smolint.source import Source

SENTENCES = 300


class Counting(Reading):
    """A reading that counts how often words between two places are asked for."""

    asked = 0

    def words_between(self, block, start, end):
        self.asked += 1
        return super().words_between(block, start, end)


def reading(text):
    content = read_markdown(text)
    draft = Draft(Source("a.md", text), Content(content.blocks), "markdown", platform="wordpress", language="fr")
    return Counting(draft, platforms()["wordpress"])


@pytest.mark.parametrize(
    ("sentence", "borrowed"),
    [
        pytest.param("Il a dit « du pain » à midi. ", False, id="a few words quoted"),
        pytest.param("« Du pain frais à midi. » ", True, id="all of it quoted"),
        pytest.param('Elle a dit "du pain" à midi. ', False, id="straight quotation marks"),
        pytest.param("Il dit “du « pain » frais de midi”. ", True, id="a quotation in a quotation"),
    ],
)
def test_each_sentence_is_held_against_its_own_quotations(sentence, borrowed):
    one = reading(sentence * SENTENCES)
    (block,) = one.draft.blocks
    places = range(0, len(block.text), len(sentence))

    assert {is_borrowed(one, block, place, place + len(sentence)) for place in places} == {borrowed}
    assert one.asked <= 4 * SENTENCES


def test_a_roll_is_looked_for_in_one_sentence():
    names = "Ada Bo Cy Di Ed Flo Gus Hal Ida Jo Kit Lou, "
    one = reading("Du pain frais tous les jours. " + names + "et du pain. ")
    (block,) = one.draft.blocks
    start = block.text.index("Ada")

    assert is_roll(one, block, start, start + len(names))
    assert not is_roll(one, block, 0, len(block.text) - len(names) - 1)
