from __future__ import annotations

import random
from pathlib import Path

import pytest

from smolint.config import Config, load_config
from smolint.engine import lint
from smolint.finding import Finding

WORDS = [
    f"{a}{b}{c}"
    for a in ("ba", "fo", "mi", "te", "lu")
    for b in ("ker", "ran", "lon", "sti")
    for c in ("", "s", "ed", "ing")
]


def text(seed: int, words: int = 300) -> list[str]:
    """Paragraphs of fifty made-up words; another seed gives another text."""
    chosen = random.Random(seed).choices(WORDS, k=words)
    return [" ".join(chosen[at : at + 50]).capitalize() + "." for at in range(0, words, 50)]


def spun(paragraphs: list[str], share: float) -> list[str]:
    """The same paragraphs with that share of their words replaced by others."""
    chance = random.Random(9)
    return [" ".join("other" if chance.random() < share else word for word in one.split()) for one in paragraphs]


def post(paragraphs: list[str], title: str = "Bread", **fields: str) -> str:
    front = "".join(f"{name}: {value}\n" for name, value in fields.items())
    return f"---\ntitle: {title}\nlang: en\n{front}---\n\n" + "\n\n".join(paragraphs) + "\n"


def found(
    folder: Path, files: dict[str, str], config: Config | None = None, paths: tuple[str, ...] = (".",)
) -> list[Finding]:
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(content, encoding="utf-8")
    config = config or Config(select=("depth/near-duplicate",))
    results = list(lint([folder / path for path in paths], config))
    assert [crash for result in results for crash in result.crashes] == []
    return [finding for result in results for finding in result.findings]


def said(findings: list[Finding], folder: Path) -> list[tuple[str, str]]:
    """Of each finding the file's name and the message, in which the folder is left out."""
    return [(Path(one.path).name, one.message.replace(f"{folder.as_posix()}/", "")) for one in findings]


@pytest.mark.parametrize(
    ("other", "share"),
    [
        pytest.param(text(1), 100, id="the same text"),
        pytest.param(spun(text(1), 0.01), 95, id="one word in a hundred changed"),
        pytest.param(spun(text(1), 0.05), 77, id="one in twenty changed"),
        pytest.param([*text(1)[:3], *text(2)[:3]], 50, id="half of it copied"),
    ],
)
def test_tells_the_later_of_two(tmp_path, other, share):
    (finding,) = found(tmp_path, {"a.md": post(text(1), "One"), "b.md": post(other, "Two")})
    assert (Path(finding.path).name, finding.text) == ("b.md", "Two")
    told = int(finding.message.partition("%")[0].split()[-1])
    assert abs(told - share) <= 8
    assert "a.md:" in finding.message


def test_names_the_place_and_the_words(tmp_path):
    mine, theirs = [*text(2)[:2], *text(1)[:4]], [*text(3)[:2], *text(1)[:4]]
    ((name, message),) = said(found(tmp_path, {"a.md": post(theirs), "b.md": post(mine)}), tmp_path)
    assert name == "b.md"
    assert "a.md:10;" in message
    assert f"“{mine[2][:30]}" in message
    assert "(line 10)" in message


def test_a_short_post_that_stands_in_a_long_one(tmp_path):
    long = [*text(5, 1500), *text(1, 150), *text(6, 1500)]
    findings = found(tmp_path, {"b-long.md": post(long), "a-short.md": post(text(1, 150))})
    assert [(Path(one.path).name, "b-long.md" in one.message) for one in findings] == [("a-short.md", True)]


def test_the_date_says_which_one_is_later(tmp_path):
    files = {"a.md": post(text(1), date="2024-05-01"), "b.md": post(text(1), date="2023-05-01")}
    assert [Path(one.path).name for one in found(tmp_path, files)] == ["a.md"]


def test_pages_that_change_only_a_place(tmp_path):
    body = text(1)
    files = {f"town-{n:02}.md": post([f"{body[0]} Town{n}.", *body[1:]], f"Plumber in Town{n}") for n in range(30)}
    assert len(found(tmp_path, files)) == 29


def test_a_footer_under_every_post_is_none(tmp_path):
    footer = text(99, 50)
    files = {f"{n:02}.md": post([*text(n), *footer]) for n in range(30)}
    assert found(tmp_path, files) == []


@pytest.mark.parametrize(
    "files",
    [
        pytest.param({"a.md": post(text(1)), "b.md": post(text(2))}, id="other texts of the same words"),
        pytest.param(
            {"a.md": post(text(1)), "b.md": post(text(1), canonical_url="https://x.example/a")}, id="canonical"
        ),
        pytest.param({"a.md": post(text(1)), "b.md": post(text(1), redirect_to="/a")}, id="redirect"),
        pytest.param({"a.md": post(text(1, 50)), "b.md": post(text(1, 50))}, id="a few words"),
        pytest.param({"a.md": post(text(1)), "b.md": post([f"> {one}" for one in text(1)])}, id="quoted"),
        pytest.param({"a.md": post(text(1)), "b.fr.md": post(text(1)).replace("lang: en", "lang: fr")}, id="languages"),
        pytest.param({"a.md": post(text(1), "Call 2023"), "b.md": post(text(1), "Call 2024")}, id="every year"),
        pytest.param({"a.md": post(text(1), "Rust 1.2.1"), "b.md": post(text(1), "Rust 1.2.2")}, id="releases"),
        pytest.param({"a.tweet": text(1)[0], "b.tweet": text(1)[0]}, id="tweets"),
        pytest.param({"a.md": post(text(1), platforms="[wordpress, facebook]")}, id="one text on two platforms"),
        pytest.param({"a.md": post([*text(1), *text(1)])}, id="a post alone"),
        pytest.param({"a.md": post(text(1)), "b.md": post([*text(1)[:1], *text(2)])}, id="a paragraph in common"),
        pytest.param(
            {"a.md": post(text(1)), "b.md": post(["<!-- smolint: disable=depth/near-duplicate -->", *text(1)])},
            id="silenced",
        ),
    ],
)
def test_leaves_alone(tmp_path, files):
    assert found(tmp_path, files) == []


@pytest.fixture
def blog(tmp_path):
    """A folder of published posts that is excluded from linting, and its configuration."""
    (tmp_path / "smolint.toml").write_text(
        'published = ["content/**"]\nexclude = ["content/"]\nselect = ["depth/near-duplicate"]\n', encoding="utf-8"
    )
    (tmp_path / "content").mkdir()
    for n in range(3):
        (tmp_path / "content" / f"old-{n}.md").write_text(post(text(n)), encoding="utf-8")
    return load_config(tmp_path / "smolint.toml")


def test_what_is_published_is_compared_with(tmp_path, blog):
    ((name, message),) = said(found(tmp_path, {"drafts/new.md": post(text(1))}, blog, ("drafts",)), tmp_path)
    assert name == "new.md"
    assert "is published already" in message
    assert "content/old-1.md:6" in message


def test_what_is_published_is_never_linted(tmp_path, blog):
    (tmp_path / "content" / "copy.md").write_text(post(text(0)), encoding="utf-8")
    assert found(tmp_path, {"drafts/new.md": post(text(7))}, blog, ("drafts",)) == []


def test_a_draft_that_holds_a_published_post(tmp_path, blog):
    long = [*text(5, 900), *text(1)]
    (finding,) = found(tmp_path, {"drafts/new.md": post(long)}, blog, ("drafts",))
    assert "This post holds 100" in finding.message


def test_a_post_is_no_copy_of_its_own_published_form(tmp_path, blog):
    files = {"drafts/2024-05-01-old-1.md": post(text(1)), "drafts/new.md": post(text(2), slug="old-2")}
    assert found(tmp_path, files, blog, ("drafts",)) == []


def test_published_files_of_the_run_are_drafts_like_others(tmp_path, blog):
    assert found(tmp_path, {}, blog, ("content/old-0.md", "content/old-1.md")) == []


def test_a_folder_that_is_not_there(tmp_path):
    config = Config(root=tmp_path, published=("nowhere/",), select=("depth/near-duplicate",))
    assert found(tmp_path, {"a.md": post(text(1))}, config) == []
