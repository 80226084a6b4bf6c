"""The benchmark beside other linters: its posts, its runs, its table, its picture."""

import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

import smolint

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"
POST = "# Bread\n\nWe baked loaves yesterday, and neighbours bought every single one before noon. See /images/x.png.\n"


@pytest.fixture(autouse=True)
def _benchmarks(monkeypatch):
    monkeypatch.syspath_prepend(str(BENCHMARKS))


@pytest.fixture
def blog(tmp_path):
    folder = tmp_path / "blog"
    (folder / "2024").mkdir(parents=True)
    for number in range(5):
        (folder / "2024" / f"post-{number}.md").write_text(POST * (number + 1), encoding="utf-8")
    (folder / "2024" / "oven.png").write_bytes(b"picture")
    (folder / "notes.docx").write_bytes(b"no post")
    return folder


def timing(name, seconds, posts=100, code=0):
    from peer_runs import Contender, Run, Timing

    contender = Contender(name, (name, "blog"), posts, rules="7")
    return Timing(contender, [Run(one, one / 2, 50_000_000, code, 0) for one in seconds])


def test_copies_posts_with_their_images_and_nothing_else(blog, tmp_path):
    from peer_posts import copy_posts

    posts = copy_posts(blog, tmp_path / "copy")
    names = sorted(path.name for path in (tmp_path / "copy").rglob("*") if path.is_file())
    assert len(posts) == 5
    assert names == ["oven.png", *(f"post-{number}.md" for number in range(5))]


@pytest.mark.parametrize(("count", "taken"), [(2, 2), (5, 5), (9, 5)], ids=["a part", "all", "more than there are"])
def test_takes_a_sample(blog, tmp_path, count, taken):
    from peer_posts import posts_below, sample

    assert len(posts_below(sample(posts_below(blog), count, tmp_path / "part"))) == taken


def test_makes_larger_blogs_whose_posts_all_differ(blog, tmp_path):
    from peer_posts import multiply, posts_below

    made = posts_below(multiply(posts_below(blog), 12, tmp_path / "made"))
    again = posts_below(multiply(posts_below(blog), 12, tmp_path / "again"))
    texts = [path.read_text(encoding="utf-8") for path in made]
    assert len(set(texts)) == 12
    assert texts == [path.read_text(encoding="utf-8") for path in again]
    assert all("/images/x.png" in text for text in texts)


def test_makes_exports_that_smolint_reads(blog, tmp_path):
    from peer_posts import export, posts_below

    target = tmp_path / "export.xml"
    count = export(posts_below(blog), 3000, target)
    results = list(smolint.lint([target]))
    assert target.stat().st_size >= 3000
    assert sum(result.drafts for result in results) == count > 1
    assert not any(finding.rule.startswith("source/") for result in results for finding in result.findings)


def test_runs_in_turn_and_prepares_each_run(tmp_path):
    from peer_runs import Contender, in_turn

    order = []
    rows = [
        Contender(name, (sys.executable, "-c", "print('done')"), before=lambda name=name: order.append(name))
        for name in ("first", "second")
    ]
    timings = in_turn(rows, 2, tmp_path / "printed", warm_up=False)
    assert order == ["first", "second", "first", "second"]
    assert [len(one.runs) for one in timings] == [2, 2]
    assert all(run.printed == 5 and run.seconds > 0 and run.peak_bytes > 1_000_000 for run in timings[0].runs)


def test_takes_the_median_and_posts_a_second():
    one = timing("tool", [9.0, 2.0, 4.0])
    assert one.seconds == 4.0
    assert one.rate == 25.0
    assert one.peak_bytes == 50_000_000


def test_table_compares_posts_a_second_and_says_what_failed():
    from peer_cases import Case
    from peer_table import lines

    rows = [timing("smolint", [1.0]), timing("half", [1.0], posts=50), timing("broken", [0.1], code=3)]
    printed = "\n".join(lines(Case("blog", "A blog", rows)))
    assert "2.00" in next(line for line in printed.splitlines() if line.startswith("half"))
    assert "did not do its work: it ended with 3" in printed
    assert "  half: half blog" in printed


def test_picture_is_an_svg_that_names_every_tool_and_its_rate():
    from peer_chart import chart

    picture = ElementTree.fromstring(
        chart("Posts & seconds", "a <note>", [timing("slow", [50.0]), timing("smolint", [1])])
    )
    told = " ".join("".join(text.itertext()) for text in picture.iter())
    assert "slow" in told
    assert "2.0" in told
    widths = [float(bar.get("width")) for bar in picture.iter("{http://www.w3.org/2000/svg}rect")]
    assert widths == sorted(widths, reverse=True)


def test_the_command_times_smolint_alone_where_no_peer_is_installed(blog):
    command = [sys.executable, str(BENCHMARKS / "peers.py"), "--rounds", "1", "--cases", "start,tweet", str(blog)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert "5 posts" in done.stdout
    assert "smolint --version" in done.stdout
    assert "did not do its work" not in done.stdout
