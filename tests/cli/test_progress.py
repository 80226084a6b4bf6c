import sys

import pytest

from smolint.cli import progress
from smolint.cli.progress import ProgressBar


def bar(*, shown: bool) -> ProgressBar:
    return ProgressBar("Reading drafts", lambda: 3, shown=shown)


def test_a_hidden_bar_writes_nothing(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "PATIENCE", 0.0)
    hidden = bar(shown=False)
    hidden.advance()
    hidden.close()

    assert capsys.readouterr() == ("", "")


def test_a_short_run_shows_no_bar(capsys: pytest.CaptureFixture[str]) -> None:
    short = bar(shown=True)
    short.advance()
    short.close()

    assert short.bar is None
    assert capsys.readouterr() == ("", "")


def test_a_long_run_shows_a_bar_beside_the_findings(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress, "PATIENCE", -1.0)
    monkeypatch.setenv("TTY_COMPATIBLE", "1")
    long = bar(shown=True)
    long.advance()
    with long.aside():
        sys.stdout.write("a finding\n")
    long.advance()
    long.close()
    out, err = capsys.readouterr()

    assert out == "a finding\n"
    assert "Reading drafts" in err
