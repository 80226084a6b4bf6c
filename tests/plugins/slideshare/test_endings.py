"""Last slides: which lead the reader on and which only say goodbye; and what a deck's sidecar tells."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from smolint_slideshare.endings import is_references, leads_on
from smolint_slideshare.outline import LinkedRun, Outline
from smolint_slideshare.sidecar import declares, is_sidecar, sidecar_fields

from slideshare.made import pptx, shape, slide
from smolint.host import installed_host


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("hello@bakery.example", id="an address of mail"),
        pytest.param("www.bakery.example", id="a page"),
        pytest.param("bakery.fr", id="a bare domain"),
        pytest.param("@ourbakery", id="an account"),
        pytest.param("+33 1 23 45 67 89", id="a telephone number"),
        pytest.param("01\u202f23\u202f45\u202f67\u202f89", id="a number with narrow spaces"),
        pytest.param("Any questions?", id="a question"),
        pytest.param("Des questions\u202f?", id="a question in French"),
        pytest.param("Contact us", id="contact"),
        pytest.param("Download the recipe", id="download"),
        pytest.param("Inscrivez-vous dès maintenant", id="inscription"),
        pytest.param("Écrivez-nous", id="a French capital with its accent"),
        pytest.param("Rendez-vous samedi au marché", id="a meeting"),
        pytest.param("Prochaines étapes", id="next steps in French"),
        pytest.param("LET’S BAKE", id="capitals and a curly apostrophe"),
    ],
)
def test_endings_that_lead_on(text):
    assert leads_on(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Thank you", id="thanks"),
        pytest.param("Merci de votre attention", id="thanks in French"),
        pytest.param("The end", id="the end"),
        pytest.param("Fin", id="the end in French"),
        pytest.param("© 2024 The bakery", id="a copyright"),
        pytest.param("Contentment", id="a word that begins alike"),
        pytest.param("Facebook", id="a word that ends alike"),
        pytest.param("12 345", id="a short number"),
        pytest.param("", id="nothing"),
    ],
)
def test_endings_that_lead_nowhere(text):
    assert not leads_on(text)


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        pytest.param("References", True, id="references"),
        pytest.param("RÉFÉRENCES", True, id="French, in capitals"),
        pytest.param("  Sources", True, id="sources after blanks"),
        pytest.param("Bibliographie", True, id="books"),
        pytest.param("Pour aller plus loin", True, id="further reading"),
        pytest.param("Crédits photos", True, id="photographers"),
        pytest.param("Our sources of flour", False, id="sources within a title"),
        pytest.param("Sourcing our flour", False, id="a word that begins alike"),
        pytest.param("Thank you", False, id="thanks"),
        pytest.param("", False, id="nothing"),
    ],
)
def test_slides_of_references(title, expected):
    assert is_references(title) is expected


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        pytest.param("talk.pptx.md", "---\nplatform: slideshare\n---\n", True, id="named after the file"),
        pytest.param("talk.md", "---\nplatforms: [linkedin, SlideShare]\n---\n", True, id="one of several"),
        pytest.param("talk.yml", "platform: slideshare\n", True, id="YAML alone"),
        pytest.param("talk.yaml", "---\nplatform: slideshare\n", True, id="YAML with a beginning only"),
        pytest.param("talk.md", '+++\nplatform = "slideshare"\n+++\n', True, id="TOML"),
        pytest.param("about.md", "---\ndeck: ./talk.pptx\nplatform: slideshare\n---\n", True, id="by `deck`"),
        pytest.param("about.md", "---\ndeck: other.pptx\nplatform: slideshare\n---\n", False, id="for another deck"),
        pytest.param("talk.md", "---\nplatform: linkedin\n---\n", False, id="another platform"),
        pytest.param("talk.md", "---\nplatform: slideshareish\n---\n", False, id="a longer word"),
        pytest.param("talk.md", "Upload to slideshare\n", False, id="no front matter"),
        pytest.param("talk.md", b"\xff\xfe\x00", False, id="no text at all"),
        pytest.param("talk.md", "", False, id="empty"),
        pytest.param("notes.md", "---\nplatform: slideshare\n---\n", False, id="a file of another name"),
    ],
)
def test_a_sidecar_names_the_platform(tmp_path, name, text, expected):
    tmp_path.joinpath(name).write_bytes(text if isinstance(text, bytes) else text.encode())
    assert declares(tmp_path / "talk.pptx", "slideshare") is expected


def test_a_sidecar_describes_the_deck_and_not_itself(tmp_path):
    tmp_path.joinpath("talk.md").write_text("---\nplatform: slideshare\ntitle: Pain\ntags: [a, b]\n---\n", "utf-8")
    fields = dict(sidecar_fields(str(tmp_path / "talk.pptx")))
    assert {name: field.value for name, field in fields.items()} == {"title": "Pain", "tags": ["a", "b"]}
    assert {tuple(child.span) for _, child in fields["tags"].children} == {(0, 0)}


@pytest.mark.parametrize(
    ("name", "expected"),
    [("talk.pptx.md", True), ("talk.md", True), ("other.md", False), ("other.pdf.yml", True)],
)
def test_what_is_a_sidecar(tmp_path, name, expected):
    tmp_path.joinpath("talk.pptx").write_bytes(b"")
    assert is_sidecar(tmp_path / name) is expected


@pytest.mark.parametrize(("field", "language"), [("lang: fr", "fr"), ("language: en", "en"), ("title: fr", "")])
def test_the_language_that_a_sidecar_declares(tmp_path, field, language):
    tmp_path.joinpath("talk.md").write_text(f"---\n{field}\n---\n", "utf-8")
    parser = next(one for one in installed_host().parsers if one.name == "deck-pptx")
    (draft,) = parser.stream(io.BytesIO(pptx(slide(shape("a")))), str(tmp_path / "talk.pptx"))
    assert draft.declared_language == language


WORDS = st.text(st.sampled_from("aé \n\r\v\u2028🍞.:/]["), max_size=12)


@given(st.lists(st.tuples(WORDS, WORDS, st.booleans()), min_size=1, max_size=6))
def test_each_slide_is_a_line_and_every_place_leads_to_what_stands_there(slides):
    outline = Outline()
    for text, alt, described in slides:
        outline.start_slide()
        outline.add_text(text, links=(LinkedRun(0, len(text), "https://a.example"),))
        outline.add_image(text, alt if described else None)
    draft = outline.draft("nowhere/talk.pptx")
    assert len(draft.source.line_starts) == len(slides)
    for block in draft.blocks:
        assert draft.source[block.span()] == block.text.replace("\n", " ")
        assert draft.source.position(block.span().start).line == block.level
    for image in draft.content.images:
        assert draft.source[image.span].startswith(f"[{draft.source[image.target_span]}")
        assert image.alt_span is None or len(draft.source[image.alt_span]) == len(image.alt)
    for link in draft.content.links:
        assert draft.source[link.span] == link.text
