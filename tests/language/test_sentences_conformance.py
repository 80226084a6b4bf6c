"""The published and own sentence cases; those not met are listed, each with its reason."""

import json
from pathlib import Path

import pytest

from smolint.language.sentences import sentences

_CASES = Path(__file__).parents[1] / "conformance" / "sentences"
_LANGUAGES = {
    "english": "en",
    "french": "fr",
    "golden-rules-english": "en",
    "golden-rules-french": "fr",
    "lines": "",
}
_NOT_MET = {
    "One further habit which was somewhat weakened . . . was that of combining words into self-interpreting compounds."
    " . . . The practice was not abandoned. . . .": (
        "four spaced dots close a sentence here and open the next in “a period . . . . Next sentence.”, which is a "
        "golden rule too: smolint closes the sentence in both"
    ),
}


def _cases():
    for name, language in _LANGUAGES.items():
        for number, case in enumerate(json.loads((_CASES / f"{name}.json").read_text(encoding="utf-8")), 1):
            text = case["text"]
            unmet = [pytest.mark.xfail(strict=True, reason=_NOT_MET[text])] if text in _NOT_MET else []
            yield pytest.param(language, text, case["sentences"], marks=unmet, id=f"{name} {number}")


@pytest.mark.parametrize(("language", "text", "expected"), list(_cases()))
def test_text_is_cut_as_the_case_says(language, text, expected):
    assert sentences(text, language) == expected
