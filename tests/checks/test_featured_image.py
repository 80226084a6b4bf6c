from __future__ import annotations

from checks.run_of import marked_in

RULE = "seo/featured-image-missing"
WITH = "---\ntitle: Rye\nimage: /rye.jpg\n---\nWe bake.\n"
WITHOUT = "---\ntitle: Bare\n---\nWe bake.\n"


def posts(count: int, folder: str = "posts/", name: str = "{}.md") -> dict[str, str]:
    return {folder + name.format(number): WITH for number in range(count)}


def test_one_among_many(tmp_path):
    assert marked_in(tmp_path, posts(9) | {"posts/z.md": WITHOUT}, RULE) == {"posts/z.md": ["Bare"]}


def test_too_few_posts_or_too_few_images_say_nothing(tmp_path):
    assert marked_in(tmp_path / "few", posts(8) | {"posts/z.md": WITHOUT}, RULE) == {}
    bare = {f"posts/z{number}.md": WITHOUT for number in range(3)}
    assert marked_in(tmp_path / "mixed", posts(9) | bare, RULE) == {}


def test_bundles_are_counted_with_their_neighbours(tmp_path):
    files = posts(9, name="{}/index.md") | {"posts/z/index.md": WITHOUT}
    assert marked_in(tmp_path, files, RULE) == {"posts/z/index.md": ["Bare"]}


def test_other_folders_pages_and_refusals_are_left_alone(tmp_path):
    files = posts(12) | {
        "about/z.md": WITHOUT,
        "posts/a.md": WITHOUT.replace("title", "layout: page\ntitle"),
        "posts/b.md": WITHOUT.replace("title", "hero: false\ntitle"),
        "posts/c.md": WITHOUT.replace("title", "cover: {src: /a.jpg}\ntitle"),
        "posts/d.md": "We bake.\n",
    }
    assert marked_in(tmp_path, files, RULE) == {}
