"""The pages of records: they hold what is in use and little more, whatever is killed."""

import os

import pytest

from smolint import fast
from smolint.cache import runs
from smolint.cache.pages import Pages
from smolint.cache.records import LEAST_GAPS
from smolint.cache.runs import Trail

from .runner import Runner

POST = "---\ntitle: Baking bread at home\n---\n\nWe bake at dawn.  It is very good bread.\n\n{words}\n"


@pytest.fixture
def blog(tmp_path):
    root = tmp_path / "blog"
    (root / ".git").mkdir(parents=True)
    (root / "posts").mkdir()
    for number in range(40):
        (root / "posts" / f"post-{number:02}.md").write_text(POST.format(words=f"It has {number} slices."))
    return root


@pytest.fixture
def run(tmp_path, blog):
    if not hasattr(os, "fork"):
        pytest.skip("the runs are forks of one warm process")
    with Runner(tmp_path, blog) as runner:
        yield runner


def edit(blog, number, words):
    (blog / "posts" / f"post-{number:02}.md").write_text(POST.format(words=words))


def test_a_change_adds_its_own_block(run, blog):
    run.recorded("posts")
    (pages,) = run.pages()
    before = pages.read_bytes()
    edit(blog, 20, "It is cut.")
    run("posts")
    assert run.pages() == [pages]
    after = pages.read_bytes()
    assert after.startswith(before)
    assert len(after) < 1.8 * len(before)


def test_what_nobody_speaks_of_is_left_out_in_the_end(run, blog):
    words = "It is very very good bread, utilize it in order to be  happy.\n\n" * 60
    edit(blog, 0, words)
    run.recorded("posts", "--output-format", "jsonl")
    files = set()
    for number in range(10):
        edit(blog, 1, f"It is loaf {number}.")
        said = run("posts", "--output-format", "jsonl")
        (pages,) = run.pages()
        files.add(pages)
        assert pages.stat().st_size < 2 * len(said[1]) + 2 * LEAST_GAPS
    assert len(files) > 1


def test_pages_of_a_run_that_was_killed_are_deleted(run, blog):
    run.recorded("posts")
    (pages,) = run.pages()
    left = pages.with_name(f"{pages.name.partition('.')[0]}.123.pages")
    left.write_bytes(b"half a run")
    edit(blog, 3, "It is cut.")
    run("posts")
    assert run.pages() == [pages]


def test_pieces_come_back_as_they_were(tmp_path):
    pages = Pages(str(tmp_path / "runs" / "name"))
    pieces = [pages.add(1, content) for content in (b"We bake.", b"", b"At dawn.")]
    again = Pages(str(tmp_path / "runs" / "name"), pages.path)
    pieces.append(again.add(2, b"Very well."))
    for one in (pages, again):
        one.close()
    with fast.opened(pages.path) as file:
        assert [fast.content_of(file, piece) for piece in pieces] == [b"We bake.", b"", b"At dawn.", b"Very well."]
        assert all(fast.is_sound(file, piece) for piece in pieces)
        stream, place, length, checked = pieces[0]
        assert not fast.is_sound(file, (stream, place + 1, length, checked))


def test_only_new_pages_are_discarded(tmp_path):
    pages = Pages(str(tmp_path / "name"))
    pages.add(1, b"We bake.")
    again = Pages("", pages.path)
    again.add(1, b"At dawn.")
    again.discard()
    assert os.path.getsize(pages.path) == 16
    pages.discard()
    assert not os.path.exists(pages.path)


def told(trail, *contents):
    for content in contents:
        trail.write(1, memoryview(content))
    trail.cut()


def test_output_is_put_aside_as_it_comes(tmp_path):
    trail = Trail(str(tmp_path / "name"))
    contents = [bytes([number]) * 700_000 for number in range(5)]
    told(trail, *contents)
    trail.pages.close()
    with fast.opened(trail.pages.path) as file:
        assert b"".join(fast.content_of(file, piece) for piece in trail.pieces) == b"".join(contents)
    assert len(trail.pieces) > 1
    assert (trail.told, trail.lost) == (3_500_000, False)


def test_too_much_output_is_not_kept(tmp_path, monkeypatch):
    monkeypatch.setattr(runs, "MOST_BYTES", 2_000_000)
    trail = Trail(str(tmp_path / "name"))
    told(trail, *[b"We bake." * 100_000] * 5)
    assert trail.lost
    assert trail.keep(b"We bake.") is None
    trail.pages.discard()
    assert list(tmp_path.iterdir()) == []
