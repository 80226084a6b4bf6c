"""Arguments that are read without click mean what they mean to click."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from smolint.cli import check
from smolint.cli.group import cli
from smolint.cli.plain import plain_run

TOKENS = (
    "post.md", "posts", "none.md", "check", "rules", "-", "--", "", "-q", "-v", "-qv", "--quiet", "--verbose",
    "--no-cache", "--no-cache=1", "--isolated", "--no-baseline", "--fail-on", "--fail-on=never", "--fail-on=",
    "never", "error", "--output-format", "--output-format=json", "json", "--fix", "--jobs", "2", "--help", "-V",
    "--config", "--config=post.md", "--config=posts", "--select", "--select=never,,json", "--ignore=error", "--color",
    "--color=always", "--color=red", "--ui-language=fr", "--ui-language=de", "--diff", "--stdin-filename=new.md",
    "--cache-dir", "--cache-dir=posts", "--cache-dir=post.md", "--cache-dir=none",
)  # fmt: skip


@pytest.fixture(autouse=True)
def project(tmp_path_factory, monkeypatch):
    folder = tmp_path_factory.mktemp("project")
    (folder / "posts").mkdir()
    for name in ("post.md", "2", "json"):
        (folder / name).write_text("Bread.\n", encoding="utf-8")
    monkeypatch.chdir(folder)


def by_click(arguments):
    """What `check` is given by click for these arguments."""
    asked = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(check, "check", lambda *given: asked.append(given) or 0)
        with cli.make_context("smolint", list(arguments)) as context:
            cli.invoke(context)
    return asked[0]


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(["post.md"], id="one draft"),
        pytest.param(["check", "post.md", "posts"], id="the command named"),
        pytest.param(["--no-cache", "--fail-on", "never", "post.md"], id="options first"),
        pytest.param(["post.md", "-q", "--output-format=json", "--isolated", "--no-baseline"], id="options last"),
        pytest.param(["--fail-on=error", "post.md", "--fail-on", "warning", "-v"], id="an option twice"),
        pytest.param(["--config", "post.md", "--ui-language=fr", "--color", "never", "posts"], id="shared options"),
        pytest.param(["--cache-dir", "posts", "--cache-dir=kept", "post.md"], id="a folder for results"),
        pytest.param(["--select", "seo, link", "--select=depth", "--ignore=secret", "post.md"], id="lists"),
        pytest.param(["--fix", "--diff", "--platform=twitter", "--language", "fr", "post.md"], id="mending"),
        pytest.param(["--stdin-filename", "posts/new.md", "-"], id="standard input"),
    ],
)
def test_plain_arguments_need_no_click(arguments):
    run = plain_run(arguments)
    assert run is not None
    assert run.args == by_click(arguments)


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param([], id="none"),
        pytest.param(["--no-cache"], id="no path"),
        pytest.param(["none.md"], id="a path that is not there"),
        pytest.param(["rules", "post.md"], id="another command"),
        pytest.param(["--isolated", "check", "post.md"], id="a command behind an option"),
        pytest.param(["post.md", "--jobs", "2"], id="an option for click"),
        pytest.param(["post.md", "--config", "none.toml"], id="a configuration that is not there"),
        pytest.param(["post.md", "--config", "posts"], id="a folder for a configuration"),
        pytest.param(["post.md", "--color=red"], id="a colour that is none"),
        pytest.param(["post.md", "--select", ","], id="a list of nothing"),
        pytest.param(["post.md", "--fail-on"], id="a value that is missing"),
        pytest.param(["post.md", "--fail-on", "sometimes"], id="a value that is wrong"),
        pytest.param(["--output-format", "--quiet", "post.md"], id="an option for a value"),
    ],
)
def test_click_reads_the_others(arguments):
    assert plain_run(arguments) is None


@given(st.lists(st.sampled_from(TOKENS), max_size=6))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_plain_means_the_same_to_click(arguments):
    run = plain_run(arguments)
    if run is not None:
        assert run.args == by_click(arguments)
