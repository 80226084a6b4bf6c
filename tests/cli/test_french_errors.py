"""Whatever goes wrong, a French run says it in French."""

import re

import pytest

ENGLISH = re.compile(
    r"\b(?:the|there|is|are|not|must|did|you|mean|unknown|cannot|requires|try|of|named|expected|found|invalid|choose|such"
    r"|with|from|more|takes)\b",
    re.IGNORECASE,
)
NAMES = re.compile(r"/\S+|--[\w-]+|« .*?»|\[.*?\]|`.*?`")
"""What is the same in all languages: paths, options, what the user wrote, metavariables."""


@pytest.fixture
def french(smolint, tmp_path, monkeypatch):
    """Runs the command in French in a folder with this configuration."""

    def run(*arguments, settings="", name="smolint.toml"):
        monkeypatch.chdir(tmp_path)
        monkeypatch.setenv("LANG", "fr_FR.UTF-8")
        monkeypatch.delenv("LC_ALL", raising=False)
        monkeypatch.delenv("LC_MESSAGES", raising=False)
        (tmp_path / name).write_text(settings, encoding="utf-8")
        (tmp_path / "post.md").write_text("# Notre four\n\nIl est neuf.\n", encoding="utf-8")
        return smolint(*arguments)

    return run


def english_in(text):
    return ENGLISH.findall(NAMES.sub("", text))


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        pytest.param(["--zork"], "l’option --zork n’existe pas", id="an unknown option"),
        pytest.param(["--colr", "always"], "vouliez-vous dire --color", id="a misspelt option"),
        pytest.param(["--config"], "l’option --config demande une valeur", id="a value too few"),
        pytest.param(["--quiet=1"], "l’option --quiet ne prend pas de valeur", id="a value too many"),
        pytest.param(["--color", "x"], "« x » n’est pas dans la liste auto, always, never", id="a wrong choice"),
        pytest.param(["rule"], "il manque ID", id="a missing argument"),
        pytest.param(["rule", "image/missing", "b"], "de trop : b", id="an argument too many"),
        pytest.param(["chek"], "vouliez-vous dire « check »", id="a misspelt command"),
        pytest.param(["check", "--config", "."], "« . » est un dossier, pas un fichier", id="a folder for a file"),
        pytest.param(["init", "nowhere"], "il n’y a ni fichier ni dossier « nowhere »", id="a missing folder"),
        pytest.param(["rule", "image/mising"], "les plus proches : image/missing", id="a misspelt rule"),
        pytest.param(["config", "zork"], "aucun réglage", id="an unknown setting"),
        pytest.param(["check", "--select", "zork"], "aucune règle et aucun groupe", id="an unknown selector"),
        pytest.param(["check", "--platform", "zork"], "aucune plateforme", id="an unknown platform"),
        pytest.param(["check", "--output-format", "zork"], "aucun format de sortie", id="an unknown format"),
        pytest.param(["check", "--config", "none.toml"], "ce fichier de configuration", id="a missing configuration"),
        pytest.param(["check", "--output-file", "no/x"], "ce fichier ou ce dossier", id="a report that cannot be"),
    ],
)
def test_what_is_wrong_with_the_command(french, arguments, said):
    ended = french(*arguments)
    assert ended.code == 2
    assert said in ended.err.replace("\u00a0", " ").replace("\u202f", " ")
    assert english_in(ended.err) == []


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        pytest.param("selct = []", "clé inconnue : « selct »", id="a misspelt key"),
        pytest.param("zork = 1", "les clés sont", id="a key like no other"),
        pytest.param("select = 1", "« select » doit être une liste de textes, et non 1", id="a wrong type"),
        pytest.param('fail-on = "x"', "« x » n’est pas une valeur de « fail-on »", id="a wrong choice"),
        pytest.param("[links]\nx = true", "clé inconnue dans [links]", id="a key of a table"),
        pytest.param('extend = "x.toml"', "à étendre n’existe pas", id="a missing base"),
        pytest.param("select = [", "la valeur n’est pas valable", id="a list without end"),
        pytest.param("a b", "il manque « = »", id="no equals sign"),
        pytest.param('site = "a"\nsite = "b"', "deux fois", id="a key twice"),
        pytest.param('[rules."image/mising"]\nlevel = "error"', "aucune règle ne s’appelle", id="a misspelt rule"),
        pytest.param('[rules."image/missing"]\nx = 1', "pour la règle « image/missing »", id="a wrong option"),
        pytest.param('[rules."image/missing"]\nlevel = "x"', "« x » n’est pas un niveau", id="a wrong level"),
        pytest.param('[rules."image/missing"]\nmin-words = true', "un nombre entier", id="an option's wrong type"),
        pytest.param('[platforms]\n"*.md" = "facebok"', "vouliez-vous dire « facebook »", id="a platform"),
        pytest.param("[facebok]\nx = 1", "table inconnue", id="a table"),
        pytest.param("[wordpress]\nx = 1", "clé inconnue dans [wordpress]", id="a platform's setting"),
        pytest.param('packs = ["nowhere"]', "ce dossier de règles n’existe pas", id="a missing pack"),
    ],
)
def test_what_is_wrong_with_the_configuration(french, settings, said):
    ended = french("check", settings=settings)
    assert ended.code == 2
    assert said in ended.err.replace("\u00a0", " ").replace("\u202f", " ")
    hints = re.sub(r"(?:sont|parmi) .*", "", ended.err)
    assert english_in(hints.replace("smolint rules", "")) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param("message: x", "il manque « extends » à la règle", id="no check"),
        pytest.param("extends: zork\nmessage: x", "aucun contrôle", id="an unknown check"),
        pytest.param("extends: image-missing\nmessage: x\nlevel: x", "n’est pas un niveau", id="a wrong level"),
        pytest.param("extends: image-missing\nmessage: [x]", "un texte, ou une table", id="a message that is a list"),
        pytest.param(
            "extends: image-missing\nmessage: x\nlanguages: fr", "doit être une liste", id="a text for a list"
        ),
        pytest.param("a: 'x", "n’est pas du YAML valable", id="no YAML"),
        pytest.param("a: b: c", "un deux-points n’est pas permis", id="a colon too many"),
        pytest.param("- a", "une table de clés", id="a list"),
    ],
)
def test_what_is_wrong_with_a_rule(french, tmp_path, text, said):
    (tmp_path / "house").mkdir()
    (tmp_path / "house" / "x.yml").write_text(text, encoding="utf-8")
    ended = french("check", settings='packs = ["house"]')
    assert ended.code == 2
    assert said in ended.err.replace("\u00a0", " ").replace("\u202f", " ")
    assert english_in(ended.err) == []


@pytest.mark.parametrize(
    ("arguments", "settings"),
    [
        pytest.param(["--zork"], 'ui-language = "fr"\n', id="sound"),
        pytest.param(["--zork"], 'ui-language = "fr"\nselct = []\n', id="wrong elsewhere"),
        pytest.param(["check"], 'ui-language = "fr"\nselct = []\n', id="the fault itself"),
        pytest.param(["--zork", "--ui-language", "fr"], 'ui-language = "en"\n', id="the option goes first"),
    ],
)
def test_the_configuration_chooses_the_language(french, monkeypatch, arguments, settings):
    monkeypatch.setattr("smolint.cli.exits.os.environ", {"LANG": "en_GB.UTF-8"})
    assert (
        french(*arguments, settings=settings).err.splitlines()[-1 if "--zork" in arguments else 0].startswith("erreur")
    )


@pytest.mark.parametrize("command", ["check", "stats", "rule", "rules", "platforms", "plugins", "config", "init"])
def test_help_pages_are_french(french, command):
    page = french(command, "--help").out
    assert page.startswith("Usage\u00a0: ")
    assert english_in(re.sub(r"(?m)^ +-.*?(?:  |$)|\{.*?\}|par défaut.*?\]|smolint [\w. ]+", "", page)) == []
