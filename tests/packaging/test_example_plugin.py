"""A plugin of someone else, built and installed for real beside smolint's wheel."""

import csv
import io
import json

import pytest

import smolint

pytestmark = pytest.mark.slow

MESSAGE = "Our misunderstanding is over. The bridge by the mill is closed until the end of the month.\n"


@pytest.fixture(scope="module")
def environment(new_environment, wheel, example_plugin):
    environment = new_environment()
    environment.install(wheel, example_plugin)
    return environment


@pytest.fixture(scope="module")
def broken_environment(new_environment, wheel, example_plugin):
    """The same plugin, which now imports what is not there."""
    module = example_plugin / "smolint_pigeon" / "csv_report.py"
    sound = module.read_text(encoding="utf-8")
    module.write_text(sound + "\nimport pigeonhole_that_nobody_built\n", encoding="utf-8")
    environment = new_environment()
    environment.install(wheel, example_plugin)
    module.write_text(sound, encoding="utf-8")
    return environment


@pytest.fixture
def drafts(tmp_path):
    for folder in ("pigeons", "facebook"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "message.txt").write_text(MESSAGE, encoding="utf-8")
    return tmp_path


def findings(done):
    return [(one["path"], one["rule"], one["platform"]) for one in json.loads(done.stdout)["findings"]]


def own(done):
    return [rule for _, rule, _ in findings(done) if rule.startswith("pigeon/")]


def test_the_plugin_is_listed_with_all_that_it_registers(environment):
    done = environment.smolint("plugins")
    assert done.returncode == 0, done.stderr
    for word in ("smolint-pigeon", "1.2.0", "pigeon", "heavy-words", "csv"):
        assert word in done.stdout


def test_the_platform_is_listed_with_its_facts(environment):
    done = environment.smolint("platforms")
    assert done.returncode == 0, done.stderr
    assert "Pigeon Post" in done.stdout


@pytest.mark.parametrize("name", ["pigeon", "dove", "Pigeon"], ids=["by name", "by alias", "in capitals"])
def test_the_platform_can_be_asked_for(environment, drafts, name):
    done = environment.smolint("--platform", name, "--output-format", "json", "facebook/message.txt", folder=drafts)
    assert own(done) == ["pigeon/heavy-word", "pigeon/breathless"], done.stderr
    assert {platform for _, _, platform in findings(done)} == {"pigeon"}


def test_a_folder_of_its_name_goes_to_the_platform_and_others_do_not(environment, drafts):
    done = environment.smolint("--output-format", "json", "--select", "pigeon", ".", folder=drafts)
    assert {path for path, _, _ in findings(done)} == {"pigeons/message.txt"}


def test_smolint_s_own_rules_use_the_plugin_s_facts(environment, tmp_path):
    (tmp_path / "long.txt").write_text("Bread at noon. " * 9, encoding="utf-8")
    done = environment.smolint("--platform", "pigeon", "--output-format", "json", "long.txt", folder=tmp_path)
    assert done.returncode == 1, done.stderr
    assert "length/over-limit" in {rule for _, rule, _ in findings(done)}


def test_the_reporter_writes_a_table(environment, drafts):
    done = environment.smolint("--output-format", "csv", "--select", "pigeon", "pigeons", folder=drafts)
    first, *_ = csv.DictReader(io.StringIO(done.stdout))
    message = "“misunderstanding” has 16\N{NO-BREAK SPACE}letters: a pigeon carries at most 14."
    assert first == {
        "path": "pigeons/message.txt",
        "line": "1",
        "column": "5",
        "level": "warning",
        "rule": "pigeon/heavy-word",
        "message": message,
    }


def test_the_rule_speaks_french(environment, drafts):
    done = environment.smolint("--ui-language", "fr", "--output-format", "concise", "pigeons", folder=drafts)
    assert "compte 16\N{NO-BREAK SPACE}lettres" in done.stdout


def test_the_configuration_reaches_the_plugin_s_options(environment, drafts):
    (drafts / "smolint.toml").write_text('[rules."pigeon/heavy-word"]\nmax-letters = 16\n', encoding="utf-8")
    done = environment.smolint("--output-format", "json", "pigeons", folder=drafts)
    assert own(done) == ["pigeon/breathless"], done.stderr


def test_the_rule_has_a_page(environment):
    done = environment.smolint("rule", "pigeon/heavy-word")
    assert done.returncode == 0, done.stderr
    assert "tires the bird" in done.stdout


def test_the_plugin_s_own_tests_pass(environment, example_plugin):
    printed = environment.run_python(
        "-m", "pytest", "-q", "-p", "no:cacheprovider", "--rootdir", example_plugin, "tests", folder=example_plugin
    )
    assert "passed" in printed


def test_a_broken_plugin_is_left_out_and_named(broken_environment, drafts):
    done = broken_environment.smolint("--output-format", "json", ".", folder=drafts)
    assert done.returncode == 1, done.stderr
    assert {platform for _, _, platform in findings(done)} == {"facebook"}
    for word in ("pigeon", "smolint-pigeon 1.2.0", "pigeonhole_that_nobody_built"):
        assert word in done.stderr
    assert "Traceback" not in done.stderr


def test_a_broken_plugin_is_listed_with_its_problem(broken_environment):
    done = broken_environment.smolint("plugins")
    assert "pigeonhole_that_nobody_built" in done.stdout + done.stderr
    assert smolint.__version__ in done.stdout


def test_a_broken_plugin_stops_a_strict_run(broken_environment, drafts):
    done = broken_environment.smolint("--strict-plugins", ".", folder=drafts)
    assert done.returncode == 2
    assert "pigeonhole_that_nobody_built" in done.stderr
    assert "Traceback" not in done.stderr


def test_the_plugin_s_types_agree_with_smolint_s(environment, example_plugin, tmp_path):
    """A plugin author's mypy sees the installed package's types (`py.typed`), and they fit."""
    printed = environment.run_python(
        "-m", "mypy", "--strict", "--cache-dir", tmp_path, "smolint_pigeon", folder=example_plugin
    )
    assert "Success" in printed
