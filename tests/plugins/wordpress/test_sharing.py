"""Which sharing modules, share links and follow links are recognised, and which look-alikes are not."""

import pytest
from smolint_wordpress.sharing import find_sharing, is_profile
from smolint_wordpress.sharing_table import sharing_table

from smolint.parsers.html_file import parse_html
from smolint.parsers.markdown import parse_markdown
from smolint.source import Source
from wordpress.made import export, item, post, reading, stream


def hits(draft):
    return [(hit.service.key, hit.service.kind, draft.source[hit.span]) for hit in find_sharing(reading(draft))]


def markdown(text):
    return next(parse_markdown(Source("post.md", text)))


@pytest.mark.parametrize(
    ("url", "service"),
    [
        ("https://twitter.com/intent/tweet?text=a", "x"),
        ("https://x.com/intent/post?text=a", "x"),
        ("https://twitter.com/share", "x"),
        ("https://www.facebook.com/sharer/sharer.php?u=https%3A%2F%2Fa.example", "facebook"),
        ("//m.facebook.com/sharer.php?t=A&u=b", "facebook"),
        ("https://www.linkedin.com/shareArticle?mini=true&url=a", "linkedin"),
        ("https://api.whatsapp.com/send?text=a", "whatsapp"),
        ("https://mastodon.social/share?text=a", "mastodon"),
        ("https://share.joinmastodon.org/#text=a", "mastodon"),
        ("https://pinterest.com/pin/create/button/?url=a", "pinterest"),
        ("https://a.example/post/?share=facebook&nb=1", "jetpack_sharedaddy"),
        ("https://www.addtoany.com/add_to/facebook?linkurl=a", "addtoany"),
        ("mailto:?subject=Read%20this", "email"),
        ("MAILTO:?to=&body=a", "email"),
        ("https://plus.google.com/share?url=a", "googleplus"),
    ],
)
def test_share_links_are_recognised(url, service):
    assert sharing_table().intent(url).key == service


@pytest.mark.parametrize(
    "url",
    [
        pytest.param("https://www.facebook.com/ourpage", id="a page"),
        pytest.param("https://twitter.com/sharepoint", id="a profile that begins like a share link"),
        pytest.param("https://foxx.com/intent/tweet", id="a host that ends like another"),
        pytest.param("https://a.example/?next=https://twitter.com/intent/tweet", id="a share link within a query"),
        pytest.param("mailto:hello@a.example?subject=Hi", id="a contact"),
        pytest.param("https://a.example/?share=us", id="a query that shares nothing"),
        pytest.param("https://www.linkedin.com/company/ours", id="a company"),
        pytest.param("https://a.example/share", id="a page about shares"),
        pytest.param("https://www.facebook.com/sharer.php", id="a share link with nothing to share"),
        pytest.param("", id="nothing"),
    ],
)
def test_other_links_share_nothing(url):
    assert sharing_table().intent(url) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(
            '<div class="a2a_kit a2a_kit_size_32"><a class="a2a_button_x"></a></div>',
            [("addtoany", "share", '<div class="a2a_kit a2a_kit_size_32">')],
            id="a kit and its buttons count once",
        ),
        pytest.param(
            '<div class="a2a_kit a2a_follow"><a class="a2a_button_x"></a></div>',
            [("addtoany", "follow", '<div class="a2a_kit a2a_follow">')],
            id="a follow kit",
        ),
        pytest.param("[ssba-buttons]", [("simple_share_buttons", "share", "[ssba-buttons]")], id="a shortcode"),
        pytest.param(
            "<p>a</p><!-- wp:jetpack/sharing-buttons /-->",
            [("jetpack_block", "share", "<!-- wp:jetpack/sharing-buttons /-->")],
            id="a block",
        ),
        pytest.param(
            "<amp-social-share type=x></amp-social-share>",
            [("amp_social_share", "share", "<amp-social-share type=x>")],
            id="an element",
        ),
        pytest.param(
            "<script>if (navigator.share) { navigator.share({url}) }</script>",
            [("web_share_api", "share", "<script>")],
            id="a script",
        ),
        pytest.param(
            "<!-- ShareThis BEGIN --><p>a</p>", [("sharethis", "share", "<!-- ShareThis BEGIN -->")], id="a comment"
        ),
        pytest.param(
            "<!-- <p>a</p> ShareThis BEGIN <b> --><p>a</p>",
            [("sharethis", "share", "<!-- <p>a</p> ShareThis BEGIN <b> -->")],
            id="tags in a comment",
        ),
        pytest.param(
            "<script>if (a > b) { navigator.share({url}) } if (a < b) { go() }</script>",
            [("web_share_api", "share", "<script>")],
            id="signs of tags in a script",
        ),
        pytest.param(
            '<p title="a > b < c" class="shariff">a</p>',
            [("shariff", "share", '<p title="a > b < c" class="shariff">')],
            id="signs of tags in an attribute",
        ),
        pytest.param(
            "<a href='https://t.me/share/url?url=a&amp;text=b'>Telegram</a>",
            [("telegram", "share", "https://t.me/share/url?url=a&amp;text=b")],
            id="a link",
        ),
        pytest.param(
            '<p class="shariff-like ssbar my-share-icon">a</p>', [], id="classes that only begin or end alike"
        ),
        pytest.param('<p>&lt;div class="shariff"&gt;</p>', [], id="escaped HTML"),
        pytest.param('<!-- <div class="shariff"></div> --><p>a</p>', [], id="commented out"),
        pytest.param("<p>https://twitter.com/intent/tweet</p>", [], id="a bare example"),
        pytest.param('<a href="https://www.facebook.com/us">Facebook</a>', [], id="a profile in prose"),
    ],
)
def test_modules_in_posts(text, found):
    assert hits(post(text)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param('Text\n\n<div class="shariff"></div>\n', ["shariff"], id="raw HTML"),
        pytest.param("Text\n\n[shariff]\n", ["shariff"], id="a shortcode in Markdown"),
        pytest.param("Write `[shariff]` or `<div class=shariff>`.", [], id="inline code"),
        pytest.param("a < b, as [[shariff]] says", [], id="two brackets"),
        pytest.param("<b>Text</b> on shariff and navigator.share()\n", [], id="its name in the text"),
        pytest.param('```html\n<div class="shariff"></div>\n[shariff]\n```\n', [], id="a code block"),
        pytest.param("[shariff](https://shariff.example) is good.", [], id="a link of that name"),
        pytest.param("[Tweet this](https://x.com/intent/tweet?text=a)", ["x"], id="a share link"),
        pytest.param("Text\n\n{% include share-buttons.html %}\n", ["theme"], id="the theme's own include"),
        pytest.param("Text\n\n{% include figure.html %}\n", [], id="another include"),
        pytest.param(
            "## Share this post\n\n- [X](https://x.com/us)\n- [Facebook](https://facebook.com/us)\n",
            ["profiles"],
            id="profiles under a heading that says share",
        ),
        pytest.param(
            "## Share your bread\n\nAsk [Zoe](https://x.com/zoe) and [Tom](https://x.com/tom).\n",
            [],
            id="prose with profiles",
        ),
        pytest.param("## Share this post\n\n- [X](https://x.com/intent/tweet?text=a)\n", ["x"], id="a real share list"),
    ],
)
def test_modules_in_markdown(text, found):
    assert [key for key, _, _ in hits(markdown(text))] == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(
            '<![CDATA[<p>é</p><div class="addthis_toolbox"></div>]]>', '<div class="addthis_toolbox">', id="CDATA"
        ),
        pytest.param(
            "é &lt;div class=&quot;addthis_toolbox&quot;&gt;&lt;/div&gt;",
            "&lt;div class=&quot;addthis_toolbox&quot;&gt;",
            id="escaped",
        ),
    ],
)
def test_modules_in_exports_are_marked_in_the_file(body, found):
    draft = stream(export(item(body=body)))[0]
    assert hits(draft) == [("addthis", "share", found)]


@pytest.mark.parametrize(
    ("footer", "kinds"),
    [
        pytest.param('<a href="https://x.com/intent/tweet?url=a">X</a>', {"share"}, id="a share link outside the text"),
        pytest.param('<ul class="post-share"><li><button>X</button></li></ul>', {"share"}, id="the theme's own class"),
        pytest.param('<button aria-label="Partager sur Facebook"></button>', {"share"}, id="a label"),
        pytest.param(
            '<div class="share"><a href="https://x.com/us">X</a></div>', {"follow"}, id="profiles dressed as shares"
        ),
        pytest.param('<a href="https://x.com/us">X</a>', set(), id="a profile"),
        pytest.param('<p class="shareholder-news">News</p>', set(), id="shareholders"),
    ],
)
def test_modules_anywhere_on_a_page(footer, kinds):
    text = f"<!DOCTYPE html><html><body><main><h1>A</h1><p>b</p></main><footer>{footer}</footer></body></html>"
    draft = next(parse_html(Source("page.html", text)))
    assert {kind for _, kind, _ in hits(draft)} == kinds


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://www.facebook.com/us", True),
        ("https://www.linkedin.com/company/us/", True),
        ("https://bsky.app/profile/us.example", True),
        ("https://x.com/intent/tweet", False),
        ("https://x.com/us/status/1", False),
        ("https://a.example/us", False),
    ],
)
def test_profiles(url, expected):
    assert is_profile(url) is expected


def test_every_entry_of_the_table_is_usable():
    table = sharing_table()
    assert len(table.services) > 25
    assert all(service.confidence in ("high", "medium", "low") for service in table.services.values())
    assert {service.key for service in table.services.values() if service.dead} == {
        "addthis",
        "googleplus",
        "stumbleupon",
        "delicious",
        "viadeo",
        "pocket",
    }
