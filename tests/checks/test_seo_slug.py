from __future__ import annotations

import pytest

from checks.linked import linked
from checks.run_of import marked_in
from smolint.checks.seo_slug import Slug, seo_slug


def found(value: str, key: str = "slug", path: str = "a.md") -> list[tuple[str, str]]:
    reading = linked(f"---\ntitle: Bread\n{key}: {value}\n---\nWe bake.\n", path=path)
    return [(mark.variant, reading.draft.source[mark.span]) for mark in seo_slug(reading, Slug())]


@pytest.mark.parametrize(
    ("value", "key", "expected"),
    [
        pytest.param("untitled-3", "slug", ("placeholder", "untitled-3"), id="untitled"),
        pytest.param("sans-titre", "slug", ("placeholder", "sans-titre"), id="sans titre"),
        pytest.param("post-123", "slug", ("placeholder", "post-123"), id="a number"),
        pytest.param("copy-of-rye", "slug", ("placeholder", "copy-of-rye"), id="a copy"),
        pytest.param("our new-bread", "slug", ("space", " "), id="a space"),
        pytest.param("caf%c3%a9", "slug", ("escape", "%c3%a9"), id="an accent as WordPress writes it"),
        pytest.param("pain-d-été", "slug", ("accent", "é"), id="an accent"),
        pytest.param("rye’s-night", "slug", ("accent", "’"), id="an apostrophe"),
        pytest.param("our_bread", "slug", ("underscore", "_"), id="an underscore"),
        pytest.param("rye.md", "slug", ("ending", ".md"), id="the ending of a file"),
        pytest.param("a" * 80, "slug", ("long", "a" * 5), id="too long"),
        pytest.param("/blog/2026/our_bread/", "permalink", ("underscore", "_"), id="the last part of a path"),
        pytest.param("blog/our_bread?a=b_c", "path", ("underscore", "_"), id="a query behind it"),
    ],
)
def test_faults(value, key, expected):
    assert found(value, key) == [expected]


@pytest.mark.parametrize(
    ("value", "key"),
    [
        pytest.param("night-at-the-bakery", "slug", id="plain words"),
        pytest.param("%e3%83%91%e3%83%b3", "slug", id="Japanese, written as in an export"),
        pytest.param("хлеб", "slug", id="Cyrillic"),
        pytest.param("/blog/:year/:title/", "permalink", id="a pattern"),
        pytest.param("/my_blog/rye/", "permalink", id="a folder of another name"),
        pytest.param("https://mill.example/About_Us", "url", id="another site"),
        pytest.param("'{{ page.fileSlug }}_x'", "permalink", id="a template"),
        pytest.param("/blog/rye.html", "permalink", id="a page's ending"),
        pytest.param("false", "permalink", id="no address at all"),
        pytest.param("/", "permalink", id="the home page"),
        pytest.param("posts-of-2026", "slug", id="a word that a placeholder begins with"),
        pytest.param("1984", "redirect_from", id="another field"),
    ],
)
def test_fine(value, key):
    assert found(value, key) == []


def test_standing_pages_have_addresses_of_their_own():
    assert found("500", path="pages/error.md") == []


def test_capitals_unless_most_posts_of_the_folder_have_them(tmp_path):
    post = "---\ntitle: Bread\nslug: {}\n---\nWe bake.\n"
    few = {f"{number}.md": post.format(f"rye-{number}a") for number in range(5)} | {"z.md": post.format("old-RYE")}
    assert marked_in(tmp_path / "few", few, "seo/slug") == {"z.md": ["RYE"]}
    most = {f"{number}.md": post.format(f"Rye-{number}a") for number in range(5)}
    assert marked_in(tmp_path / "most", most, "seo/slug") == {}
