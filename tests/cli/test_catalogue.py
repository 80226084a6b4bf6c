"""The French catalogue: complete, without leftovers, and compiled from its source. To bring it up to date:

pybabel extract -k _ -k phrase -o smolint.pot smolint
pybabel update --no-fuzzy-matching -D smolint -l fr -i smolint.pot -d smolint/locale
pybabel compile -D smolint -d smolint/locale
"""

import io
import re
import string
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

import smolint
from smolint.locale import FOLDER, catalogue, language_of_locale

SOURCE = FOLDER / "fr" / "LC_MESSAGES" / "smolint.po"


def french() -> Catalog:
    with SOURCE.open("rb") as stream:
        return read_po(stream)


def used() -> set[str]:
    package = str(Path(smolint.__file__).parent)
    found = extract_from_dir(
        package, [("**.py", "python")], keywords={"_": None, "N_": None, "gettext": None, "phrase": None}
    )
    return {message for _, _, message, _, _ in found if isinstance(message, str)}


def test_every_message_is_translated_and_none_is_left_over() -> None:
    translated = {str(message.id) for message in french() if message.id and message.string and not message.fuzzy}

    assert used() - translated == set(), "not translated"
    assert translated - used() == set(), "no longer used"


def test_the_compiled_catalogue_is_that_of_the_source() -> None:
    compiled = io.BytesIO()
    write_mo(compiled, french())

    assert compiled.getvalue() == SOURCE.with_suffix(".mo").read_bytes()


def fields(message: str) -> list[str]:
    return sorted(name for _, name, _, _ in string.Formatter().parse(message) if name)


def test_translations_keep_the_fields() -> None:
    for message in french():
        if message.id:
            assert fields(str(message.string)) == fields(str(message.id))


def test_french_punctuation_has_its_no_break_spaces() -> None:
    wrong = re.compile(r" [:;!?»]|« |\w[;!?](?:\s|$)|'")

    assert [str(message.string) for message in french() if message.id and wrong.search(str(message.string))] == []


def test_numbers_and_nouns_agree() -> None:
    _ = catalogue("fr")

    assert _("{count:error|errors}", count=0) == "0\u00a0erreur"
    assert _("{count:error|errors}", count=1) == "1\u00a0erreur"
    assert _("{count:error|errors}", count=12_000) == "12\u202f000\u00a0erreurs"


def test_an_unknown_language_falls_back_to_english() -> None:
    assert catalogue("de")("No drafts found.") == "No drafts found."


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        pytest.param({}, "en", id="nothing set"),
        pytest.param({"LANG": "fr_CA.UTF-8"}, "fr", id="LANG"),
        pytest.param({"LANG": "en_GB.UTF-8", "LC_MESSAGES": "fr_FR"}, "fr", id="LC_MESSAGES before LANG"),
        pytest.param({"LANG": "fr_FR", "LC_ALL": "C"}, "en", id="LC_ALL before all"),
        pytest.param({"LANG": "fr_FR", "LC_ALL": ""}, "fr", id="an empty variable does not count"),
        pytest.param({"LANG": "de_DE.UTF-8"}, "en", id="another language"),
    ],
)
def test_the_language_of_the_locale(environment: dict[str, str], language: str) -> None:
    assert language_of_locale(environment) == language
