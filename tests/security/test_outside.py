"""A draft makes smolint read nothing outside its project: not through a link, not through `../`, not at an address."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from .conftest import Run

HEAD = "---\ntitle: Bread\nplatform: wordpress\n---\n\n"
SECRET = "The very secret token of this machine is is 1234, and nobody knows it.\n"


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    """A folder of the machine that is none of the clone's."""
    folder = tmp_path / "home"
    folder.mkdir()
    for name in ("secret.md", "secret.txt", "secret.tweet", "secret.html", "talk.pptx"):
        (folder / name).write_text(SECRET, encoding="utf-8")
    Image.new("RGB", (20, 20)).save(folder / "photo.png")
    return folder


def test_a_link_to_a_file_outside_is_not_read(tree: Path, run: Run, outside: Path) -> None:
    for name in ("secret.md", "secret.txt", "secret.tweet", "secret.html"):
        (tree / "posts" / name).symlink_to(outside / name)
    (tree / "posts" / "relative.md").symlink_to("../../home/secret.md")
    (tree / "linked").symlink_to(outside)
    (tree / "twice").symlink_to("linked/secret.md")
    (tree / "posts" / "twice.md").symlink_to("../twice")
    ended = run("--platform", "wordpress", "--extend-select", "typography", ".")

    assert ended.touched(outside) == set()
    assert "secret token" not in ended.out


def test_a_link_within_the_project_is_read(tree: Path, run: Run) -> None:
    (tree / "shared").mkdir()
    (tree / "shared" / "bread.md").write_text(f"{HEAD}We bake. And you?\n", encoding="utf-8")
    (tree / "posts" / "bread.md").symlink_to("../shared/bread.md")

    assert tree / "shared" / "bread.md" in run("posts").touched(tree)


def test_a_link_that_the_user_names_is_read(tree: Path, run: Run, outside: Path) -> None:
    (tree / "posts" / "secret.md").symlink_to(outside / "secret.md")

    assert run("--platform", "wordpress", "posts/secret.md").touched(outside) == {outside / "secret.md"}


TARGETS = {
    "above": "../../home/photo.png",
    "absolute": "{outside}/photo.png",
    "from-the-root": "/../home/photo.png",
    "escaped": "..%2f..%2fhome%2fphoto.png",
    "address": "file://{outside}/photo.png",
    "link": "link.png",
    "folder-that-is-a-link": "folder/photo.png",
    "through-a-link": "folder/../home/photo.png",
    "out-and-in-again": "../../clone/../home/photo.png",
}


def test_an_image_outside_is_not_opened(tree: Path, run: Run, outside: Path) -> None:
    """In Markdown, HTML, front matter, beside a tweet, with the rules that open images and follow links."""
    for place in (tree / "posts", tree / "tweets", tree / "media"):
        place.mkdir(exist_ok=True)
        (place / "link.png").symlink_to(outside / "photo.png")
        (place / "folder").symlink_to(outside)
    for name, written in TARGETS.items():
        target = written.format(outside=outside)
        body = f"![a]({target}) [b]({target}) <img src='{target}' alt='c'>\n\n{{{{< figure src=\"{target}\" >}}}}\n"
        front = f"---\ntitle: Bread\nimage: '{target}'\ncover: {{image: '{target}'}}\n---\n\n"
        for ending in ("md", "html", "linkedin.md"):
            (tree / "posts" / f"{name}.{ending}").write_text(front + body, encoding="utf-8")
        tweet = f"---\nmedia:\n  - file: '{target}'\n    alt: a\n---\nWe bake.\n"
        (tree / "tweets" / f"{name}.tweet").write_text(tweet, encoding="utf-8")
    ended = run("--extend-select", "image,link", "--clean-images", "copies", ".")

    assert ended.code in (0, 1)
    assert {f"{name}.tweet" for name in TARGETS} <= {path.name for path in ended.touched(tree)}
    assert ended.touched(outside) == set()
    assert not list((tree / "copies").rglob("*.png"))


def test_a_report_does_not_tell_what_lies_outside(tree: Path, run: Run, outside: Path) -> None:
    """The same draft gives the same report, whether a file is there or not."""
    for name in ("photo.png", "gone.png"):
        text = f"{HEAD}![a](../../home/{name}) ![b](folder/{name}) [c](../../home/{name}) Good bread. And you?\n"
        (tree / "posts" / "bread.md").write_text(text, encoding="utf-8")
        (tree / "posts" / "folder").unlink(missing_ok=True)
        (tree / "posts" / "folder").symlink_to(outside)
        (tree / "static" / "deep" / "home").mkdir(parents=True, exist_ok=True)
        Image.new("RGB", (3, 3)).save(tree / "static" / "deep" / "home" / name)
    reports = []
    for name in ("photo.png", "gone.png"):
        text = (tree / "posts" / "bread.md").read_text(encoding="utf-8").replace("gone.png", name)
        (tree / "posts" / "bread.md").write_text(text.replace("photo.png", name), encoding="utf-8")
        reports.append(run("--extend-select", "image,link", "--no-cache", "posts").out.replace(name, "x.png"))

    assert reports[0] == reports[1]


@pytest.mark.parametrize("name", ["talk.pptx.md", "talk.md", "talk.pptx.yml"])
def test_a_sidecar_outside_is_not_read(tree: Path, run: Run, outside: Path, name: str) -> None:
    (tree / "decks").mkdir()
    (tree / "decks" / "talk.pptx").write_bytes(b"PK")
    (tree / "decks" / name).symlink_to(outside / "secret.md")

    assert run("--platform", "slideshare", "decks").touched(outside) == set()


@pytest.mark.parametrize("name", [".gitignore", "smolint.toml", ".smolint-baseline.json"])
def test_no_device_is_read_without_end(tree: Path, run: Run, name: str) -> None:
    (tree / "posts" / "bread.md").write_text(f"{HEAD}We bake. And you?\n", encoding="utf-8")
    (tree / name).symlink_to("/dev/zero")

    assert run("posts").code in (0, 1)


@pytest.mark.parametrize("key", ['extend = "/dev/zero"', 'vale = "/dev/zero"', 'packs = ["/dev/zero"]'])
def test_nor_one_that_a_configuration_names(tree: Path, run: Run, key: str) -> None:
    (tree / "posts" / "bread.md").write_text(f"{HEAD}We bake. And you?\n", encoding="utf-8")
    (tree / "smolint.toml").write_text(f"{key}\n", encoding="utf-8")

    assert run("posts").code == 2
