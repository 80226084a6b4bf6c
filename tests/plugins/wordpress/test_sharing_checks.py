"""The three rules on sharing, as checks and from the command's point of view."""

import pytest

import smolint
from smolint.check import Gathered, NoOptions
from smolint.finding import Level
from smolint.parsers.html_file import parse_html
from smolint.source import Source
from smolint.testing import example_problems, load_all_rules
from wordpress.made import CHECKS, export, item, post, reading, stream

OPTIONS = NoOptions()
PLAIN = "<h2>Winter bread</h2><p>It keeps for a week.</p>[gallery ids='1']"
SHARED = PLAIN + '<div class="shariff"></div>'
PAGE = "<!DOCTYPE html><html><head><title>Winter bread</title></head><body><p>It keeps.</p></body></html>"


def page(text=PAGE):
    return next(parse_html(Source("page.html", text)))


def missing(draft, **settings):
    """What the gathering keeps of a draft: where it stands, the marked text, the highest level."""
    trace = CHECKS["sharing-module-missing"].gather(reading(draft, **settings), OPTIONS)
    return trace and (trace.kept, draft.source[trace.mark.span], trace.mark.at_most)


def conclude(*traces):
    gathered = [Gathered(path, number, "wordpress", kept) for path, number, kept in traces]
    return list(CHECKS["sharing-module-missing"].conclude(gathered, OPTIONS))


def marks(check, draft, **settings):
    return [
        (draft.source[mark.span], mark.variant, mark.at_most)
        for mark in CHECKS[check].run(reading(draft, **settings), OPTIONS)
    ]


@pytest.mark.parametrize(
    ("draft", "settings", "expected"),
    [
        pytest.param(post(PLAIN), {}, ("source", "Winter bread", Level.SUGGESTION), id="a post, nothing set"),
        pytest.param(post(PLAIN), {"sharing": "content"}, ("content", "Winter bread", None), id="a post that must"),
        pytest.param(post(PLAIN), {"sharing": "theme"}, None, id="a post whose theme does"),
        pytest.param(post(PLAIN), {"sharing": "none"}, None, id="a post, none wanted"),
        pytest.param(post(SHARED), {"sharing": "content"}, None, id="a post that does"),
        pytest.param(page(), {}, ("page", "Winter bread", None), id="a page, nothing set"),
        pytest.param(page(), {"sharing": "theme"}, ("page", "Winter bread", None), id="a page whose theme should"),
        pytest.param(page(), {"sharing": "none"}, None, id="a page, none wanted"),
        pytest.param(post("[gallery]"), {}, None, id="no text to share"),
    ],
)
def test_when_buttons_are_missed(draft, settings, expected):
    assert missing(draft, **settings) == expected


def test_a_sites_own_pages_need_no_buttons():
    texts = {"about.md": "---\nlayout: page\n---\nWe bake.\n", "post.md": "We bake.\n"}
    found = {
        path: [one.rule for one in smolint.lint_text(text, platform="wordpress", path=path) if "sharing" in one.rule]
        for path, text in texts.items()
    }
    assert found == {"about.md": [], "post.md": ["sharing/module-missing"]}


def test_a_dead_module_is_not_also_a_missing_one():
    assert missing(post(PLAIN + '<div class="addthis_toolbox"></div>')) is None


def test_sources_are_spoken_of_once_a_run_and_pages_each():
    concluded = conclude(("b.md", 0, "source"), ("p.html", 0, "page"), ("a.md", 1, "source"), ("q.html", 0, "page"))
    assert concluded == [(1, {"variant": "page"}), (3, {"variant": "page"}), (2, {"posts": 2, "variant": "several"})]


def test_posts_that_must_carry_buttons_are_each_named():
    assert conclude(("a.md", 0, "content"), ("b.md", 0, "content")) == [
        (0, {"variant": "content"}),
        (1, {"variant": "content"}),
    ]


def test_nothing_gathered_concludes_nothing():
    assert conclude() == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            '<script src="//s7.addthis.com/js/300/addthis_widget.js"></script>',
            [('<script src="//s7.addthis.com/js/300/addthis_widget.js">', "", None)],
            id="AddThis, dated and sure",
        ),
        pytest.param(
            '<a href="http://www.stumbleupon.com/submit?url=a">S</a>',
            [("http://www.stumbleupon.com/submit?url=a", "undated", Level.WARNING)],
            id="StumbleUpon, from memory",
        ),
        pytest.param(
            '<a class="addthis_button" href="http://www.addthis.com/bookmark.php?v=300">Share</a>',
            [('<a class="addthis_button" href="http://www.addthis.com/bookmark.php?v=300">', "", None)],
            id="one button, one finding",
        ),
        pytest.param(SHARED, [], id="a living module"),
        pytest.param("<p>Read <code>addthis_toolbox</code> in your theme.</p>", [], id="only named"),
    ],
)
def test_dead_modules(text, expected):
    assert marks("sharing-module-dead", post(text)) == expected


def test_a_dead_module_is_dated_in_both_languages():
    draft = post('<div class="addthis_toolbox"></div>')
    mark = next(iter(CHECKS["sharing-module-dead"].run(reading(draft), OPTIONS)))
    assert (mark.values["since_en"], mark.values["since_fr"]) == ("31 May 2023", "31\xa0mai 2023")


ICONS = '<!-- wp:social-links --><ul><!-- wp:social-link {"url":"https://x.com/us"} /--></ul><!-- /wp:social-links -->'


@pytest.mark.parametrize(
    ("draft", "settings", "expected"),
    [
        pytest.param(post(ICONS), {}, [("<!-- wp:social-links -->", "", Level.SUGGESTION)], id="nothing set"),
        pytest.param(post(ICONS), {"sharing": "content"}, [("<!-- wp:social-links -->", "", None)], id="posts must"),
        pytest.param(post(ICONS), {"sharing": "theme"}, [], id="the theme shares"),
        pytest.param(post(ICONS), {"sharing": "none"}, [], id="none wanted"),
        pytest.param(post(ICONS + SHARED), {}, [], id="a sharing module beside"),
        pytest.param(post(PLAIN), {}, [], id="no icons at all"),
        pytest.param(
            page(PAGE.replace("<p>", '<ul class="wp-block-social-links"></ul><p>')),
            {"sharing": "theme"},
            [('<ul class="wp-block-social-links">', "", None)],
            id="a page",
        ),
    ],
)
def test_following_is_not_sharing(draft, settings, expected):
    assert marks("follow-is-not-share", draft, **settings) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "<!-- wp:jetpack/sharing-buttons /--><p>a</p>[addtoany]", [("[addtoany]", "", None)], id="two plugins"
        ),
        pytest.param(
            '<div class="sharedaddy">a</div><!-- wp:jetpack/sharing-buttons /-->',
            [("<!-- wp:jetpack/sharing-buttons /-->", "", None)],
            id="Jetpack's old and new one",
        ),
        pytest.param('[addtoany]<div class="a2a_kit">a</div>', [], id="one plugin twice"),
        pytest.param(SHARED + '<a href="https://x.com/intent/tweet?text=a">X</a>', [], id="a share link beside"),
        pytest.param(SHARED + "<script>navigator.share({})</script>", [], id="a script beside"),
        pytest.param(SHARED + '<div class="addthis_toolbox"></div>', [], id="a dead one beside"),
        pytest.param(SHARED + ICONS, [], id="follow icons beside"),
    ],
)
def test_modules_that_double_each_other(text, expected):
    assert marks("sharing-module-duplicate", post(text)) == expected


def test_an_export_is_spoken_of_once(tmp_path):
    (tmp_path / "export.xml").write_text(export(item("One"), item("Two")), encoding="utf-8")
    results = list(smolint.lint([tmp_path / "export.xml"]))
    found = [finding for result in results for finding in result.findings if finding.rule == "sharing/module-missing"]
    assert [(finding.text, finding.line, finding.level) for finding in found] == [("One", 6, "suggestion")]


def test_modules_in_an_export_are_found_where_they_stand():
    draft = stream(export(item(), item(body='<![CDATA[<p>a</p>\n<div class="addthis_toolbox"></div>]]>')))[1]
    mark = next(iter(CHECKS["sharing-module-dead"].run(reading(draft), OPTIONS)))
    assert draft.source.position(mark.span.start) == (14, 1)


RULES = {name: rule for name, rule in load_all_rules().items() if name.startswith("sharing/")}


@pytest.mark.parametrize("name", RULES)
def test_the_rules_own_examples(name):
    assert example_problems(RULES[name]) == []
