"""How X reads a post, beyond the conformance cases: emoji, French typography, speed-path agreement."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from smolint_twitter.text import find_cashtags, find_hashtags, find_mentions, is_valid, replied_to, weighted_length
from smolint_twitter.urls import find_urls


@pytest.mark.parametrize(
    ("text", "length"),
    [
        pytest.param("", 0, id="empty"),
        pytest.param("Bonjour", 7, id="plain letters"),
        pytest.param("À l’école, où ça ?", 18, id="accents and a typographic apostrophe weigh one"),
        pytest.param("Vraiment\u202f?", 11, id="a narrow no-break space weighs two"),
        pytest.param("Vraiment\u00a0?", 10, id="a no-break space weighs one"),
        pytest.param("5 €", 4, id="the euro sign weighs two"),
        pytest.param("…", 2, id="an ellipsis weighs two"),
        pytest.param("•", 2, id="a bullet weighs two"),
        pytest.param("cafe\u0301", 4, id="composed first"),
        pytest.param("👍🏽", 2, id="skin tone"),
        pytest.param("🇫🇷", 2, id="flag"),
        pytest.param("🏴󠁧󠁢󠁥󠁮󠁧󠁿", 2, id="flag by tags"),
        pytest.param("👩‍❤️‍💋‍👩", 2, id="couple joined"),
        pytest.param("🏳️‍🌈", 2, id="rainbow flag"),
        pytest.param("❤️", 2, id="heart with variation selector"),
        pytest.param("1️⃣", 2, id="keycap"),
        pytest.param("©", 1, id="copyright sign as text"),
        pytest.param("©️", 2, id="copyright sign as emoji"),
        pytest.param("🎉🎉", 4, id="two emoji side by side"),
        pytest.param("see https://example.com/a/very/long/path/that/goes/on?and=on now", 31, id="a URL weighs 23"),
        pytest.param("example.com", 23, id="a bare domain weighs 23"),
        pytest.param("漢字", 4, id="ideographs weigh two"),
    ],
)
def test_weighted_length(text, length):
    assert weighted_length(text) == length


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        pytest.param("#rentrée #Été2024", ["#rentrée", "#Été2024"], id="accents"),
        pytest.param("#l’été", ["#l"], id="cut by an apostrophe"),
        pytest.param("#jean-pierre", ["#jean"], id="cut by a hyphen"),
        pytest.param("#2024", [], id="digits only"),
        pytest.param("C# et F#", [], id="languages"),
        pytest.param("#️⃣ touche", [], id="keycap"),
        pytest.param("https://example.com/#ancre", [], id="part of a URL"),
        pytest.param("R&#39;D", [], id="an entity"),
        pytest.param("🎉#fête", ["#fête"], id="after an emoji"),
    ],
)
def test_hashtags(text, tags):
    assert [tag.text for tag in find_hashtags(text)] == tags


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        pytest.param("Merci @boulangerie_dupont !", ["@boulangerie_dupont"], id="before a French exclamation mark"),
        pytest.param("contact@example.com", [], id="an e-mail address"),
        pytest.param("https://medium.com/@someone/post", [], id="inside a URL"),
    ],
)
def test_mentions(text, mentions):
    assert [mention.text for mention in find_mentions(text)] == mentions


@pytest.mark.parametrize(
    ("text", "urls"),
    [
        pytest.param("Lisez https://exemple.fr/été.", ["https://exemple.fr/été"], id="accents in the path"),
        pytest.param("(voir exemple.fr/page)", ["exemple.fr/page"], id="bare, in brackets"),
        pytest.param("Notre README.txt", [], id="a file name"),
        pytest.param("version 2.0.1", [], id="a version"),
        pytest.param("Fin de phrase.Début", [], id="a forgotten space"),
        pytest.param("https://localhost:8000/x", [], id="a host without top-level domain"),
    ],
)
def test_urls(text, urls):
    assert [url.text for url in find_urls(text)] == urls


def test_a_reply_names_its_addressee():
    assert replied_to("@ada bonjour") == "ada"
    assert replied_to("Bonjour @ada") == ""


def test_cashtags_need_a_space_before():
    assert [tag.text for tag in find_cashtags("$AAPL et US$BAD")] == ["$AAPL"]


def test_valid_posts_are_neither_empty_nor_too_long():
    assert is_valid("a" * 280)
    assert not is_valid("a" * 281)
    assert not is_valid("")


@given(st.text(st.characters(codec="ascii", exclude_characters=".")))
def test_ascii_without_a_dot_counts_its_characters(text):
    assert weighted_length(text) == len(text)


@given(st.text(), st.text())
def test_entities_are_where_they_say(before, after):
    text = f"{before} #été @ada exemple.fr {after}"
    for entity in [*find_hashtags(text), *find_mentions(text), *find_urls(text)]:
        assert text[slice(*entity.span)] == entity.text


@given(st.text(st.sampled_from("aé#_7 ’-·@.&\n"), max_size=30))
def test_the_short_path_for_latin_text_finds_the_same_hashtags(text):
    # An ideograph at the end sends the same text along the general path.
    assert [tag.text for tag in find_hashtags(text)] == [tag.text for tag in find_hashtags(text + " 漢")]
