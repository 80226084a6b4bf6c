"""`--fix`, `--unsafe-fixes`, `--diff` and `--show-fixes`."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from .conftest import Smolint

JUNK = "---\ntitle: Bread\n---\n\nRead [our guide](https://bread.example/guide?fbclid=1) and [the law](http://loi.fr/).\r\n"
CLEAN = JUNK.replace("?fbclid=1", "")
SAFE = CLEAN
UNSAFE = CLEAN.replace("http:", "https:")
RULES = ("--select", "link/tracking-junk,link/insecure")


@pytest.fixture
def post(drafts: Path) -> Path:
    path = drafts / "posts" / "guide.md"
    path.write_bytes(JUNK.encode())
    return path


def test_safe_fixes_are_written_and_the_rest_is_reported(smolint: Smolint, post: Path) -> None:
    ended = smolint("posts", "--fix", "--output-format", "json", *RULES)
    report = json.loads(ended.out)

    assert post.read_bytes() == SAFE.encode()
    assert [finding["rule"] for finding in report["findings"]] == ["link/insecure"]
    assert report["summary"]["fixed"] == 1
    assert report["summary"]["fixable"] == {"safe": 0, "unsafe": 1}


def test_unsafe_fixes_are_written_when_asked_for(smolint: Smolint, post: Path) -> None:
    ended = smolint("posts", "--fix", "--unsafe-fixes", "--show-fixes", *RULES)

    assert post.read_bytes() == UNSAFE.encode()
    assert "posts/guide.md:\n  1 × link/insecure\n  1 × link/tracking-junk\n" in ended.out
    assert "2\N{NO-BREAK SPACE}problems mended." in ended.out


def test_a_second_run_changes_nothing(smolint: Smolint, post: Path) -> None:
    smolint("posts", "--fix", "--unsafe-fixes", *RULES)
    before = post.stat()
    ended = smolint("posts", "--fix", "--unsafe-fixes", *RULES)

    assert (post.stat().st_ino, post.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    assert "mended" not in ended.out


def test_the_report_tells_what_could_be_mended(smolint: Smolint, post: Path) -> None:
    ended = smolint("posts", *RULES)

    assert post.read_bytes() == JUNK.encode()
    assert "--fix mends 1\N{NO-BREAK SPACE}of these by itself." in ended.out
    assert "--fix --unsafe-fixes mends 1 more: read what it changes." in ended.out


def test_a_diff_is_one_that_git_applies(smolint: Smolint, post: Path, drafts: Path) -> None:
    ended = smolint("posts", "--diff", *RULES)

    assert ended.code == 1
    assert post.read_bytes() == JUNK.encode()
    assert "Would mend 1\N{NO-BREAK SPACE}problem in 1\N{NO-BREAK SPACE}file." in ended.err
    subprocess.run(["git", "init", "-q", "."], cwd=drafts, check=True)
    # Through the terminal's own line ends the diff would lose the draft's.
    subprocess.run(["git", "apply", "-"], cwd=drafts, input=ended.out.encode(), check=True)
    assert post.read_bytes() == SAFE.encode()


def test_a_diff_without_changes_is_empty_and_clean(smolint: Smolint, post: Path) -> None:
    post.write_bytes(CLEAN.encode())
    ended = smolint("posts", "--diff", *RULES)

    assert (ended.code, ended.out) == (0, "")


def test_standard_input_is_mended_on_standard_output(drafts: Path) -> None:
    command = [sys.executable, "-m", "smolint", "-", "--stdin-filename", "guide.md", "--fix", *RULES]
    ended = subprocess.run(command, cwd=drafts, input=JUNK.encode(), capture_output=True, check=False)

    assert ended.stdout == SAFE.encode()
    assert b"link/insecure" in ended.stderr


def test_a_file_that_cannot_be_written_is_left_as_it_is(
    smolint: Smolint, post: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_arguments: object, **_options: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("tempfile.mkstemp", refused)
    ended = smolint("posts", "--fix", *RULES)

    assert post.read_bytes() == JUNK.encode()
    assert "left as it was (posts/guide.md)" in ended.out
    assert "mended" not in ended.out
    assert (ended.code, ended.err) == (2, "")

    ended = smolint("posts", "--fix", "--output-format", "concise", *RULES)
    assert (ended.code, ended.err) == (2, "error: posts/guide.md: could not be written: it is left as it was\n")


def test_a_whole_tree_is_mended_but_for_what_cannot_be_read(smolint: Smolint, post: Path) -> None:
    (post.parent / "broken.md").write_bytes(b"caf\xe9 https://bread.example/?fbclid=1\n")
    ended = smolint("posts", "--fix", *RULES)

    assert ended.code == 2
    assert post.read_bytes() == SAFE.encode()
    assert (post.parent / "broken.md").read_bytes() == b"caf\xe9 https://bread.example/?fbclid=1\n"


def test_an_export_that_is_too_large_is_not_mended(smolint: Smolint, drafts: Path) -> None:
    export = drafts / "posts" / "export.xml"
    with export.open("wb") as stream:
        stream.write(
            b'<rss xmlns:wp="http://wordpress.org/export/1.2/"><channel><wp:wxr_version>1.2</wp:wxr_version>\n'
        )
        stream.writelines(b" " * 1_000_000 for _ in range(50))
        stream.write(b"</channel></rss>\n")
    ended = smolint("posts/export.xml", "--fix", *RULES)

    assert "not mended: it weighs more than 50 MB (posts/export.xml)" in ended.out


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no such device here")
def test_standard_input_without_end_is_refused(drafts: Path) -> None:
    command = [sys.executable, "-m", "smolint", "check", "-"]
    with open("/dev/zero", "rb") as endless:
        ended = subprocess.run(command, cwd=drafts, stdin=endless, capture_output=True, text=True, check=False)

    assert ended.returncode == 2
    assert "standard input holds more than 100" in ended.stderr
