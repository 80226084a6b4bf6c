import pytest

from smolint.config import Config, find_config, load_config
from smolint.config_keys import KEYS, check_keys, line_of
from smolint.errors import ConfigError


def load(project, text, name="smolint.toml"):
    return load_config(project(name, text))


@pytest.mark.parametrize("time", ["first", "again"])
def test_a_text_that_was_read_before_is_the_same(tmp_path, time):
    path = tmp_path / "smolint.toml"
    path.write_text('site = "https://example.com"\nselect = ["seo", "link"]\n[wordpress]\nsharing = "theme"\n')
    for _ in range(2 if time == "again" else 1):
        found = load_config(path)
    assert (found.site, found.select, found.settings["wordpress"]) == (
        "https://example.com",
        ("seo", "link"),
        {"sharing": "theme"},
    )
    assert found.origins["site"] == "smolint.toml:1"


def test_every_key_is_read(project):
    config = load(
        project,
        """
language = "fr"
ui-language = "fr"
site = "https://www.example.fr"
select = ["image", "link"]
extend-select = ["seo/slug"]
ignore = ["link/shortened"]
fail-on = "warning"
packs = ["house/", "/abs"]
exclude = ["old/"]
extend-exclude = ["tmp/"]
force-exclude = true

[platforms]
"campaign/**" = "chirp"
"both/**" = ["chirp", "ghost"]

[rules."depth/thin"]
level = "error"
min-words = 600

[per-file-ignores]
"archive/**" = ["all"]

[ghost]
sharing = "content"
""",
    )
    assert config.root == project.root.resolve()
    assert (config.language, config.ui_language, config.site) == ("fr", "fr", "https://www.example.fr")
    assert (config.select, config.extend_select, config.ignore) == (
        ("image", "link"),
        ("seo/slug",),
        ("link/shortened",),
    )
    assert config.fail_on == "warning"
    assert config.packs == (str(project.root.resolve() / "house"), "/abs")
    assert (config.exclude, config.extend_exclude, config.force_exclude) == (("old/",), ("tmp/",), True)
    assert config.platforms == (("campaign/**", ("chirp",)), ("both/**", ("chirp", "ghost")))
    assert config.rules == {"depth/thin": {"level": "error", "min-words": 600}}
    assert config.per_file_ignores == (("archive/**", ("all",)),)
    assert config.settings == {"ghost": {"sharing": "content"}}
    assert config.origins["site"] == "smolint.toml:4"
    assert config.origins["ghost"] == "smolint.toml:25"


def test_languages_by_folder(project):
    config = load(project, '[language]\n"en/**" = "en"\n"fr/**" = "fr"\n')
    assert config.languages == (("en/**", "en"), ("fr/**", "fr"))
    assert config.language == ""


def test_a_byte_order_mark_is_no_key(project):
    assert load(project, "\ufefflanguage = 'fr'\n").language == "fr"


def test_pyproject_has_its_own_table(project):
    config = load(project, '[project]\nname = "x"\n\n[tool.smolint]\nlanguage = "fr"\n', "pyproject.toml")
    assert (config.language, config.origins["language"]) == ("fr", "pyproject.toml:5")


@pytest.mark.parametrize(
    ("text", "line", "message", "hint"),
    [
        pytest.param("\nlangage = 'fr'\n", 2, "unknown key 'langage'", "did you mean 'language'?", id="a misspelt key"),
        pytest.param("zzz = 1\n", 1, "unknown key 'zzz'", f"the keys are {', '.join(KEYS)}", id="a key like no other"),
        pytest.param("[rule]\n", 1, "unknown key 'rule'", "did you mean 'rules'?", id="a misspelt table"),
        pytest.param(
            "\nselect = 'all'\n", 2, "'select' must be a list of texts, not 'all'", "", id="a text for a list"
        ),
        pytest.param("select = [1]\n", 1, "'select' must be a list of texts, not [1]", "", id="a list of numbers"),
        pytest.param("site = 3\n", 1, "'site' must be a text, not 3", "", id="a number for a text"),
        pytest.param("force-exclude = 1\n", 1, "'force-exclude' must be true or false, not 1", "", id="one for true"),
        pytest.param(
            "language = 3\n",
            1,
            "'language' must be a text or a table of texts, not 3",
            "",
            id="a number for a language",
        ),
        pytest.param(
            "[language]\na = 3\n",
            1,
            "'language' must be a text or a table of texts, not {'a': 3}",
            "",
            id="a number in a table",
        ),
        pytest.param(
            "platforms = 3\n", 1, "'platforms' must be a table of names, not 3", "", id="a number for a table"
        ),
        pytest.param("rules = ['a']\n", 1, "'rules' must be a table of tables, not ['a']", "", id="a list for a table"),
        pytest.param(
            "\nfail-on = 'all'\n",
            2,
            "'all' is no value of 'fail-on'",
            "choose one of suggestion, warning, error, never",
            id="a choice that does not exist",
        ),
        pytest.param(
            "ui-language = 'de'\n", 1, "'de' is no value of 'ui-language'", "choose one of en, fr", id="German"
        ),
        pytest.param("a = 1\nb = \n", 2, "not valid TOML: Invalid value", "", id="a value too few"),
        pytest.param("a = 1\nb = '''\n", 3, "not valid TOML", "", id="a text without end"),
        pytest.param("a = 1\na = 2\n", 2, "not valid TOML", "", id="a key twice"),
    ],
)
def test_errors_name_file_line_and_the_nearest_name(project, text, line, message, hint):
    with pytest.raises(ConfigError) as caught:
        load(project, text)
    assert message in caught.value.message
    assert (caught.value.line, caught.value.hint) == (line, hint)
    assert caught.value.path == str(project.root / "smolint.toml")


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        pytest.param("\n\n[tool.smolint]\n\nlangage = 1\n", 5, "unknown key 'langage'", id="below its table"),
        pytest.param("[[tool.smolint]]\nlanguage = 'fr'\n", 1, "'smolint' must be a table", id="a list of tables"),
        pytest.param("tool = '[tool.smolint'\n", 1, "'tool' must be a table", id="a tool that is a text"),
    ],
)
def test_errors_in_pyproject(project, text, line, message):
    with pytest.raises(ConfigError) as caught:
        load(project, text, "pyproject.toml")
    assert message in caught.value.message
    assert caught.value.line == line


@pytest.mark.parametrize("name", ["twitter", "viadeo", "tumblr", "medium", "ghost", "blogger", "pinterest", "linkedin"])
def test_a_platform_table_is_not_taken_for_a_misspelt_key(name):
    check_keys({name: {"x": 1}}, f"[{name}]\nx = 1\n", "smolint.toml")


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"a = '\xe9'\n"], ids=["utf-16", "latin-1"])
def test_a_file_that_is_no_utf8(project, content):
    with pytest.raises(ConfigError, match=r"smolint\.toml: cannot be read"):
        load(project, content)


def test_a_missing_file(project):
    with pytest.raises(ConfigError, match="no such configuration file"):
        load_config(project.root / "none.toml")


def test_a_folder_for_a_file(project):
    (project.root / "smolint.toml").mkdir()
    with pytest.raises(ConfigError, match="cannot be read"):
        load_config(project.root / "smolint.toml")


class TestExtend:
    def test_the_nearer_file_wins_key_by_key(self, project):
        project(
            "base/smolint.toml",
            'language = "en"\nsite = "https://a.example"\npacks = ["house"]\n'
            '[rules."a/b"]\nlevel = "error"\nmax = 3\n[ghost]\nsharing = "a"\nkept = 1\n',
        )
        config = load(
            project,
            'extend = "base/smolint.toml"\nlanguage = "fr"\npacks = ["own"]\n'
            '[rules."a/b"]\nmax = 4\n[rules."c/d"]\nlevel = "off"\n[ghost]\nsharing = "b"\n',
        )
        root = project.root.resolve()
        assert (config.language, config.site) == ("fr", "https://a.example")
        assert config.packs == (str(root / "base/house"), str(root / "own"))
        assert config.rules == {"a/b": {"level": "error", "max": 4}, "c/d": {"level": "off"}}
        assert config.settings == {"ghost": {"sharing": "b", "kept": 1}}
        assert (config.path, config.root) == (str(project.root / "smolint.toml"), root)

    def test_a_chain_of_three(self, project):
        project("a.toml", 'site = "https://a.example"\nlanguage = "en"\n')
        project("b.toml", 'extend = "a.toml"\nlanguage = "fr"\n')
        config = load(project, 'extend = "b.toml"\nignore = ["x"]\n')
        assert (config.site, config.language, config.ignore) == ("https://a.example", "fr", ("x",))
        assert config.origins["site"] == "a.toml:1"

    @pytest.mark.parametrize(
        "files",
        [
            pytest.param({"smolint.toml": "smolint.toml"}, id="of one"),
            pytest.param({"smolint.toml": "b.toml", "b.toml": "smolint.toml"}, id="of two"),
            pytest.param({"smolint.toml": "b.toml", "b.toml": "c.toml", "c.toml": "b.toml"}, id="behind the start"),
        ],
    )
    def test_circles(self, project, files):
        for name, target in files.items():
            project(name, f'\nextend = "{target}"\n')
        with pytest.raises(ConfigError, match=":2: 'extend' goes round in a circle"):
            load_config(project.root / "smolint.toml")

    def test_a_missing_base_is_told_where_it_is_named(self, project):
        with pytest.raises(ConfigError) as caught:
            load(project, '\nextend = "none.toml"\n')
        assert (caught.value.path, caught.value.line) == (str(project.root / "smolint.toml"), 2)
        assert "none.toml" in caught.value.message

    def test_an_error_in_the_base_is_told_there(self, project):
        base = project("base.toml", "x = 1\n")
        with pytest.raises(ConfigError) as caught:
            load(project, 'extend = "base.toml"\n')
        assert caught.value.path == str(base)

    def test_from_pyproject(self, project):
        project("base.toml", 'language = "fr"\n')
        assert load(project, '[tool.smolint]\nextend = "base.toml"\n', "pyproject.toml").language == "fr"


@pytest.mark.parametrize(
    ("files", "folder", "found"),
    [
        pytest.param({"smolint.toml": ""}, "a/b", "smolint.toml", id="upwards"),
        pytest.param({"smolint.toml": "", "a/smolint.toml": ""}, "a/b", "a/smolint.toml", id="the nearest alone"),
        pytest.param({".smolint.toml": ""}, "a", ".smolint.toml", id="hidden"),
        pytest.param({"smolint.toml": "", ".smolint.toml": ""}, "", "smolint.toml", id="visible before hidden"),
        pytest.param({"pyproject.toml": "[tool.smolint]\n"}, "a", "pyproject.toml", id="in pyproject"),
        pytest.param(
            {"smolint.toml": "", "a/pyproject.toml": "[project]\n"},
            "a",
            "smolint.toml",
            id="a pyproject that does not speak",
        ),
        pytest.param(
            {"smolint.toml": "", "a/pyproject.toml": '[tool.smolint.rules."a/b"]\n'},
            "a",
            "a/pyproject.toml",
            id="a table below",
        ),
    ],
)
def test_the_nearest_file_holds(project, files, folder, found):
    for name, text in files.items():
        project(name, text)
    (project.root / folder).mkdir(parents=True, exist_ok=True)
    assert find_config(project.root / folder) == project.root / found


TOML = """# first
language = "fr"
"quoted key" = 1
dotted . inner = 2

[rules."depth/thin-content"] # said here
level = "error"
min-words = 600

[rules]
"a/b" = {level = "off"}
'c/d'.level = "off"

[ghost]
sharing = "content"
"""


@pytest.mark.parametrize(
    ("keys", "line"),
    [
        pytest.param(("language",), 2, id="at the top"),
        pytest.param(("quoted key",), 3, id="in quotation marks"),
        pytest.param(("dotted", "inner"), 4, id="dotted"),
        pytest.param(("dotted",), 4, id="the first part of a dotted key"),
        pytest.param(("rules", "depth/thin-content"), 6, id="a table with a slash"),
        pytest.param(("rules", "depth/thin-content", "min-words"), 8, id="a key in it"),
        pytest.param(("rules", "a/b"), 11, id="an inline table"),
        pytest.param(("rules", "a/b", "level"), 11, id="inside an inline table: the line of the table"),
        pytest.param(("rules", "c/d", "level"), 12, id="dotted below a table"),
        pytest.param(("ghost", "sharing"), 15, id="in the last table"),
        pytest.param(("ghost", "nothing"), 14, id="a key that is not there: its table"),
        pytest.param(("nothing",), 0, id="nothing at all"),
    ],
)
def test_line_of(keys, line):
    assert line_of(TOML, *keys) == line


@pytest.mark.parametrize("end", ["\x0c", "\x85", "\u2028"], ids=["form feed", "next line", "line separator"])
def test_only_line_ends_end_lines(end):
    assert line_of(f'a = "x{end}y"\r\nb = 1\r\n', "b") == 2


def test_errors_about_a_configuration_say_where(project):
    config = load(project, '\n[rules."a/b"]\nlevel = "error"\n')
    assert str(config.error("wrong", "rules", "a/b", "level", hint="right")) == (
        f"{project.root / 'smolint.toml'}:3: wrong\n  right"
    )
    assert str(Config().error("wrong")) == "(command line): wrong"


def test_an_error_after_the_file_is_gone(project):
    config = load(project, 'language = "fr"\n')
    (project.root / "smolint.toml").unlink()
    assert config.error("wrong", "language").line == 0


class TestLinks:
    @pytest.mark.parametrize(
        ("text", "selected"),
        [
            pytest.param("[links]\ncampaign = true\n", ("link/untracked",), id="wanted"),
            pytest.param("[links]\ncampaign = false\n", (), id="not wanted"),
            pytest.param("[links]\n", (), id="an empty table"),
            pytest.param(
                'extend-select = ["image"]\n[links]\ncampaign = true\n', ("image", "link/untracked"), id="beside others"
            ),
        ],
    )
    def test_campaign_switches_a_rule_on(self, project, text, selected):
        assert load(project, text).extend_select == selected

    def test_the_rule_s_origin_is_told(self, project):
        assert load(project, "[links]\ncampaign = true\n").origins["extend-select"] == "smolint.toml:1"

    def test_a_nearer_file_may_switch_it_off(self, project):
        project("base/smolint.toml", 'extend-select = ["image"]\n[links]\ncampaign = true\n')
        config = load(project, 'extend = "base/smolint.toml"\n[links]\ncampaign = false\n')
        assert config.extend_select == ("image",)

    @pytest.mark.parametrize(
        ("text", "line", "message"),
        [
            pytest.param("\n[links]\ncampain = true\n", 3, "unknown key 'campain' in [links]", id="a misspelt key"),
            pytest.param("[links]\ncampaign = 1\n", 1, "'links' must be a table of true or false", id="one for true"),
            pytest.param("[link]\ncampaign = true\n", 1, "unknown key 'link'", id="a misspelt table"),
        ],
    )
    def test_errors(self, project, text, line, message):
        with pytest.raises(ConfigError) as caught:
            load(project, text)
        assert caught.value.line == line
        assert message in str(caught.value)
