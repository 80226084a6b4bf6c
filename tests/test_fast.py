"""A run that is told again from its record: it says what a new run would say, whatever has changed."""

import os
import random
import shutil
import time
from pathlib import Path

import pytest
from cache.runner import PICTURE, Runner

from smolint import fast

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="the tests' runs are forks of one warm process")

POST = "---\ntitle: Baking bread at home\n---\n\n# Baking bread at home\n\nWe bake at dawn.  It is {word} good bread.\n"


@pytest.fixture
def blog(tmp_path):
    root = tmp_path / "blog"
    (root / ".git").mkdir(parents=True)
    (root / "posts" / "old").mkdir(parents=True)
    (root / "posts" / "one.md").write_text(POST.format(word="very"))
    (root / "posts" / "two.md").write_text(POST.format(word="really") + "\n![A loaf](loaf.png) and [one](one.md)\n")
    (root / "posts" / "old" / "three.tweet").write_text("We bake at dawn. #bread")
    (root / "posts" / "loaf.png").write_bytes(PICTURE)
    return root


@pytest.fixture
def run(tmp_path, blog):
    with Runner(tmp_path, blog) as runner:
        yield runner


def test_a_run_is_told_again(run):
    said = run.recorded("posts")
    records = run.records()
    assert said[1]
    assert run("posts") == said
    assert run.records() == records


def test_both_streams_and_the_code_are_told_again(run, blog):
    (blog / "posts" / "one.md").write_text("[x]( \n\n![](missing.png)\n")
    said = run.recorded("posts", "--fail-on", "suggestion")
    assert said[0] == 1
    assert run("posts", "--fail-on", "suggestion") == said


def edit(blog):
    (blog / "posts" / "one.md").write_text(POST.format(word="good"))


def edit_unseen(blog):
    """The same size, and the time of the last change put back."""
    path = blog / "posts" / "one.md"
    before = path.stat()
    path.write_text(POST.format(word="rare"))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def replace(blog):
    new = blog / "new"
    new.write_text(POST.format(word="rare"))
    new.rename(blog / "posts" / "one.md")


CHANGES = {
    "a draft is edited": edit,
    "a draft is edited, its size and time kept": edit_unseen,
    "a draft is replaced": replace,
    "a draft is added": lambda blog: (blog / "posts" / "four.md").write_text(POST.format(word="very")),
    "a draft is added below": lambda blog: (blog / "posts" / "old" / "four.md").write_text(POST.format(word="very")),
    "a draft is removed": lambda blog: (blog / "posts" / "one.md").unlink(),
    "a draft is renamed": lambda blog: (blog / "posts" / "one.md").rename(blog / "posts" / "zero.md"),
    "a draft cannot be read": lambda blog: (blog / "posts" / "one.md").write_bytes(b"\xff\x00\xfe"),
    "a folder is renamed": lambda blog: (blog / "posts" / "old").rename(blog / "posts" / "older"),
    "an image is removed": lambda blog: (blog / "posts" / "loaf.png").unlink(),
    "an image is damaged": lambda blog: (blog / "posts" / "loaf.png").write_bytes(PICTURE[:40]),
    "a configuration comes": lambda blog: (blog / "smolint.toml").write_text('ignore = ["typography"]\n'),
    "a configuration comes below": lambda blog: (blog / "posts/old/smolint.toml").write_text('ignore = ["all"]\n'),
    "a configuration comes above": lambda blog: (blog.parent / "smolint.toml").write_text('ignore = ["all"]\n'),
    "a configuration is wrong": lambda blog: (blog / "smolint.toml").write_text("ignore = 3\n"),
    "a file is ignored": lambda blog: (blog / ".gitignore").write_text("one.md\n"),
    "a file is ignored below": lambda blog: (blog / "posts" / "old" / ".gitignore").write_text("*\n"),
    "a baseline comes": lambda blog: (blog / ".smolint-baseline.json").write_text('{"version": 1, "files": {}}'),
    "the repository ends": lambda blog: (blog / ".git").rmdir(),
    "a link leads somewhere": lambda blog: (blog / "away.md").write_text(POST.format(word="very")),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_nothing_is_told_again_when(change, run, blog):
    (blog / "posts" / "link.md").symlink_to("../away.md")
    run.recorded("posts")
    change(blog)
    assert run("posts") == run("posts", "--no-cache")


def test_a_pack_that_changes_counts(run, blog):
    (blog / "smolint.toml").write_text('packs = ["house"]\n')
    rule = blog / "house" / "house" / "bread.yml"
    rule.parent.mkdir(parents=True)
    shutil.copy(Path(__file__).parent.parent / "rules" / "wording" / "weasel.yml", rule)
    text = rule.read_text()
    run.recorded("posts")
    rule.write_text(text.replace("level: suggestion", "level: error").replace("level: warning", "level: error"))
    assert run("posts") == run("posts", "--no-cache")


@pytest.mark.parametrize(
    ("arguments", "environment"),
    [
        pytest.param(("posts", "--output-format", "json"), {}, id="another format"),
        pytest.param(("posts", "--select", "image"), {}, id="other rules"),
        pytest.param(("posts",), {"LC_ALL": "fr_FR.UTF-8"}, id="another language"),
        pytest.param(("posts",), {"FORCE_COLOR": "1"}, id="colours"),
        pytest.param(("posts",), {"COLUMNS": "40"}, id="a narrow terminal"),
    ],
)
def test_another_run_has_another_record(arguments, environment, run):
    run.recorded("posts")
    assert run(*arguments, **environment) == run(*arguments, "--no-cache", **environment)


def test_the_same_words_in_another_folder_are_another_run(run, blog, tmp_path):
    run.recorded("posts")
    other = tmp_path / "other"
    (other / "posts").mkdir(parents=True)
    (other / "posts" / "new.md").write_text(POST.format(word="very"))
    assert b"new.md" in run("posts", folder=other)[1]


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(("posts", "--no-cache"), id="without a cache"),
        pytest.param(("posts", "--isolated"), id="isolated"),
        pytest.param(("posts", "--diff"), id="a diff"),
        pytest.param(("posts", "--output-format", "junit"), id="a report with the time"),
        pytest.param(("posts", "--output-file", "../report.txt"), id="a report in a file"),
        pytest.param(("posts", "--select", "spelling"), id="dictionaries"),
        pytest.param(("absent",), id="an error"),
        pytest.param(("rules",), id="another command"),
    ],
)
def test_no_record_is_kept_of(arguments, run):
    for _ in range(3):
        run(*arguments)
        time.sleep(0.25)
    assert run.records() == {}


def test_a_draft_that_changes_once_more_at_once_is_noticed(run, blog):
    """What was read of a draft is known, however young it is, and however little its times can tell."""
    run.recorded("posts")
    draft = blog / "posts" / "one.md"
    for word in ("good", "very", "rare"):
        before = run.records()
        draft.write_text(POST.format(word=word))
        said = run("posts")
        assert run.records() != before
        times = draft.stat()
        draft.write_text(POST.format(word="wide"))
        os.utime(draft, ns=(times.st_atime_ns, times.st_mtime_ns))
        assert run("posts") == run("posts", "--no-cache")
        draft.write_text(POST.format(word=word))
        assert run("posts") == said


def files_of(run):
    """The record of the only run, and its pages."""
    return [*run.records(), *run.pages()]


def cut(length):
    return lambda content: content[:length]


def flipped(place):
    def change(content):
        at = int(place * (len(content) - 1))
        return content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :]

    return change


DAMAGE = {
    "empty": cut(0),
    "cut in the seal": cut(10),
    "cut": cut(200),
    "one byte short": cut(-1),
    **{f"another byte at {place}": flipped(place) for place in (0, 0.3, 0.6, 0.9, 1)},
}


@pytest.mark.parametrize("number", [0, 1], ids=["the record", "its pages"])
@pytest.mark.parametrize("change", [lambda _: None, edit], ids=["as it is", "after an edit"])
def test_a_damaged_record_is_none(change, number, run, blog):
    run.recorded("posts")
    change(blog)
    wanted = run("posts", "--no-cache")
    kept = {file: file.read_bytes() for file in files_of(run)}
    for damage in DAMAGE.values():
        for at, (file, content) in enumerate(kept.items()):
            file.write_bytes(damage(content) if at == number else content)
        assert run("posts") == wanted


def test_a_record_without_its_pages_is_none(run):
    said = run.recorded("posts")
    (pages,) = run.pages()
    pages.unlink()
    assert run("posts") == said
    assert len(run.pages()) == 1


def test_clean_deletes_the_records(run):
    run.recorded("posts")
    run("clean")
    assert run.records() == {}


def test_nothing_is_told_again_without_a_record(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert fast.answer(["posts"]) == (None, None)


def random_change(blog, draw):
    """Change something, somewhere: what a person may do between two runs."""
    places = [blog, blog / "posts", blog / "posts" / "old", blog.parent]
    drafts = sorted(path for path in blog.rglob("*") if path.suffix in (".md", ".tweet", ".png"))
    place, path = draw.choice(places), draw.choice(drafts) if drafts else blog / "posts" / "one.md"
    place.mkdir(parents=True, exist_ok=True)
    word = draw.choice(["very", "good", "rare", "really", "bread  bread"])
    what = draw.randrange(9)
    if what == 0 and path.suffix == ".md":
        path.write_text(POST.format(word=word))
    elif what == 1:
        (place / draw.choice(["a.md", "b.md", "loaf.png", "c.tweet"])).write_text(POST.format(word=word))
    elif what == 2:
        path.unlink(missing_ok=True)
    elif what == 3 and path.exists():
        path.rename(place / path.name)
    elif what == 4:
        (place / "smolint.toml").write_text(draw.choice(["", 'ignore = ["image"]\n', 'fail-on = "warning"\n', "wrong"]))
    elif what == 5:
        (place / ".gitignore").write_text(draw.choice(["a.md\n", "*.tweet\n", "", "old/\n"]))
    elif what == 6:
        for name in ("smolint.toml", ".gitignore"):
            (place / name).unlink(missing_ok=True)
    elif what == 7:
        (blog / "posts" / "loaf.png").write_bytes(draw.choice([PICTURE, PICTURE[:50], b""]))
    else:
        (blog / "posts" / "two.md").write_text(POST.format(word=word) + f"\n![{word}](loaf.png) [a](old/a.md)\n")


@pytest.mark.parametrize(
    "rounds", [pytest.param(8, id="a few rounds"), pytest.param(60, id="many rounds", marks=pytest.mark.slow)]
)
def test_whatever_changes_the_answer_is_that_of_a_new_run(rounds, run, blog):
    draw = random.Random(rounds)
    again = 0
    for _ in range(rounds):
        run("posts", ".")
        time.sleep(0.25)
        run("posts", ".")
        before = run.records()
        for _ in range(draw.randrange(3)):
            random_change(blog, draw)
        assert run("posts", ".") == run("posts", ".", "--no-cache")
        again += bool(before) and run.records() == before
    assert again


def test_a_record_in_the_place_of_another_is_none(run):
    run.recorded("posts")
    before = run.records()
    run.recorded("posts", "--output-format", "json")
    (own,) = before
    (other,) = run.records().keys() - before.keys()
    said = run("posts", "--no-cache", "--output-format", "json")
    os.replace(own, other)
    assert run("posts", "--output-format", "json") == said
