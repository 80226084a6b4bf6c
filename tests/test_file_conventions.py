"""How real repositories keep their drafts: one file for several platforms, a text for each, bundles, fields."""

from pathlib import Path

import pytest
import yaml
from hypothesis import assume, given
from hypothesis import strategies as st

from smolint.aiming import readings_of
from smolint.config import Config
from smolint.discovery import Found
from smolint.engine import lint
from smolint.host import installed_host
from smolint.image_place import locate
from smolint.parsers.markdown import parse_markdown
from smolint.parsers.own_texts import field_texts
from smolint.setup import make_setup
from smolint.source import Source

HOST = installed_host()


def written(folder, files):
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8", newline="")
    return [folder / name for name in files]


def readings(folder, name, content, **config):
    (path,) = written(folder, {name: content})
    setup = make_setup(Config(root=folder, **config), HOST)
    return list(readings_of(Found(path, path, named=True), setup))


def posts(folder, name, content, **config):
    """What goes where: platform and posted text, in order of platforms."""
    found = readings(folder, name, content, **config)
    return sorted((one.platform.name, one.post.text) for one in found)


def findings(folder, **config):
    results = list(lint([folder], Config(root=folder, **config)))
    assert [crash for result in results for crash in result.crashes] == []
    return [finding for result in results for finding in result.findings]


def field(text, name="tweet"):
    return f"---\ntitle: Our bread\n{name}: {text}\n---\nA post about bread.\n"


BODY = ("wordpress", "A post about bread.")


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        pytest.param(field("We bake at dawn."), [("twitter", "We bake at dawn."), BODY], id="a plain text"),
        pytest.param(field("'We don''t bake at night.'"), [("twitter", "We don't bake at night."), BODY], id="quoted"),
        pytest.param(
            field('"Du pain \\u00e0 l\'aube, ici."'), [("twitter", "Du pain à l'aube, ici."), BODY], id="escapes"
        ),
        pytest.param(field(">\n  We bake\n  at dawn."), [("twitter", "We bake at dawn."), BODY], id="folded"),
        pytest.param(
            field("|\n  We bake bread.\n\n  At dawn."), [("twitter", "We bake bread.\n\nAt dawn."), BODY], id="lines"
        ),
        pytest.param(
            field("We bake at dawn.", "linkedin_post"), [("linkedin", "We bake at dawn."), BODY], id="a longer name"
        ),
        pytest.param(
            field("We bake at dawn.", "facebookText"), [("facebook", "We bake at dawn."), BODY], id="in camel case"
        ),
        pytest.param(
            field("\n  mastodon: We bake at dawn.\n  linkedin: https://x.example/us", "social"),
            [("mastodon", "We bake at dawn."), BODY],
            id="below social, beside a profile",
        ),
        pytest.param(
            field("\n  title: Our bread on this card\n  text: We bake at dawn.", "twitter"),
            [("twitter", "We bake at dawn."), BODY],
            id="the text of a map, not a card's title",
        ),
        pytest.param(
            field("\n  - We bake at dawn.\n  - Come and taste it.", "tweets"),
            [("twitter", "Come and taste it."), ("twitter", "We bake at dawn."), BODY],
            id="a list of texts",
        ),
        pytest.param(field('"@ourbakery"', "twitter"), [BODY], id="a handle"),
        pytest.param(field("https://twitter.com/x/status/1"), [BODY], id="an address"),
        pytest.param(field('"1093457099441561611"'), [BODY], id="the number of a tweet"),
        pytest.param(field('""'), [BODY], id="empty"),
        pytest.param(field("Ada van Bread", "twitter"), [BODY], id="a name"),
        pytest.param(
            "---\ndescription: How we bake our bread\ntwitter_text: How we bake our bread\n---\nA post about bread.\n",
            [BODY],
            id="a share button's text that repeats the description",
        ),
        pytest.param(
            "---\nlinkedin: |\n  Every baker ships an oven once.\n\n  Here is mine.\n---\nA post about bread.\n",
            [("linkedin", "Every baker ships an oven once.\n\nHere is mine."), BODY],
            id="a whole LinkedIn post",
        ),
        pytest.param(field("true", "facebook"), [BODY], id="a switch"),
        pytest.param(field("How we bake our bread at dawn", "youtube"), [BODY], id="a film's title"),
        pytest.param(field("We bake at dawn.", "twitter_description"), [BODY], id="a card's description"),
        pytest.param(
            "+++\ntweet = 'We bake at dawn.'\n+++\nText.\n",
            [("twitter", "We bake at dawn."), ("wordpress", "Text.")],
            id="TOML",
        ),
    ],
)
def test_a_social_text_in_the_front_matter_of_a_post(tmp_path, content, expected):
    assert posts(tmp_path, "posts/bread.md", content) == expected


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        pytest.param('"Bread of #2024 is here."', "#2024", id="quoted"),
        pytest.param("'Don''t miss the bread of #2024 here.'", "#2024", id="behind a doubled quote"),
        pytest.param('"Du pain \\u00e0 l\'aube de #2024 ici."', "#2024", id="behind an escape"),
        pytest.param(">\n  Bread\n  of #2024\n  is here.", "#2024", id="in a folded text"),
        pytest.param("|\n  Bread.\n\n  Of #2024 it is.\n", "#2024", id="in a second paragraph"),
    ],
)
def test_faults_in_a_field_are_marked_where_they_are_written(tmp_path, text, marked):
    (path,) = written(tmp_path, {"posts/bread.md": field(text)})
    (one,) = findings(tmp_path, select=("hashtag/not-a-hashtag",))
    line = path.read_text(encoding="utf-8").splitlines()[one.line - 1]
    assert (one.platform, one.text, line[one.column - 1 : one.end_column - 1]) == ("twitter", marked, marked)


def test_a_text_in_a_field_leads_to_its_post(tmp_path):
    written(tmp_path, {"posts/bread.md": field("We bake at dawn.\nfacebook: Come and taste our bread.")})
    assert [
        one.rule for one in findings(tmp_path, select=("link/missing", "image/missing")) if one.platform != "wordpress"
    ] == []


def test_front_matter_silences_rules_for_all_texts_of_a_file(tmp_path):
    ignoring = field("'Bread of #2024 is here.'\nsmolint: {ignore: [hashtag/not-a-hashtag]}")
    written(tmp_path, {"posts/bread.md": ignoring})
    assert findings(tmp_path, select=("hashtag/not-a-hashtag", "suppression")) == []


def test_a_comment_in_a_section_silences_the_next_line(tmp_path):
    comment = "<!-- smolint: disable-next-line=hashtag/not-a-hashtag -->\n"
    written(tmp_path, {"a.social.md": f"## Twitter\n\n{comment}Bread of #2024.\n\n## LinkedIn\n\nBread of #2024.\n"})
    found = findings(tmp_path, select=("hashtag/not-a-hashtag", "suppression"))
    assert [(one.rule, one.platform, one.line) for one in found] == [("hashtag/not-a-hashtag", "linkedin", 8)]


WORDS = st.text(alphabet="ab é’'\"#:-\\😀", min_size=1, max_size=12).filter(str.strip)
GAPS = st.sampled_from([" ", " ", "\n", "\n\n"])
TEXTS = st.lists(st.tuples(WORDS.map(str.split).map("".join), GAPS), min_size=4, max_size=9).map(
    lambda parts: "".join(word + gap for word, gap in parts).strip()
)
STYLES = st.sampled_from([None, "'", '"', "|", ">"])


@given(TEXTS, STYLES, st.booleans())
def test_each_character_of_a_field_is_at_its_place(text, style, plain):
    assume(len(text.split()) >= 4)
    front = yaml.safe_dump({"title": "Bread", "tweet": text}, default_style=style, allow_unicode=plain, width=20)
    (draft,) = parse_markdown(Source("a.md", f"---\n{front}---\nText.\n"))
    ((platform, post),) = field_texts(draft, lambda key: key if key == "tweet" else "")
    assert (platform, post.post.text) == ("tweet", text)
    for offset, character in enumerate(text):
        place = post.source[post.post.span(offset, offset + 1)]
        assert place == character or place.startswith("\\") or place == "''" or place.isspace()


def sections(front, *parts):
    return f"---\n{front}\n---\n" + "\n\n".join(parts) + "\n"


TWEET, POST = "## Twitter\n\nWe bake at dawn.", "## LinkedIn\n\nBaking is a craft.\n\nCome and see."
ON_X, ON_LINKEDIN = ("twitter", "We bake at dawn."), ("linkedin", "Baking is a craft.\n\nCome and see.")
BOTH = "platforms: [twitter, linkedin]"


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        pytest.param("a.md", sections(BOTH, TWEET, POST), [ON_LINKEDIN, ON_X], id="a section for each"),
        pytest.param(
            "a.md",
            sections("platforms: [wordpress, twitter]", "The story.", TWEET),
            [ON_X, ("wordpress", "The story.")],
            id="the rest goes where there is no section",
        ),
        pytest.param(
            "a.social.md", f"# Launch\n\n{TWEET}\n\n{POST}\n", [ON_LINKEDIN, ON_X], id="a file named .social.md"
        ),
        pytest.param(
            "a.social.md",
            "## X (Twitter)\n\nWe bake at dawn.\n\n## Post for Facebook & Threads\n\nCome.\n",
            [("facebook", "Come."), ("threads", "Come."), ON_X],
            id="two platforms under one heading",
        ),
        pytest.param("a.social.md", "### Tweet\n\nWe bake at dawn.\n", [ON_X], id="what a post is called there"),
        pytest.param(
            "a.social.md",
            "## Twitter\n\nWe bake.\n\n### Why\n\nBecause.\n",
            [("twitter", "We bake.\n\nWhy\n\nBecause.")],
            id="a heading below",
        ),
        pytest.param(
            "posts/a.md", f"{TWEET}\n", [("wordpress", "Twitter\n\nWe bake at dawn.")], id="a post about networks"
        ),
        pytest.param(
            "posts/a.md",
            sections("platforms: [wordpress, linkedin]", TWEET, "## LinkedIn\n\nIs for work."),
            [
                ("linkedin", "Twitter\n\nWe bake at dawn.\n\nLinkedIn\n\nIs for work."),
                ("wordpress", "Twitter\n\nWe bake at dawn.\n\nLinkedIn\n\nIs for work."),
            ],
            id="a post about networks that goes to one",
        ),
        pytest.param(
            "a.md",
            sections(BOTH, "## Why LinkedIn\n\nIt is big."),
            [("linkedin", "Why LinkedIn\n\nIt is big."), ("twitter", "Why LinkedIn\n\nIt is big.")],
            id="a heading that says more",
        ),
    ],
)
def test_sections_under_platforms_names(tmp_path, name, content, expected):
    assert posts(tmp_path, name, content) == expected


def test_faults_in_sections_are_marked_on_their_platform_only(tmp_path):
    written(tmp_path, {"a.md": sections(BOTH, TWEET.replace("dawn", "#2024"), POST.replace("craft", "#2023"))})
    found = findings(tmp_path, select=("hashtag/not-a-hashtag",))
    assert [(one.platform, one.text, one.line) for one in found] == [("twitter", "#2024", 6), ("linkedin", "#2023", 10)]


def test_the_command_line_picks_one_of_the_texts(tmp_path):
    assert posts(tmp_path, "a.md", sections(BOTH, TWEET, POST), platform="linkedin") == [ON_LINKEDIN]


def test_images_of_the_front_matter_go_with_each_section(tmp_path):
    content = sections(f"{BOTH}\nimage: https://x.example/a.png", TWEET, POST)
    found = readings(tmp_path, "a.md", content)
    assert [len(one.draft.content.images) for one in found] == [1, 1]


@pytest.mark.parametrize(
    ("front", "expected"),
    [
        pytest.param("platforms: [mastodon, bluesky]", ["bluesky", "mastodon"], id="a list of platforms"),
        pytest.param("platforms: Facebook, LinkedIn", ["facebook", "linkedin"], id="in one line"),
        pytest.param(
            "media:\n- mastodon-ours\n- bluesky-ours\n- linkedin-ours",
            ["bluesky", "linkedin", "mastodon"],
            id="accounts",
        ),
        pytest.param("media:\n- mastodon-a\n- mastodon-b", ["mastodon"], id="two accounts on one platform"),
        pytest.param("media:\n- matrix-ours\n- mastodon-ours", ["mastodon"], id="beside one that nobody knows"),
    ],
)
def test_one_text_for_several_platforms(tmp_path, front, expected):
    found = readings(tmp_path, "2024/news.md", f"---\n{front}\n---\nNews from our oven.\n")
    assert sorted(one.platform.name for one in found) == expected


def test_a_page_bundle_has_its_images_beside_it(tmp_path):
    written(tmp_path, {"content/bread/index.md": "", "content/bread/loaf.png": ""})
    draft = str(tmp_path / "content/bread/index.md")
    assert locate("loaf.png", draft, tmp_path) == tmp_path / "content/bread/loaf.png"


@pytest.mark.parametrize(
    ("name", "language"),
    [
        pytest.param("content/bread/index.fr.md", "fr", id="French by its name"),
        pytest.param("content/bread/index.en.md", "en", id="English by its name"),
        pytest.param("content/fr/bread/index.md", "fr", id="French by its folder"),
    ],
)
def test_the_language_of_a_page_bundle(tmp_path, name, language):
    (one,) = readings(tmp_path, name, "# 1\n")
    assert one.draft.language == language


@pytest.mark.parametrize(
    ("front", "expected"),
    [
        pytest.param("image: /assets/a.png", [("/assets/a.png", None)], id="image"),
        pytest.param("image: /a.png\nimage_alt: A loaf", [("/a.png", "A loaf")], id="image and image_alt"),
        pytest.param("hero: false", [], id="a hero that is none"),
        pytest.param("hero:\n  image: /a.png\n  alt: A loaf", [("/a.png", "A loaf")], id="a hero as a map"),
        pytest.param(
            "images:\n- url: https://x.example/a.png\n  alt_text: A loaf",
            [("https://x.example/a.png", "A loaf")],
            id="a list of maps",
        ),
        pytest.param("images: [a.png, b.png]", [("a.png", None), ("b.png", None)], id="a list of names"),
        pytest.param("cover_image: https://x.example/a.png", [("https://x.example/a.png", None)], id="cover_image"),
        pytest.param("heroImage: ./a.png\nheroImageAlt: A loaf", [("./a.png", "A loaf")], id="heroImage"),
        pytest.param("featureImage: a.png\nfeatureImageAlt: A loaf", [("a.png", "A loaf")], id="featureImage"),
        pytest.param("thumbnail: a.png", [("a.png", None)], id="thumbnail"),
        pytest.param("preview: a.png", [("a.png", None)], id="preview"),
        pytest.param("image_header: a.png", [("a.png", None)], id="image_header"),
        pytest.param("shareImage: a.png", [("a.png", None)], id="shareImage"),
        pytest.param("image:\n  path: a.png\n  alt: A loaf", [("a.png", "A loaf")], id="an image as a map"),
    ],
)
def test_images_in_front_matter(tmp_path, front, expected):
    (one,) = readings(tmp_path, "posts/a.md", f"---\n{front}\n---\nText.\n")
    assert [(image.target, image.alt) for image in one.draft.content.images] == expected


def test_media_lie_beside_tweets(tmp_path):
    written(tmp_path, {"tweets/2024/a.tweet": "", "media/a.png": ""})
    assert locate("a.png", str(tmp_path / "tweets/2024/a.tweet"), tmp_path) == Path(tmp_path, "media/a.png")
