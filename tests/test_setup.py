import pytest

from smolint.config import Config, load_config
from smolint.errors import ConfigError
from smolint.host import installed_host
from smolint.session import Session, project_root
from smolint.setup import make_setup


def setup(project, text):
    return make_setup(load_config(project("smolint.toml", text)), installed_host())


@pytest.mark.parametrize(
    ("text", "line", "message", "hint"),
    [
        pytest.param(
            "\nselect = ['imgae']\n", 2, "no rule or group is named 'imgae'", "did you mean 'image'?", id="select"
        ),
        pytest.param(
            "extend-select = ['image/mising']\n",
            1,
            "no rule or group is named 'image/mising'",
            "did you mean 'image/missing'?",
            id="extend-select",
        ),
        pytest.param(
            "ignore = ['qqqqq']\n",
            1,
            "no rule or group is named 'qqqqq'",
            "'smolint rules' lists all rules",
            id="ignore",
        ),
        pytest.param(
            '\n[per-file-ignores]\n"a/**" = ["al"]\n',
            2,
            "no rule or group is named 'al'",
            "did you mean 'all'?",
            id="per file",
        ),
        pytest.param(
            '[rules."sentence/to-long"]\nlevel = "error"\n',
            1,
            "no rule is named 'sentence/to-long'",
            "did you mean 'sentence/too-long'?",
            id="a rule's table",
        ),
        pytest.param(
            '[rules."sentence/too-long"]\nlevel = "error"\nmax-word = 3\n',
            3,
            "unknown key 'max-word' for rule 'sentence/too-long'",
            "did you mean 'max-words'?",
            id="a rule's option",
        ),
        pytest.param(
            '[rules."sentence/too-long"]\nmax-words = "3"\n',
            2,
            "'max-words' must be a whole number, not '3' for rule 'sentence/too-long'",
            "",
            id="the type of an option",
        ),
        pytest.param(
            '[rules."sentence/too-long"]\nmax-words = {facebook = "3"}\n',
            2,
            "'max-words' must be a whole number, not '3' for rule 'sentence/too-long'",
            "",
            id="the type of an option on one platform",
        ),
        pytest.param(
            '[rules."sentence/too-long"]\nmax-words = {facebok = 3}\n',
            2,
            "no platform is named 'facebok' for rule 'sentence/too-long'",
            "did you mean 'facebook'?",
            id="a platform of an option",
        ),
        pytest.param(
            '[rules."sentence/too-long"]\nlevel = "eror"\n',
            2,
            "'eror' is no level",
            "a level is suggestion, warning, error or off",
            id="a level",
        ),
        pytest.param(
            '[rules."sentence/too-long"]\nlevel = ["error"]\n',
            2,
            "'['error']' is no level",
            "a level is suggestion, warning, error or off",
            id="a level that is a list",
        ),
        pytest.param(
            '[platforms]\n"a/**" = "facebok"\n',
            2,
            "no platform is named 'facebok'",
            "did you mean 'facebook'?",
            id="a platform",
        ),
        pytest.param("\n[facebok]\nx = 1\n", 2, "unknown table '[facebok]'", "did you mean 'facebook'?", id="a table"),
        pytest.param(
            '[wordpress]\nsharng = "none"\n',
            2,
            "unknown key 'sharng' in [wordpress]",
            "did you mean 'sharing'?",
            id="a setting",
        ),
        pytest.param(
            '[wordpress]\nsharing = "nowhere"\n',
            2,
            "'nowhere' is no value of 'sharing'",
            "choose one of theme, content, none",
            id="a setting's value",
        ),
    ],
)
def test_errors_name_file_line_and_the_nearest_name(project, text, line, message, hint):
    with pytest.raises(ConfigError) as caught:
        setup(project, text)
    error = caught.value
    assert (error.message, error.line, error.hint) == (message, line, hint)
    assert error.path == str(project.root / "smolint.toml")


def test_an_unknown_platform_of_the_command_line_is_told_without_a_file():
    with pytest.raises(ConfigError, match="no platform is named 'friendster'"):
        make_setup(Config(platform="friendster"), installed_host())


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param('select = ["all"]\nignore = ["image", "link/missing"]\n', id="selectors"),
        pytest.param(
            '[rules."sentence/too-long"]\nlevel = "off"\nmax-words = {blog = 3, x = 4, default = 5}\n', id="a rule"
        ),
        pytest.param('[platforms]\n"a/**" = ["x", "fb"]\n[wordpress]\nsharing = "theme"\n', id="platforms"),
    ],
)
def test_what_is_right_passes(project, text):
    assert setup(project, text).rules


def test_an_option_may_name_a_platform_by_another_name(project):
    made = setup(project, '[rules."sentence/too-long"]\nmax-words = {fb = 4}\n')
    facebook = made.host.platforms["facebook"]
    assert made.options(made.rules["sentence/too-long"], facebook).max_words == 4


def test_house_rules_are_added(project):
    project("house/brand/plain.yml", "extends: sentence-too-long\nmessage: x\nmax-words: 5\n")
    made = setup(project, 'packs = ["house"]\nselect = ["brand"]\n')
    assert made.rules["brand/plain"].options == {"max-words": 5}
    assert "sentence/too-long" in made.rules


def test_house_rules_that_are_not_there(project):
    with pytest.raises(ConfigError, match="no such folder of rules"):
        setup(project, 'packs = ["house"]\n')


class TestSession:
    def test_configurations_and_setups_are_made_once(self, project):
        project("smolint.toml", "")
        for folder in ("a", "b"):
            (project.root / folder).mkdir()
        session = Session(installed_host())
        assert session.config(project.root / "a") is session.config(project.root / "b")
        assert session.setup(project.root / "a") is session.setup(project.root / "b")

    def test_without_a_file_the_defaults_hold(self, project):
        assert Session(installed_host()).config(project.root) == Config()


@pytest.mark.parametrize(
    ("argument", "config", "root"),
    [
        pytest.param("a/b", Config(), "", id="the git repository"),
        pytest.param("a/b/x.md", Config(), "", id="the git repository, for a file"),
    ],
)
def test_project_root(project, argument, config, root):
    path = project("a/b/x.md")
    assert project_root(path, project.root / argument, config) == project.root / root
    assert project_root(path, project.root / argument, Config(root=project.root / "a")) == project.root / "a"


def test_project_root_outside_any_repository(tmp_path):
    path = tmp_path / "a/b/x.md"
    path.parent.mkdir(parents=True)
    path.touch()
    assert project_root(path, tmp_path / "a", Config()) == tmp_path / "a"
    assert project_root(path, path, Config()) == path.parent
