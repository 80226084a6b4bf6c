import pytest

from checks.made import made, marked
from smolint.check import NoOptions
from smolint.checks.passive import PassiveShare, passive_each, passive_sentences, passive_share
from smolint.checks.same_start import SameStart, same_start, same_starts
from smolint.checks.transition import TransitionShare, transition_sentences, transition_share

FILLER = "The baker has warm bread. We sell it to the school. "
PASSIVE = "The oven was cleaned. "


def only(marks):
    found = list(marks)
    assert len(found) == 1
    return found[0]


def test_passives_are_counted_over_paragraphs_items_and_both_languages():
    reading = made("The bread is baked. We wait.", ("item", "Cakes are sold too."), ("heading", "Bread"))
    measured = passive_sentences(reading)
    assert [one.sentence.text for one in measured.found] == ["The bread is baked.", "Cakes are sold too."]
    assert measured.sentences == 4
    assert measured.share == pytest.approx(2 / 4)


def test_a_text_without_sentences_has_no_shares():
    assert passive_sentences(made()).share == 0.0
    assert transition_sentences(made()).share == 0.0


def test_a_language_without_lists_is_not_measured():
    assert passive_sentences(made("Das Brot is baked by Ada.", language="de")).sentences == 0


def test_a_text_of_unknown_language_has_no_shares():
    reading = made("Zug 7.", language="")
    assert passive_sentences(reading).share == 0.0
    assert transition_sentences(reading).share == 0.0


def test_each_passive_is_marked_on_demand():
    reading = made("The bread was baked. We wait. It is sold.")
    assert marked(reading, passive_each(reading, NoOptions())) == ["was baked", "is sold"]


def test_too_many_passives_mark_the_first_and_name_the_lines_of_the_others():
    reading = made(FILLER * 5, PASSIVE, FILLER, PASSIVE)
    mark = only(passive_share(reading, PassiveShare()))
    assert marked(reading, [mark]) == ["was cleaned"]
    assert mark.values == {"share": 14, "limit": 10, "count": 2, "sentences": 14, "lines": "7"}
    assert mark.at_most is not None


def test_far_too_many_passives_are_not_softened():
    assert only(passive_share(made(FILLER * 5 + PASSIVE * 4), PassiveShare())).at_most is None


@pytest.mark.parametrize(
    "reading",
    [
        pytest.param(made(FILLER * 10 + PASSIVE * 2), id="few passives"),
        pytest.param(made(PASSIVE * 5), id="few sentences"),
        pytest.param(made(FILLER * 5 + PASSIVE * 5, title="Announcing Bread 1.2"), id="release notes"),
        pytest.param(made(FILLER * 5, ("quote", PASSIVE * 5)), id="someone else's words"),
    ],
)
def test_other_texts_hear_nothing_about_passives(reading):
    assert list(passive_share(reading, PassiveShare())) == []


def test_few_transitions_mark_where_the_longest_stretch_without_begins():
    reading = made("Ada bakes. But Léo sleeps. " + FILLER * 40, "So we wait.")
    mark = only(transition_share(reading, TransitionShare()))
    assert marked(reading, [mark]) == ["The baker has warm bread."]
    assert mark.values == {"share": 2, "limit": 30, "count": 2, "sentences": 83, "stretch": 80, "line": 1}


@pytest.mark.parametrize(
    "reading",
    [
        pytest.param(made(FILLER * 10), id="a short text"),
        pytest.param(made("Ada bakes, but Léo sleeps. He snores. " * 30), id="every other sentence"),
        pytest.param(made(FILLER * 60, title="Security advisory"), id="a security notice"),
    ],
)
def test_other_texts_hear_nothing_about_transitions(reading):
    assert list(transition_share(reading, TransitionShare())) == []


@pytest.mark.parametrize(
    ("parts", "language", "expected"),
    [
        pytest.param(["We bake. We sell. We sleep. We wake."], "en", [4], id="one word"),
        pytest.param(["We bake. We sell.", "We sleep."], "en", [3], id="over paragraphs"),
        pytest.param(["The oven is old. The oven is hot. The oven hums."], "en", [3], id="the word after an article"),
        pytest.param(["L’eau bout. L'eau dort. L’eau coule."], "fr", [3], id="an elision"),
        pytest.param(["The oven is old. The door is new. The cat sleeps."], "en", [], id="only the article"),
        pytest.param(["We bake. We sell. You eat. We sleep."], "en", [], id="an interrupted row"),
        pytest.param(["We bake. We sell.", ("heading", "Night"), "We sleep."], "en", [], id="a heading between"),
        pytest.param([("item", "We bake."), ("item", "We sell."), ("item", "We eat.")], "en", [], id="a list"),
        pytest.param(["We bake. We sell. We eat.", "You eat. You rest. You sleep."], "en", [3, 3], id="two rows"),
    ],
)
def test_rows_of_same_starts(parts, language, expected):
    assert [len(run.starts) for run in same_starts(made(*parts, language=language))] == expected


def test_the_beginning_that_is_one_too_many_is_marked():
    reading = made("We bake. We sell. We sleep. We wake. You eat.")
    mark = only(same_start(reading, SameStart()))
    assert mark.values == {"word": "We", "count": 4, "limit": 2}
    assert mark.span.start == reading.draft.source.text.index("We sleep")


def test_a_row_of_questions_is_left_alone():
    assert list(same_start(made("Is it hot? Is it dark? Is it rye?"), SameStart())) == []
