"""After a change in some drafts the rest of a run is told again: in the very words of a run that reads all anew."""

import os
import random
import shutil
import sqlite3
import time
from pathlib import Path

import pytest

from .runner import PICTURE, Runner

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="the tests' runs are forks of one warm process")

FORMATS = ("text", "concise", "json", "jsonl", "github", "sarif", "html")
STEADY = FORMATS[:5]
SENTENCES = (
    "We bake rye bread at dawn, when the town is asleep and the oven has been hot since four.",
    "It is very very good bread, and really everybody says so when they come back.",
    "A starter wants flour, water and time; of these, time is the one that nobody sells.",
    "Utilize the leftovers in order to make a pudding that your guests will ask for again.",
    "The crust sings when it cools, and a loaf that sings was baked hot enough.",
    "Click here to learn more about our courses, which begin in the first week of March.",
    "Whoever weighs the salt does not have to taste the dough, and can go home earlier.",
    "Do you know how warm your kitchen is? Most of ours are colder than we had thought.",
)


def post(draw, sentences=8, extra=""):
    """A post of some of the sentences: two of them often have much in common."""
    title, body = draw.choice(["Bread", "Rye bread at home", "ALL ABOUT BREAD"]), draw.choices(SENTENCES, k=sentences)
    return f"---\ntitle: {title}\nkeyphrase: rye bread\n---\n\n" + "\n\n".join(body) + f"\n{extra}\n"


@pytest.fixture
def blog(tmp_path):
    draw = random.Random(7)
    root = tmp_path / "blog"
    (root / ".git").mkdir(parents=True)
    (root / "posts" / "old").mkdir(parents=True)
    for number in range(9):
        folder = root / "posts" / ("old" if number > 6 else "")
        (folder / f"post-{number}.md").write_text(post(draw, 20, "![A loaf](loaf.png)" if number % 3 else ""))
    (root / "posts" / "word.tweet").write_text("We bake at dawn. #bread")
    (root / "posts" / "loaf.png").write_bytes(PICTURE)
    return root


@pytest.fixture
def run(tmp_path, blog):
    with Runner(tmp_path, blog) as runner:
        yield runner


def kept_results(blog):
    """How many files have results in the store."""
    place = blog / ".smolint_cache" / "results.db"
    if not place.exists():
        return 0
    with sqlite3.connect(place) as base:
        return base.execute("SELECT count(*) FROM kept").fetchone()[0]


@pytest.mark.parametrize("form", STEADY)
def test_only_what_has_changed_is_linted(form, run, blog):
    arguments = ("posts", "--output-format", form)
    run.recorded(*arguments)
    # What is not in the record of the run is nowhere.
    shutil.rmtree(blog / ".smolint_cache")
    draft = blog / "posts" / "post-4.md"
    draft.write_text(draft.read_text() + "\nWe also baked 12 loaves today.\n")
    assert run(*arguments) == run(*arguments, "--no-cache")
    assert kept_results(blog) == 1


def test_a_draft_that_is_replaced_changes_no_names(run, blog):
    """Many editors write a new file and give it the old one's name."""
    run.recorded("posts")
    shutil.rmtree(blog / ".smolint_cache")
    draft = blog / "posts" / "post-4.md"
    (blog / "posts" / ".new").write_text(draft.read_text() + "\nWe also baked 12 loaves today.\n")
    (blog / "posts" / ".new").rename(draft)
    assert run("posts") == run("posts", "--no-cache")
    assert kept_results(blog) == 1


def test_a_rule_is_explained_where_it_comes_first(run, blog):
    """The first post that a rule speaks of has its reasons: the next one, once that is mended."""
    run.recorded("posts")
    for name in ("post-0.md", "post-3.md"):
        (blog / "posts" / name).write_text("---\ntitle: Rye bread\n---\n\nWe bake.\n")
        assert run("posts") == run("posts", "--no-cache")
    (blog / "posts" / "post-0.md").write_text("---\ntitle: Rye bread\n---\n\nIn order to bake, utilize a oven..\n")
    assert run("posts") == run("posts", "--no-cache")


def test_posts_that_have_become_alike_are_told_of(run, blog):
    run.recorded("posts")
    for one, other in (("post-1.md", "post-2.md"), ("post-6.md", "old/post-8.md"), ("post-2.md", "post-3.md")):
        shutil.copy(blog / "posts" / one, blog / "posts" / other)
        assert run("posts") == run("posts", "--no-cache")


def test_what_is_concluded_is_told_where_it_stands_now(run, blog):
    """The evidence is the same, but further down in the draft."""
    run.recorded("posts", "--output-format", "jsonl")
    for draft in sorted(blog.rglob("*.md")):
        draft.write_text(draft.read_text().replace("---\n", "---\nauthor: Ann\n", 1))
        assert run("posts", "--output-format", "jsonl") == run("posts", "--output-format", "jsonl", "--no-cache")


def test_a_draft_that_another_one_reads_is_not_changed_alone(run, blog):
    """A configuration may be among the drafts: what comes from it is made anew."""
    (blog / "smolint.toml").write_text('packs = ["posts/house"]\n')
    rule = blog / "posts" / "house" / "wording" / "weasel.yml"
    rule.parent.mkdir(parents=True)
    shutil.copy(Path(__file__).parents[2] / "rules" / "wording" / "weasel.yml", rule)
    run.recorded("posts")
    rule.write_text(rule.read_text().replace("level: suggestion", "level: error"))
    assert run("posts") == run("posts", "--no-cache")


def test_a_link_that_leads_elsewhere_now_is_looked_at(run, blog):
    """A draft that is a link is not taken for the same file with other words: it may lead out of the project."""
    secret = blog.parent / "secret.md"
    secret.write_text("---\ntitle: Secret\n---\n\nUtilize it in order to bake.\n")
    link = blog / "posts" / "linked.md"
    link.symlink_to("post-1.md")
    run.recorded("posts")
    link.unlink()
    link.symlink_to(secret)
    said = run("posts")
    assert said == run("posts", "--no-cache")
    assert b"linked.md" not in said[1]


def change(blog, draw):
    """What a person may do between two runs, most often to the words of a draft."""
    drafts = sorted(path for path in blog.rglob("*.md") if path.is_file())
    path = draw.choice(drafts) if drafts else blog / "posts" / "post-0.md"
    what = draw.randrange(16)
    if what < 6:
        path.write_text(
            post(draw, draw.choice([1, 8, 20]), draw.choice(["", "![A loaf](loaf.png)", "[one](post-1.md)"]))
        )
    elif what < 8:
        path.write_bytes(draw.choice(drafts).read_bytes() if drafts else b"")
    elif what == 8:
        (path.parent / draw.choice(["new.md", "more.tweet", "aside.md"])).write_text(post(draw))
    elif what == 9:
        path.unlink(missing_ok=True)
    elif what == 10 and path.exists():
        path.rename(path.with_name(draw.choice(["zero.md", "post-5.md"])))
    elif what == 11:
        (blog / "smolint.toml").write_text(draw.choice(["", 'ignore = ["image"]\n', 'fail-on = "warning"\n', "wrong"]))
    elif what == 12:
        (blog / "smolint.toml").unlink(missing_ok=True)
    elif what == 13:
        (blog / "posts" / "loaf.png").write_bytes(draw.choice([PICTURE, PICTURE[:50], b""]))
    elif what == 14:
        (blog / "posts" / ".gitignore").write_text(draw.choice(["post-1.md\n", ""]))
    else:
        path.write_bytes(b"\xff\xfe\x00")


@pytest.mark.parametrize(
    ("seed", "rounds"),
    [
        pytest.param(3, 8, id="a few rounds"),
        *(pytest.param(seed, 30, id=f"many rounds, {seed}", marks=pytest.mark.slow) for seed in (1, 2)),
    ],
)
def test_whatever_changes_every_format_says_the_same_as_without_a_cache(seed, rounds, run, blog):
    draw = random.Random(seed)
    for number in range(rounds):
        form = ("--output-format", draw.choice(FORMATS if number % 2 else STEADY))
        run("posts", *form)
        if draw.random() < 0.7:
            time.sleep(0.25)
            run("posts", *form)
        for _ in range(draw.choice([1, 1, 1, 2, 3])):
            change(blog, draw)
        assert run("posts", *form) == run("posts", *form, "--no-cache")
        if draw.random() < 0.5:
            change(blog, draw)
            assert run("posts", *form) == run("posts", *form, "--no-cache")


def test_a_record_may_lie_in_the_project(run, blog):
    home = str(blog / "ci" / "cache")
    draft = blog / "posts" / "post-4.md"
    # A file that is missing is looked for in the whole project.
    draft.write_text(draft.read_text() + "\nSee [the menu](menu.md).\n")
    for _ in range(4):
        run("posts", XDG_CACHE_HOME=home)
        time.sleep(0.25)
    assert list((blog / "ci" / "cache" / "smolint" / "runs").iterdir())
    draft.write_text(draft.read_text() + "\nWe also baked 12 loaves today.\n")
    assert run("posts", XDG_CACHE_HOME=home) == run("posts", "--no-cache", XDG_CACHE_HOME=home)
