import sys

import pytest

from smolint.cli import progress
from smolint.cli.progress import ProgressBar


def bar(*, shown: bool) -> ProgressBar:
    return ProgressBar("Reading drafts", lambda: 3, shown=shown)


def test_a_hidden_bar_writes_nothing(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "PATIENCE", 0.0)
    hidden = bar(shown=False)
    hidden.advance("a.md")
    hidden.close()

    assert capsys.readouterr() == ("", "")


def test_a_short_run_shows_no_bar(capsys: pytest.CaptureFixture[str]) -> None:
    short = bar(shown=True)
    short.advance("a.md")
    short.close()

    assert short.bar is None
    assert capsys.readouterr() == ("", "")


def test_a_long_run_shows_a_bar_beside_the_findings(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress, "PATIENCE", -1.0)
    monkeypatch.setenv("TTY_COMPATIBLE", "1")
    long = bar(shown=True)
    long.advance("a.md")
    with long.aside():
        sys.stdout.write("a finding\n")
    long.advance("b.md")
    long.close()
    out, err = capsys.readouterr()

    assert out == "a finding\n"
    assert "Reading drafts" in err


def test_a_file_counts_once_and_never_more_than_there_are(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "PATIENCE", -1.0)
    counted = []
    long = bar(shown=True)
    for path in ["export.xml", "export.xml", "b.md", "c.md", "export.xml", "b.md"]:
        long.advance(path)
        assert long.bar is not None
        shown, task = long.bar
        counted.append(shown.tasks[task].completed)
    long.close()

    assert counted == [0, 0, 1, 2, 3, 3]
