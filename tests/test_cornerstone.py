"""The stricter profile of the pages that a site rests on, from front matter or configuration to findings."""

import pytest

from smolint import lint
from smolint.config import Config, load_config
from smolint.errors import ConfigError
from smolint.host import installed_host
from smolint.setup import make_setup

LONG = "We bake it all at dawn and sell it. " * 30


def found(folder, front, settings):
    """The findings about a post that has a section of 270 words."""
    draft = folder / "guides/oven.md"
    draft.parent.mkdir()
    draft.write_text(f"---\ntitle: Our oven\n{front}\n---\nHello.\n\n## Heat\n\n{LONG}\n\n## Wood\n\nBeech.\n", "utf-8")
    (folder / "smolint.toml").write_text(f'select = ["seo/section-too-long"]\n{settings}', "utf-8")
    return [finding for result in lint([draft]) for finding in result.findings]


@pytest.mark.parametrize(
    ("front", "settings", "reported"),
    [
        pytest.param("", "", False, id="an ordinary post"),
        pytest.param("cornerstone: true", "", True, id="declared in the front matter"),
        pytest.param("cornerstone: false", "", False, id="declared not to be one"),
        pytest.param("", 'cornerstone = ["guides/**"]', True, id="named by the configuration"),
        pytest.param("", 'cornerstone = ["news/**"]', False, id="another folder is named"),
        pytest.param(
            "cornerstone: true", '[rules."seo/section-too-long"]\nmax-words = 300', False, id="one limit for all"
        ),
        pytest.param(
            "",
            'cornerstone = ["guides/**"]\n[rules."seo/section-too-long"]\nmax-words = {blog = 400, cornerstone = 100}',
            True,
            id="the user's own limit for cornerstones",
        ),
    ],
)
def test_a_cornerstone_has_limits_of_its_own(tmp_path, front, settings, reported):
    assert bool(found(tmp_path, front, settings)) is reported


def test_the_option_is_resolved_for_each_draft():
    setup = make_setup(Config(), installed_host())
    rule, platform = setup.rules["sentence/long-share"], setup.host.platforms["wordpress"]
    assert setup.options(rule, platform).max_share == 25
    assert setup.options(rule, platform, cornerstone=True).max_share == 20


def test_globs_must_be_a_list(tmp_path):
    path = tmp_path / "smolint.toml"
    path.write_text('cornerstone = "guides/**"\n', "utf-8")
    with pytest.raises(ConfigError) as caught:
        load_config(path)
    assert "'cornerstone' must be a list of texts" in str(caught.value)
