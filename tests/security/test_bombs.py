"""Small files that grow: none takes more than a moment, and each is told of or passed over."""

from __future__ import annotations

import struct
import time
import zipfile
import zlib
from pathlib import Path

from .conftest import Run

HEAD = "---\ntitle: Bread\nplatform: wordpress\n---\n\n"
PATIENCE = 60
"""Seconds for a run, on a machine that is busy; a bomb that went off would take hours or all memory."""

LAUGHS = "\n".join(
    ["a: &a0 [lol, lol]", *(f"b{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 30)), "title: *a29"]
)
ENTITIES = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 9}">' for n in range(1, 30))
EXPORT = f"""<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a0 "lol">{ENTITIES}]>
<rss xmlns:wp="http://wordpress.org/export/1.2/"><channel><wp:wxr_version>1.2</wp:wxr_version>
<item><title>&a29;</title></item></channel></rss>"""


def timed(run: Run, *arguments: str) -> tuple[int, str]:
    start = time.monotonic()
    ended = run(*arguments)
    assert time.monotonic() - start < PATIENCE
    return ended.code, ended.out + ended.err


def test_aliases_of_yaml_do_not_multiply(tree: Path, run: Run) -> None:
    (tree / "posts" / "bread.md").write_text(f"---\n{LAUGHS}\n---\n\nWe bake.\n", encoding="utf-8")

    assert timed(run, "--platform", "wordpress", "posts")[0] in (0, 1, 2)


def test_nor_in_a_pack(tree: Path, run: Run) -> None:
    (tree / "posts" / "bread.md").write_text(f"{HEAD}We bake.\n", encoding="utf-8")
    (tree / "house").mkdir()
    (tree / "house" / "one.yml").write_text(f"{LAUGHS}\n", encoding="utf-8")
    (tree / "smolint.toml").write_text('packs = ["house"]\n', encoding="utf-8")

    assert timed(run, "posts")[0] == 2


def test_entities_of_xml_are_refused(tree: Path, run: Run) -> None:
    (tree / "posts" / "export.xml").write_text(EXPORT, encoding="utf-8")
    code, told = timed(run, "posts")

    assert code == 2
    assert "source/unreadable" in told


def chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def test_an_image_of_billions_of_pixels_is_told_of(tree: Path, run: Run) -> None:
    header = chunk(b"IHDR", struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0))
    picture = b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", zlib.compress(bytes(1_000_000))) + chunk(b"IEND", b"")
    (tree / "posts" / "big.png").write_bytes(picture)
    (tree / "posts" / "bread.md").write_text(f"{HEAD}![a loaf](big.png)\n\nWe bake.\n", encoding="utf-8")

    assert "big.png" in timed(run, "--select", "image", "--output-format", "concise", "posts")[1]


def test_a_deck_that_unpacks_to_gigabytes_is_told_of(tree: Path, run: Run) -> None:
    (tree / "decks").mkdir()
    with zipfile.ZipFile(tree / "decks" / "talk.pptx", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("ppt/presentation.xml", "<p/>")
        with archive.open("ppt/slides/slide1.xml", "w", force_zip64=True) as slide:
            for _ in range(300):
                slide.write(bytes(1_000_000))

    assert "source/unreadable" in timed(run, "--platform", "slideshare", "--output-format", "concise", "decks")[1]


def test_patterns_that_explode_are_stopped(tree: Path, run: Run) -> None:
    text = "a" * 5_000 + "! " + "a" * 5_000
    (tree / "posts" / "bread.md").write_text(f"{HEAD}{text}\n\nAnd you?\n", encoding="utf-8")
    (tree / "house" / "house").mkdir(parents=True)
    for number, token in enumerate(("(a+)+$", "(a|aa)+$", "(?:a*)*b", "(.*a){25}")):
        rule = f"extends: existence\nmessage: x\nraw: ['{token}c']\n"
        (tree / "house" / "house" / f"rule-{number}.yml").write_text(rule, encoding="utf-8")
    (tree / "smolint.toml").write_text('packs = ["house"]\nselect = ["house"]\n', encoding="utf-8")
    code, told = timed(run, "posts")

    assert code == 0, told


def test_a_gitignore_with_many_wildcards_holds_nothing_up(tree: Path, run: Run) -> None:
    (tree / "posts" / f"{'a' * 200}.md").write_text(f"{HEAD}We bake. And you?\n", encoding="utf-8")
    (tree / ".gitignore").write_text(f"{'*a' * 40}b\n{'**/a*' * 30}/b\n*a*a*a*b\n", encoding="utf-8")

    assert timed(run, "--isolated", "posts")[0] in (0, 1)


def test_lists_in_lists_are_an_error_of_a_configuration(tree: Path, run: Run) -> None:
    (tree / "posts" / "bread.md").write_text(f"{HEAD}We bake. And you?\n", encoding="utf-8")
    (tree / "smolint.toml").write_text(f"select = {'[' * 100_000}\n", encoding="utf-8")
    assert run("posts").code == 2
    (tree / "smolint.toml").write_text("", encoding="utf-8")
    (tree / ".smolint-baseline.json").write_text("[" * 200_000, encoding="utf-8")
    assert run("posts").code == 2
