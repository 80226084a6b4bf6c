"""What the command itself writes of a draft or a path: nothing in it acts on a terminal."""

import io
from pathlib import Path

import pytest

from smolint.cli.output import warn

from .conftest import Smolint

CLEAR = "\x1b[2J"
POST = f"---\ntitle: Bread\n---\n\nOur bread, it's {CLEAR} good , is good .\n\nAnd and you?\n"


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def hostile(folder: Path) -> None:
    (folder / "smolint.toml").write_text('select = ["typography"]\n', encoding="utf-8")
    (folder / "posts" / f"a{CLEAR}.md").write_text(POST, encoding="utf-8")


def test_a_warning_shows_what_it_quotes(capsys: pytest.CaptureFixture[str]) -> None:
    warn(f"posts/{CLEAR}.md: «\u00a0bread\u00a0»\u202f!\n::add-mask::e")

    assert capsys.readouterr().err == "posts/␛[2J.md: «\u00a0bread\u00a0»\u202f!\n:\u2060:add-mask::e\n"


def test_a_path_in_the_list_of_fixes(drafts: Path, smolint: Smolint) -> None:
    hostile(drafts)
    ended = smolint("--fix", "--unsafe-fixes", "--show-fixes", "posts")

    assert "a␛[2J.md:\n  1 × typography/" in ended.out + ended.err
    assert "\x1b" not in ended.out + ended.err


def test_a_diff_on_a_terminal(drafts: Path, smolint: Smolint, monkeypatch: pytest.MonkeyPatch) -> None:
    hostile(drafts)
    screen = Terminal()
    monkeypatch.setattr("sys.stdout", screen)
    smolint("--diff", "--unsafe-fixes", "--color", "never", "posts")

    assert "+++ b/posts/a␛[2J.md\n" in screen.getvalue()
    assert "\x1b" not in screen.getvalue()


def test_a_diff_for_a_program_is_exact(drafts: Path, smolint: Smolint) -> None:
    hostile(drafts)

    assert f"+++ b/posts/a{CLEAR}.md\n" in smolint("--diff", "--unsafe-fixes", "posts").out


def test_an_error_about_a_configuration(drafts: Path, smolint: Smolint) -> None:
    (drafts / "smolint.toml").write_text('extend = "a\\u001b[2J\\u0000\\u202e"\n', encoding="utf-8")
    ended = smolint("posts")

    assert ended.code == 2
    assert "a␛[2J" in ended.err
    assert not {"\x1b", "\0", "\u202e"} & set(ended.err)


@pytest.mark.parametrize(
    "name", ["loop", "\\u0000", "\\u0000/x"], ids=["a link to itself", "a NUL", "a NUL in a folder"]
)
@pytest.mark.parametrize("key", ['extend = "{}"', 'vale = "{}"', 'packs = ["{}"]', '[spacy]\nfr = "./{}"'])
def test_a_path_in_a_configuration_that_leads_nowhere(drafts: Path, smolint: Smolint, key: str, name: str) -> None:
    (drafts / "loop").symlink_to("loop")
    (drafts / "smolint.toml").write_text(key.format(name) + "\n", encoding="utf-8")
    ended = smolint("posts")

    assert ended.code == 2
    assert "bug" not in ended.err


def test_a_cache_folder_that_leads_nowhere(drafts: Path, smolint: Smolint) -> None:
    (drafts / "loop").symlink_to("loop")

    assert smolint("--cache-dir", "loop", "posts").code in (0, 1, 2)
