"""The prose of a draft is cut as a whole: into what each of its blocks would be cut into alone."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from smolint.checks.passive import passive_sentences
from smolint.checks.readability import ease_of
from smolint.checks.same_start import same_starts
from smolint.checks.transition import transition_sentences
from smolint.draft import Block, Content, Draft
from smolint.platform import Platform
from smolint.reading import Reading
from smolint.source import Piece, Source

PIECES = (
    "The bread was baked", "by Ada.", "In", "fact, it is good.", "However", "as a", "result of that", "is", "sold",
    "Le pain est cuit", "par Ada.", "en", "fait", "or", "d’", "abord,", "soit", "L’arbre", "donne-le-moi.",
    "y a-t-il ?",
    "“Was it?”", "https://example.com/a.", "HTML", "-", "…", "\n", "\n\n", "1", "000", "e.g.", "(M.", ")", "\x1d",
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), max_size=8).map(" ".join)
BLOCKS = st.lists(
    st.builds(
        lambda kind, text, language: Block(kind, text, (Piece(0, len(text), 0, len(text)),), language=language),
        st.sampled_from(["paragraph", "item", "heading", "quote", "code"]), TEXTS, st.sampled_from(["en", "fr", "de"]),
    ),
    max_size=6,
)  # fmt: skip


def reading(blocks):
    return Reading(
        Draft(Source("post.md", ""), Content(tuple(blocks)), "markdown", language="en"), Platform("", "", kind="blog")
    )


def measured(one, block):
    size = len(block.text)
    return (
        one.words(block),
        one.sentences(block),
        one.sentence_lengths(block),
        one.word_count(block),
        one.fine_word_count(block),
        one.words_in(block, size // 3, size),
        [one.words_between(block, start, end) for start in (0, size // 2) for end in (size // 2, size)],
    )


@given(BLOCKS)
def test_each_block_is_measured_as_it_would_be_alone(blocks):
    one = reading(blocks)
    assert [measured(one, block) for block in blocks] == [measured(reading([block]), block) for block in blocks]


@given(BLOCKS)
def test_no_passive_goes_beyond_a_block(blocks):
    found = [one for block in blocks for one in passive_sentences(reading([block])).found]
    assert list(passive_sentences(reading(blocks)).found) == found


@given(BLOCKS)
def test_no_transition_goes_beyond_a_block(blocks):
    found = [one for block in blocks for one in transition_sentences(reading([block])).sentences]
    assert list(transition_sentences(reading(blocks)).sentences) == found


@given(BLOCKS)
def test_words_are_spoken_as_in_a_block_alone(blocks):
    def told(ease):
        return Counter(words=ease.words, syllables=ease.syllables) if ease else Counter()

    alone = sum((told(ease_of(reading([block]))) for block in blocks), Counter())
    assert told(ease_of(reading(blocks))) == alone


@given(BLOCKS)
def test_sentences_begin_with_words_of_their_own(blocks):
    for run in same_starts(reading(blocks), 1):
        for start in run.starts:
            said = start.sentence.block.text[start.start : start.end].lower().replace("’", "'")
            assert said.split()[-1].endswith(run.words.split()[-1])


def test_a_block_that_is_none_of_the_drafts_stands_alone():
    block = Block("paragraph", "In fact, it is sold.", (Piece(0, 20, 0, 20),), language="en")
    one = reading([])
    assert one.word_count(block) == 5
    assert one.proses == {}
