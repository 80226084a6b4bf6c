from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.social import marked, read
from smolint.checks.film import Chapters, Fold, Refused, chapters, link_below_fold, refused_character
from smolint.platform import Platform

FILMS = Platform("films", "Films", "video")


def film(text, path="film.txt"):
    return read(text, FILMS, path=path)


def faults(text, path="film.txt", min_seconds=10):
    reading = film(text, path)
    options = Chapters(min_seconds=min_seconds)
    return [(mark.variant, reading.draft.source[mark.span]) for mark in chapters(reading, options)]


@pytest.mark.parametrize(
    ("times", "expected"),
    [
        pytest.param("0:05 1:30 2:45", [("start", "0:05")], id="the first is not 0:00"),
        pytest.param("1:00:00 1:30:00 2:45:00", [("start", "1:00:00")], id="the first is hours in"),
        pytest.param("0:00 5:30 3:10 9:00", [("order", "3:10")], id="two change places"),
        pytest.param("0:00 50:00 7:00 9:00", [("order", "50:00")], id="one is far too late"),
        pytest.param("0:00 5:00 0:07 9:00", [("order", "0:07")], id="one is far too early"),
        pytest.param("0:00 5:00 5:00 9:00", [("order", "5:00")], id="one comes twice"),
        pytest.param("0:00 1:30 1:34 2:45", [("short", "1:30")], id="one is short"),
        pytest.param("0:00 5:30", [("few", "0:00")], id="two only"),
        pytest.param("0:01 5:30 5:31 4:00", [("start", "0:01"), ("short", "5:30"), ("order", "4:00")], id="several"),
        pytest.param("0:00 1:00 2:00", [], id="as they should be"),
        pytest.param("00:00 01:00 59:59 1:00:09", [], id="leading noughts and hours"),
        pytest.param("0:00", [], id="one only"),
        pytest.param("12:47", [], id="a single moment"),
        pytest.param("1:10 5:30", [], id="two moments"),
        pytest.param("10:00 10:30 12:00", [], id="hours of the day"),
        pytest.param("0:00 1:00 2:00 0:00 3:00 4:00", [], id="two films"),
        pytest.param("1:75 2:80 3:90", [], id="no times"),
    ],
)
def test_chapters(times, expected):
    text = "How we bake.\n\n" + "\n".join(f"{time} Step" for time in times.split())
    assert faults(text) == expected


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("- {} Step", id="a list"),
        pytest.param("({}) Step", id="in brackets"),
        pytest.param("  {} - Step", id="set in"),
        pytest.param("▶ {}: Step", id="after a sign"),
        pytest.param("{}\tStep", id="before a tab"),
    ],
)
def test_ways_to_write_a_chapter(line):
    text = "\n".join(line.format(time) for time in ("0:05", "1:00", "2:00"))
    assert faults(text) == [("start", "0:05")]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("8:05 am doors\n9:15 am bread\n9:55 p.m. end", id="hours with a.m. and p.m."),
        pytest.param("At 0:05 we knead,\nat 1:00 we bake,\nat 2:00 we eat.", id="times within sentences"),
        pytest.param("0:05:10:2 x\n1:00:00:1 x\n2:00:00:9 x", id="frames"),
        pytest.param("0:05\n1:00\n2:00\n", id="no titles"),
        pytest.param("", id="an empty file"),
    ],
)
def test_no_chapters(text):
    assert faults(text) == []


def test_lines_that_markdown_joins_are_chapters_too():
    assert faults("How.\n\n0:05 Flour\n1:00 Salt\n2:00 Oven\n", "film.md") == [("start", "0:05")]


def test_a_description_in_the_front_matter_goes_before_the_body():
    text = "---\ndescription: |\n  0:05 Flour\n  1:00 Salt\n  2:00 Oven\n---\n0:09 a\n1:00 b\n2:00 c\n"
    assert faults(text, "film.md") == [("start", "0:05")]


@given(st.lists(st.integers(0, 7200), max_size=30))
def test_each_time_is_marked_once_and_what_is_left_rises(seconds):
    lines = [f"{value // 3600}:{value // 60 % 60:02}:{value % 60:02} x" for value in seconds]
    reading = film("\n".join(lines))
    wrong = [mark.span for mark in chapters(reading, Chapters(min_seconds=0)) if mark.variant == "order"]
    assert len(wrong) == len(set(wrong))
    if seconds == sorted(set(seconds)):
        assert wrong == []


LONG = "Rye takes time. " * 10


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(f"{LONG}https://a.example", ["https://a.example"], id="after many words"),
        pytest.param("a\nb\nc\nhttps://a.example", ["https://a.example"], id="on the fourth line"),
        pytest.param(f"{LONG}https://a.example https://b.example", ["https://a.example"], id="the first of several"),
        pytest.param("a\nb\nhttps://a.example", [], id="on the third line"),
        pytest.param(f"https://a.example {LONG} https://b.example", [], id="another one is above"),
        pytest.param(LONG, [], id="no link"),
        pytest.param("", [], id="an empty file"),
        pytest.param(f"---\ndescription: Rye.\n---\n{LONG}https://a.example", [], id="in the body of another text"),
    ],
)
def test_link_below_fold(text, expected):
    assert marked([film(text)], link_below_fold, Fold()) == expected


@pytest.mark.parametrize(
    ("text", "path", "expected"),
    [
        pytest.param("Rye > spelt <3", "film.txt", [">", "<"], id="in the body"),
        pytest.param('---\ntitle: "Rye > spelt"\n---\nRye', "film.txt", [">"], id="in the title"),
        pytest.param("---\ndescription: a < b\n---\nRye > spelt", "film.txt", ["<"], id="in the description"),
        pytest.param("See <https://a.example>.", "film.md", [], id="around an address in Markdown"),
        pytest.param("> Rye takes time.", "film.md", [], id="a quotation in Markdown"),
        pytest.param("Rye → spelt « 3 »", "film.txt", [], id="other signs"),
    ],
)
def test_refused_characters(text, path, expected):
    assert marked([film(text, path)], refused_character, Refused()) == expected
