"""Decks through the whole of smolint: which files are decks, and what is found in them."""

from pathlib import Path

import pytest

from slideshare.made import packed, parts, pdf, picture, pptx, shape, slide
from smolint.config import Config
from smolint.engine import lint, lint_text

TITLE, END = slide(shape("Our bread", placeholder="title")), slide(shape("Write to hello@bakery.example"))
GOOD = pptx(TITLE, slide(shape("The oven", placeholder="title")), END)
BAD = pptx(TITLE, slide(shape("The oven")), slide(shape("Thank you")))


def write(folder, files):
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())


def linted(folder, config=None, names=(".",)):
    return list(lint([Path(folder, name) for name in names], config or Config(root=Path(folder))))


def found(folder, config=None, names=(".",)):
    results = linted(folder, config, names)
    assert [crash for result in results for crash in result.crashes] == []
    return [(Path(one.path).name, one.rule, one.line, one.text) for result in results for one in result.findings]


SIDECAR = "---\nplatform: slideshare\ntitle: Our bread\ntags: [bread]\n---\nHow we bake.\n"


@pytest.mark.parametrize(
    ("files", "drafts"),
    [
        pytest.param({"slideshare/talk.pptx": GOOD}, 1, id="a folder of that name"),
        pytest.param({"decks/2011/talk.pdf": pdf("a", "b", "see x.com")}, 1, id="below a folder of decks"),
        pytest.param({"talk.slideshare.pptx": GOOD}, 1, id="the platform in the file's name"),
        pytest.param({"files/talk.pptx": GOOD, "files/talk.pptx.md": SIDECAR}, 2, id="a sidecar that says so"),
        pytest.param({"files/talk.pptx": GOOD, "files/talk.md": SIDECAR}, 2, id="a sidecar with the deck's own name"),
        pytest.param({"files/talk.pptx": GOOD, "files/talk.yml": "platform: slideshare\n"}, 1, id="a sidecar in YAML"),
        pytest.param(
            {"files/talk.pptx": GOOD, "files/about.md": SIDECAR.replace("title", "deck: talk.pptx\ntitle")},
            2,
            id="a text that names the deck",
        ),
        pytest.param({"static/talk.pdf": pdf("a", "b")}, 0, id="a PDF among a blog's files"),
        pytest.param({"static/broken.pdf": b"junk", "posts/slides.pptx": b"junk"}, 0, id="a broken one there"),
        pytest.param({"tweets/menu.pdf": pdf("a", "b")}, 0, id="a PDF among tweets"),
        pytest.param(
            {"posts/talk.md": "---\ndeck: talk.pdf\n---\n", "posts/talk.pdf": pdf("a")}, 1, id="a post with its slides"
        ),
    ],
)
def test_which_files_are_decks(tmp_path, files, drafts):
    write(tmp_path, files)
    results = linted(tmp_path)
    assert sum(result.drafts for result in results) == drafts
    assert [note for result in results for note in result.notes] == []
    assert not any(result.unreadable for result in results)


def test_a_pdf_that_is_named_but_goes_nowhere_is_explained(tmp_path):
    write(tmp_path, {"static/talk.pdf": pdf("a")})
    (result,) = linted(tmp_path, names=["static/talk.pdf"])
    assert "slideshare" in result.notes[0].message
    assert not result.findings


def test_the_command_line_makes_it_a_deck(tmp_path):
    write(tmp_path, {"static/talk.pptx": BAD})
    config = Config(root=tmp_path, platform="slideshare", select=("deck",))
    assert found(tmp_path, config) == [("talk.pptx", "deck/no-next-step", 3, "Thank you")]
    assert found(tmp_path, Config(root=tmp_path, platform="linkedin")) == []


def test_a_pattern_of_the_configuration_makes_it_a_deck(tmp_path):
    write(tmp_path, {"static/talk.pptx": BAD})
    config = Config(root=tmp_path, platforms=(("static/**", ("slideshare",)),), select=("deck",))
    assert found(tmp_path, config) == [("talk.pptx", "deck/no-next-step", 3, "Thank you")]


@pytest.mark.parametrize(
    ("deck", "expected"),
    [
        pytest.param(GOOD, [], id="nothing wrong"),
        pytest.param(BAD, [("deck/no-next-step", 3, "Thank you")], id="an end that leads nowhere"),
        pytest.param(
            pptx(TITLE, slide(shape("The oven"), picture("Picture 4")), END),
            [("image/alt-missing", 2, "[Picture 4]")],
            id="a picture without words",
        ),
        pytest.param(pptx(TITLE, END), [("deck/slide-count", 1, "Our bread")], id="two slides"),
        pytest.param(pptx(END), [], id="a poster"),
        pytest.param(
            pptx(*[TITLE] * 101, END), [("deck/slide-count", 101, "Our bread")], id="more than a hundred slides"
        ),
        pytest.param(
            pptx(TITLE, slide(shape("Oven", placeholder="title"), shape("bread and salt " * 30)), END),
            [("deck/wordy-slide", 2, "Oven")],
            id="a page to read",
        ),
        pytest.param(
            pptx(TITLE, slide(shape("Références", placeholder="title"), shape("bread and salt " * 30)), END),
            [],
            id="a list of sources",
        ),
        pytest.param(pptx(TITLE, TITLE, slide(picture("Plan", "How to find us"))), [], id="a picture at the end"),
        pytest.param(
            pptx(TITLE, TITLE, slide(shape("Notre site", link="rId3")), links=[("rId3", "https://x.example")]),
            [],
            id="a linked text at the end",
        ),
        pytest.param(pptx(TITLE, TITLE, slide(shape("Des questions ?"))), [], id="a question at the end"),
        pytest.param(pptx(TITLE, TITLE, slide(shape("01 23 45 67 89"))), [], id="a telephone number at the end"),
        pytest.param(
            pptx(TITLE, TITLE, END, slide(shape("Hidden"), attributes=' show="0"')), [], id="a hidden slide at the end"
        ),
    ],
)
def test_what_is_found_in_a_deck(tmp_path, deck, expected):
    write(tmp_path, {"decks/talk.pptx": deck})
    ours = [(rule, line, text) for _, rule, line, text in found(tmp_path) if rule.startswith(("deck/", "image/"))]
    assert ours == expected


def test_rules_for_posts_say_nothing_about_a_deck(tmp_path):
    write(tmp_path, {"decks/talk.pptx": GOOD, "decks/talk.pdf": pdf("Bread", "Salt", "Visit bakery.example")})
    assert found(tmp_path) == []


def test_a_document_is_no_deck_of_slides(tmp_path):
    write(tmp_path, {"decks/report.pdf": pdf("bread and salt " * 60, "The end", size=(595, 842))})
    assert [one for one in found(tmp_path) if one[1].startswith("deck/")] == []


def test_an_old_deck_is_told_apart_from_a_clean_one(tmp_path):
    write(tmp_path, {"decks/old.ppt": b"\xd0\xcf\x11\xe0"})
    assert found(tmp_path) == [("old.ppt", "deck/old-format", 1, "")]


def test_an_unreadable_deck_does_not_stop_the_others(tmp_path):
    bomb = parts(TITLE)
    bomb["ppt/slides/slide1.xml"] = slide() + " " * 30_000_000
    write(tmp_path, {"decks/a.pptx": packed(bomb), "decks/b.pdf": b"%PDF-1.7 cut", "decks/c.pptx": BAD})
    assert [one[:2] for one in found(tmp_path)] == [
        ("a.pptx", "source/unreadable"),
        ("b.pdf", "source/unreadable"),
        ("c.pptx", "deck/no-next-step"),
    ]


def test_a_mark_of_confidence_in_a_footer_is_found_once(tmp_path):
    footer = shape("Confidential", placeholder="ftr")
    write(tmp_path, {"decks/talk.pptx": pptx(slide(shape("a"), footer), slide(shape("b"), footer), END)})
    assert found(tmp_path) == [("talk.pptx", "safety/confidential-marker", 1, "Confidential")]


def test_a_text_beside_a_deck_is_asked_what_the_upload_asks(tmp_path):
    write(
        tmp_path,
        {"decks/talk.pptx": GOOD, "decks/talk.md": "---\ntitle: Bread\n---\n", "decks/notes.md": "---\na: b\n---\n"},
    )
    assert found(tmp_path, Config(root=tmp_path, select=("deck",))) == [("talk.md", "deck/undescribed", 2, "title")]


def test_a_sidecar_silences_rules(tmp_path):
    write(tmp_path, {"decks/talk.pptx": BAD, "decks/talk.yml": "smolint: {ignore: [deck/no-next-step]}\n"})
    assert found(tmp_path) == []


MARP = "---\nmarp: true\n---\n# Bread\n\n---\n\n# Oven\n\n---\n\n# Thank you\n"


def test_a_marp_deck_is_a_deck_wherever_it_lies(tmp_path):
    write(tmp_path, {"talks/bread.md": MARP})
    assert found(tmp_path) == [("bread.md", "deck/no-next-step", 12, "Thank you")]


def test_a_text_for_slideshare_is_no_deck():
    assert [one.rule for one in lint_text("Two words.", platform="slideshare") if one.rule.startswith("deck/")] == []
