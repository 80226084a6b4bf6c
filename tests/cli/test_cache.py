"""The command keeps results between runs, and `clean` forgets them."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from .conftest import POST, Smolint

CACHE = ".smolint_cache"


def test_a_second_run_says_the_same(smolint: Smolint, drafts: Path) -> None:
    first = smolint("posts", "--output-format", "json")
    assert (drafts / CACHE / "CACHEDIR.TAG").is_file()
    assert smolint("posts", "--output-format", "json") == first
    (drafts / "posts" / "bread.md").write_text(POST.replace("very", "truly"), encoding="utf-8")
    third = smolint("posts", "--output-format", "json")

    assert third == smolint("posts", "--output-format", "json", "--no-cache")


@pytest.mark.parametrize(
    "options",
    [
        pytest.param(["--no-cache"], id="not wanted"),
        pytest.param(["--isolated"], id="an isolated run trusts nothing in the project"),
        pytest.param(["--cache-dir", "elsewhere"], id="somewhere else"),
        pytest.param(["--fix"], id="drafts that are mended"),
    ],
)
def test_where_no_cache_is_written(smolint: Smolint, drafts: Path, options: list[str]) -> None:
    smolint("posts", *options)

    assert not (drafts / CACHE).exists()
    assert (drafts / "elsewhere" / "results.db").exists() is ("elsewhere" in options)


def test_clean_deletes_it(smolint: Smolint, drafts: Path) -> None:
    smolint("posts")
    assert "deleted" in smolint("clean").out
    assert not (drafts / CACHE).exists()
    assert "there is no cache" in smolint("clean").out


def test_two_languages_do_not_mix(smolint: Smolint) -> None:
    english = smolint("posts", "--ui-language", "en").out
    french = smolint("posts", "--ui-language", "fr").out

    assert "words" in english
    assert "mots" in french
    assert smolint("posts", "--ui-language", "en").out == english


def test_a_damaged_cache_changes_nothing(smolint: Smolint, drafts: Path) -> None:
    wanted = smolint("posts", "--output-format", "json")
    dice = random.Random(7)
    for _ in range(5):
        path = drafts / CACHE / "results.db"
        raw = bytearray(path.read_bytes())
        for _ in range(50):
            raw[dice.randrange(len(raw))] = dice.randrange(256)
        path.write_bytes(raw)
        assert smolint("posts", "--output-format", "json") == wanted


@pytest.mark.slow
def test_a_run_that_is_killed_loses_and_changes_nothing(drafts: Path) -> None:
    for number in range(40):
        (drafts / "posts" / f"{number}.md").write_text(POST.replace("Bread", f"Bread {number}"), encoding="utf-8")
    command = [sys.executable, "-m", "smolint", "posts", "--output-format", "json"]
    environment = {**os.environ, "LC_ALL": "C.UTF-8"}
    wanted = subprocess.run([*command, "--no-cache"], cwd=drafts, capture_output=True, check=False, env=environment)
    dice = random.Random(11)
    for _ in range(12):
        run = subprocess.Popen(command, cwd=drafts, stdout=subprocess.DEVNULL, env=environment)
        time.sleep(dice.uniform(0.1, 1.2))
        run.send_signal(signal.SIGKILL)
        run.wait()
        after = subprocess.run(command, cwd=drafts, capture_output=True, check=False, env=environment)
        assert json.loads(after.stdout)["findings"] == json.loads(wanted.stdout)["findings"]
        if dice.random() < 0.5:
            (drafts / CACHE / "results.db").unlink(missing_ok=True)
