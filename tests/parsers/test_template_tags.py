"""Template tags: which are found, where, and that nothing of them is left where they were."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smolint.parsers.markdown import parse_markdown, read_markdown
from smolint.parsers.template_tags import MASK, mask, template_tags
from smolint.source import Source


def found(text: str, *, mdx: bool = False) -> list[tuple[str, str, str]]:
    return [(tag.kind, tag.name, text[slice(*tag.span)]) for tag in template_tags(text, mdx=mdx)]


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        pytest.param("{% include a.html %}", "tag", "include", id="a Liquid tag"),
        pytest.param("{%- if x -%}", "tag", "if", id="a tag that eats white space"),
        pytest.param("{{ page.title | upcase }}", "output", "", id="an expression"),
        pytest.param('{{< figure src="a.png" >}}', "shortcode", "figure", id="a Hugo shortcode"),
        pytest.param("{{% notice tip %}}", "shortcode", "notice", id="a Hugo shortcode around Markdown"),
        pytest.param("{# a note #}", "comment", "", id="a Jinja comment"),
        pytest.param("{% comment %}a{% endcomment %}", "comment", "comment", id="a Liquid comment"),
        pytest.param("{% highlight js %}a{% endhighlight %}", "code", "highlight", id="highlighted code"),
    ],
)
def test_one_tag(text: str, kind: str, name: str) -> None:
    assert found(f"a {text} b") == [(kind, name, text)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("{ a }", id="braces alone"),
        pytest.param("{% never closed", id="a tag never closed"),
        pytest.param("{{ never closed", id="an expression never closed"),
        pytest.param("100 {%} b", id="signs"),
        pytest.param("{#anchor}", id="a heading's anchor"),
        pytest.param("", id="nothing"),
    ],
)
def test_no_tag(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        pytest.param("import A from 'a'\n\nx", "import A from 'a'", id="an import"),
        pytest.param("export const a = 1\n\nx", "export const a = 1", id="an export"),
        pytest.param("x <Tweet id='1' /> y", "<Tweet id='1' />", id="a component"),
    ],
)
def test_mdx(text: str, tag: str) -> None:
    assert tag in [written.strip() for _, _, written in found(text, mdx=True)]
    assert found(text) == []


@given(st.text(alphabet="{}%<># -aé\n", max_size=60))
def test_a_mask_is_as_long_as_its_text_and_hides_every_tag(text: str) -> None:
    tags = template_tags(text)
    masked = mask(text, tags)
    assert len(masked) == len(text)
    for tag in tags:
        assert set(masked[slice(*tag.span)]) <= {MASK}
    assert all(shown in (written, MASK) for shown, written in zip(masked, text, strict=True))


@pytest.mark.parametrize(
    ("tag", "target", "alt"),
    [
        pytest.param('{% image "a.png" "Du pain" %}', "a.png", "Du pain", id="by order"),
        pytest.param('{{< figure src="a.png" alt="Du pain" >}}', "a.png", "Du pain", id="by name"),
        pytest.param('{{< figure src="a.png" >}}', "a.png", None, id="without an alternative text"),
        pytest.param('{{< figure src="a.png" alt="" >}}', "a.png", "", id="with an empty one"),
    ],
)
def test_images(tag: str, target: str, alt: str | None) -> None:
    (image,) = read_markdown(f"a\n\n{tag}\n\nb").images
    assert (image.kind, image.target, image.alt) == ("template", target, alt)


def test_a_tag_inside_of_a_sentence_leaves_the_sentence_whole() -> None:
    (block,) = read_markdown("Le pain {{ page.kind }} est {% if x %}bon{% endif %}.").blocks
    assert " ".join(block.text.split()) == "Le pain est bon."


def test_an_mdx_post_reads_as_its_readers_see_it() -> None:
    text = "import A from 'a'\n\n# Pain\n\n<A size={2} />\n\nDu *bon* pain.\n\n{/* une note */}\n"
    draft = next(parse_markdown(Source("post.mdx", text)))
    assert [(block.kind, block.text) for block in draft.blocks] == [("heading", "Pain"), ("paragraph", "Du bon pain.")]


@pytest.mark.parametrize("text", ["<pre>a {{ x }}</pre>", "a<pre><ul><li>{{ x }}", "<pre><b>{{ x }}</b></pre>"])
def test_preformatted_text_shows_its_tags(text: str) -> None:
    assert "{{ x }}" in read_markdown(text).blocks[-1].text
