"""What template tags stand for: images with their texts, links, embeds, comments and code, each at its place."""

from __future__ import annotations

import pytest

from smolint.parsers.markdown import read_markdown
from smolint.parsers.template_values import resolve
from smolint.source import Span


@pytest.mark.parametrize(
    ("text", "target", "alt"),
    [
        pytest.param('{{< figure src="a.png" alt="A loaf" >}}', "a.png", "A loaf", id="a Hugo shortcode"),
        pytest.param("{{< figure src='a.png' alt='A \"round\" loaf' >}}", "a.png", 'A "round" loaf', id="other quotes"),
        pytest.param('{{< img src="a.png" alt="" >}}', "a.png", "", id="an empty text"),
        pytest.param('{{< figure src="a.png" >}}', "a.png", None, id="no text at all"),
        pytest.param('{{< figure src="a.png" alt="Pain &amp; sel" >}}', "a.png", "Pain & sel", id="an entity"),
        pytest.param('{% include image.html src="a.png" alt="A loaf" %}', "a.png", "A loaf", id="a Jekyll include"),
        pytest.param('{% include figure.liquid path="img/a.jpg" %}', "img/a.jpg", None, id="an include's path"),
        pytest.param('{% render "image", src: "a.png", alt: "A loaf" %}', "a.png", "A loaf", id="colons"),
        pytest.param('{% image "./a.png", "A loaf" %}', "./a.png", "A loaf", id="an Eleventy image"),
        pytest.param('{% image "./a.png", "A "big" loaf" %}', "./a.png", 'A "big" loaf', id="quotes in quotes"),
        pytest.param('{% figure "a.png", "le pain d\'hier" %}', "a.png", "le pain d'hier", id="an apostrophe"),
        pytest.param(
            '{% img left /a.png 20 30 "Title" "A loaf" %}', "/a.png", "A loaf", id="Octopress: size and title"
        ),
        pytest.param('{% img /a.png 20 30 "A loaf" %}', "/a.png", "A loaf", id="Octopress: size"),
        pytest.param("{% picture a.jpg --alt A round loaf %}", "a.jpg", "A round loaf", id="an option, unquoted"),
        pytest.param("{% picture a.jpg --alt A loaf --link /b %}", "a.jpg", "A loaf", id="one option of several"),
        pytest.param("{% picture a.jpg --link /b %}", "a.jpg", None, id="another option"),
        pytest.param('<Image src="/a.png" alt="A > B" />', "/a.png", "A > B", id="a component"),
        pytest.param('<Image src={"/a.png"} alt={"A loaf"} />', "/a.png", "A loaf", id="texts in braces"),
    ],
)
def test_images(text: str, target: str, alt: str | None) -> None:
    text = f"Before\n\n{text}\n\nAfter\n"
    (image,) = read_markdown(text, mdx="<" in text).images
    assert (image.target, image.alt, image.kind) == (target, alt, "template")
    assert text[slice(*image.target_span)] == target
    assert text[slice(*image.span)] == text.split("\n\n")[1]
    if alt is None:
        assert image.alt_span is None
    elif image.alt_span:
        assert text[slice(*image.alt_span)].replace("&amp;", "&") == alt


@pytest.mark.parametrize(
    "text",
    [
        pytest.param('{% assign image = "a.png" %}', id="a variable"),
        pytest.param('{% if page.image == "a.png" %}', id="a condition"),
        pytest.param('{% include imagine.html src="a.png" %}', id="a name that begins like an image's"),
        pytest.param("{% image %}", id="an image without anything"),
        pytest.param('{{ "a.png" | image }}', id="an expression"),
        pytest.param("`{% image 'a.png' %}`", id="code"),
        pytest.param("{% endimage %}", id="a closing tag"),
    ],
)
def test_no_images(text: str) -> None:
    assert read_markdown(text).images == ()


@pytest.mark.parametrize(
    ("text", "name", "url"),
    [
        pytest.param("{% embed https://a.example/b %}", "embed", "https://a.example/b", id="an address"),
        pytest.param(
            "{% embed https://a.example/?v=b&c=d %}",
            "embed",
            "https://a.example/?v=b&c=d",
            id="an address with a query",
        ),
        pytest.param('{% youtube "https://youtu.be/a" %}', "youtube", "https://youtu.be/a", id="an address in quotes"),
        pytest.param("{% video url=https://a.example/b.mp4 %}", "video", "https://a.example/b.mp4", id="a named one"),
        pytest.param("{% gist 123 %}", "gist", "", id="a number"),
        pytest.param("{% include parts/cta.html %}", "cta", "", id="an include by its file"),
        pytest.param('{{< tweet id="7" >}}', "tweet", "7", id="an identifier"),
    ],
)
def test_embeds(text: str, name: str, url: str) -> None:
    (embed,) = read_markdown(f"Before\n\n{text}\n").embeds
    assert (embed.kind, embed.name, embed.url) == ("template", name, url)


@pytest.mark.parametrize(
    ("text", "label", "url"),
    [
        pytest.param('<Link href="/a">Read <b>me</b></Link>', "Read me", "/a", id="a text with an element"),
        pytest.param('<Link\n  to="/b"\n>\n  Our shop\n</Link>', "Our shop", "/b", id="over several lines"),
        pytest.param('<Nav.Link href="/c">d</Nav.Link>', "d", "/c", id="a component of another"),
    ],
)
def test_links_of_components(text: str, label: str, url: str) -> None:
    (link,) = read_markdown(text, mdx=True).links
    assert (link.text, link.url) == (label, url)
    assert text[slice(*link.span)] == text


@pytest.mark.parametrize(
    "text",
    [
        pytest.param('<Card href="/a" />', id="nothing enclosed"),
        pytest.param('<Card href="/a">never closed', id="never closed"),
        pytest.param("<Card>a</Card>", id="no address"),
    ],
)
def test_components_that_are_no_links(text: str) -> None:
    assert read_markdown(text, mdx=True).links == ()


def test_comments_and_code_of_tags() -> None:
    text = "{% comment %}later{% endcomment %}\n\n{% highlight js %}\nbake()\n{% endhighlight %}\n"
    content = read_markdown(text)
    assert [comment.text for comment in content.comments] == ["later"]
    assert [(block.kind, block.text) for block in content.blocks] == [("code", "bake()")]
    assert text[slice(*content.blocks[0].span())] == "bake()"


@pytest.mark.parametrize(
    ("written", "address", "marked"),
    [
        pytest.param('{{ "/a" | url }}', "/a", "/a", id="a filter"),
        pytest.param("{{ '/a' | relative_url }}", "/a", "/a", id="a filter of Jekyll"),
        pytest.param('{{< ref "b.md" >}}', "b.md", "b.md", id="a Hugo reference"),
        pytest.param("{% link _posts/x.md %}", "_posts/x.md", "_posts/x.md", id="a Jekyll link"),
        pytest.param("{% post_url 2024-01-02-bread %}", "2024-01-02-bread", "2024-01-02-bread", id="a post"),
        pytest.param("{{ site.baseurl }}/a", "/a", "{{ site.baseurl }}/a", id="the site's address before it"),
        pytest.param("{{ site.title }}", "{{ site.title }}", "{{ site.title }}", id="any other expression"),
        pytest.param("/a/{b}", "/a/{b}", "/a/{b}", id="braces"),
        pytest.param("/a", "/a", "/a", id="no expression"),
    ],
)
def test_addresses_that_expressions_stand_for(written: str, address: str, marked: str) -> None:
    text = f"see {written} now"
    value, span = resolve(written, text, Span(4, 4 + len(written)))
    assert (value, text[slice(*span)]) == (address, marked)
