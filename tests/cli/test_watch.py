"""`--watch`, with a stand-in for the clock: each look is preceded by what somebody does to the files meanwhile."""

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from smolint.cli import watch as watching

from .conftest import LONG, POST, Smolint

Doing = Callable[[], object]
ONE = "1\xa0suggestion in 1\xa0file."


@pytest.fixture
def meanwhile(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Takes what happens before each look; after the last one the user presses Ctrl-C."""

    def plan(*doings: Doing) -> None:
        left = iter(doings)

        def sleep(seconds: float) -> None:
            doing = next(left, None)
            if doing is None:
                raise KeyboardInterrupt
            doing()

        monkeypatch.setattr(time, "sleep", sleep)

    return plan


def rewrite(path: Path, text: str) -> Doing:
    def write() -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        later = time.time_ns() + 5_000_000_000
        os.utime(path, ns=(later, later))

    return write


def runs(ended_err: str) -> int:
    return ended_err.count("watching for changes")


def test_ctrl_c_ends_without_an_error(smolint: Smolint, meanwhile: Callable[..., None]) -> None:
    meanwhile()
    ended = smolint("--watch")

    assert ended.code == 0
    assert ONE in ended.out
    assert runs(ended.err) == 1


def test_ctrl_c_while_linting_ends_without_an_error(smolint: Smolint, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(watching.Memory, "lint", interrupted)

    assert smolint("--watch").code == 0


@pytest.mark.parametrize(
    ("path", "text"),
    [
        pytest.param("posts/bread.md", POST + "\nMore.\n", id="a draft changes"),
        pytest.param("posts/new.md", POST, id="a draft is added"),
        pytest.param("images/bread.png", "no image", id="an image is added"),
        pytest.param("smolint.toml", 'select = ["sentence"]\n', id="the configuration changes"),
    ],
)
def test_a_change_is_linted(
    drafts: Path, smolint: Smolint, meanwhile: Callable[..., None], path: str, text: str
) -> None:
    meanwhile(rewrite(drafts / path, text))

    assert runs(smolint("--watch").err) == 2


@pytest.mark.parametrize(
    "path",
    [
        pytest.param("posts/notes.bin", id="a file of another kind"),
        pytest.param(".git/index.toml", id="a hidden folder"),
        pytest.param("node_modules/pack/README.md", id="a folder of packages"),
        pytest.param("report.html", id="the report itself"),
    ],
)
def test_other_changes_are_left_alone(
    drafts: Path, smolint: Smolint, meanwhile: Callable[..., None], path: str
) -> None:
    meanwhile(rewrite(drafts / path, "x"))

    assert runs(smolint("--watch", "--output-format", "html", "--output-file", "report.html").err) == 1


@pytest.mark.parametrize("place", [pytest.param("posts", id="beside it"), pytest.param("built", id="somewhere")])
def test_a_file_that_a_link_leads_to_may_come_later(
    drafts: Path, smolint: Smolint, meanwhile: Callable[..., None], place: str
) -> None:
    rewrite(drafts / "smolint.toml", 'select = ["link/broken-local"]\n')()
    post = POST + "\nSee [our menu](menu.md).\n"
    rewrite(drafts / "posts" / "bread.md", post)()

    def written_later() -> None:
        rewrite(drafts / place / "menu.md", POST)()
        rewrite(drafts / "posts" / "bread.md", post + "\nIt is new.\n")()

    meanwhile(written_later)
    ended = smolint("--watch")

    assert ended.out.count("link/broken-local") >= 1
    assert "Nothing to mend" in ended.out


def test_a_draft_that_is_removed_is_forgotten(drafts: Path, smolint: Smolint, meanwhile: Callable[..., None]) -> None:
    meanwhile((drafts / "posts" / "bread.md").unlink)

    assert "No drafts found." in smolint("--watch").out


def test_a_configuration_above_the_watched_folder_counts(
    drafts: Path, smolint: Smolint, meanwhile: Callable[..., None]
) -> None:
    meanwhile(rewrite(drafts / "smolint.toml", 'select = ["hashtag"]\n'))
    ended = smolint("--watch", "posts")

    assert ended.out.count(ONE) == 1
    assert "Nothing to mend in 1\xa0file." in ended.out


def test_a_wrong_configuration_is_told_and_can_be_mended(
    drafts: Path, smolint: Smolint, meanwhile: Callable[..., None]
) -> None:
    right = (drafts / "smolint.toml").read_text(encoding="utf-8")
    meanwhile(rewrite(drafts / "smolint.toml", "select ="), rewrite(drafts / "smolint.toml", right + "\n"))
    ended = smolint("--watch")

    assert "error: " in ended.err
    assert ended.out.count(ONE) == 2


def test_only_what_changed_is_linted_again(
    drafts: Path, smolint: Smolint, meanwhile: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    (drafts / "posts" / "cake.md").write_text(f"---\ntitle: Cake\n---\n\n{LONG}\n", encoding="utf-8")
    linted = []
    real = watching.lint_file

    def counted(found, setup):
        linted.append(found.path.name)
        return real(found, setup)

    monkeypatch.setattr(watching, "lint_file", counted)
    meanwhile(rewrite(drafts / "posts" / "bread.md", POST.replace("very ", "")))
    ended = smolint("--watch")

    assert linted == ["bread.md", "cake.md", "bread.md"]
    assert "2\xa0suggestions in 2\xa0files." in ended.out
    assert "1\xa0suggestion in 1\xa0file out of 2." in ended.out


@pytest.mark.parametrize("option", ["--fix", "--add-suppressions", "-"])
def test_what_does_not_go_with_it(smolint: Smolint, option: str) -> None:
    ended = smolint("--watch", option)

    assert ended.code == 2
    assert "--watch only reads files" in ended.err
