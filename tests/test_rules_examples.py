"""Every rule that ships with smolint holds its own promises: examples, words in two languages, a source."""

import re
import string

import pytest

from smolint.host import installed_host
from smolint.options import is_by_platform, option_types
from smolint.setup import KINDS
from smolint.testing import example_problems, load_all_rules

RULES = load_all_rules()
REPORTED_BY_PARSERS = {rule_id for rule_id, rule in RULES.items() if rule.extends == "reported-by-parser"}
NO_TEXT_SHOWS_IT = {
    "source/unreadable": "an example is text, and only bytes that are no text, or no file at all, are unreadable",
    "source/internal-error": "it takes a bug",
    "source/too-slow": "it takes time",
    "image/too-heavy": "an image heavy enough would weigh on the repository",
}
"""Rules that no text can express as an example, and why."""
ONE_LANGUAGE_IS_ENOUGH = {
    "source/unreadable": "it looks at bytes, not at words",
    "source/internal-error": "it looks at no words",
    "source/too-slow": "it looks at the clock, not at words",
    "suppression/unused": "it looks at comments for smolint, not at words",
    "front-matter/invalid": "it looks at the form of front matter, not at words",
    "front-matter/unknown-platform": "it looks at names, not at words",
}

OWN_VALUES_IN_FRENCH = {
    "source/unreadable": "{reason} is the whole sentence in English; French makes it from its parts",
    "front-matter/invalid": "{reason} is the parser's own English; French names the {kind} of front matter",
}
PLATFORM_IS_THE_POINT = {"front-matter/unknown-platform", "platform/closed", "platform/internal-leak"}
"""Rules whose examples name a platform in their own front matter."""

every_rule = pytest.mark.parametrize("rule", [pytest.param(rule, id=name) for name, rule in sorted(RULES.items())])


def texts(rule):
    """Each text that a reader of reports may see: where it stands, and its words by language."""
    yield "message", rule.message
    yield from ((f"messages.{name}", words) for name, words in rule.messages.items())
    yield "help", rule.help
    yield "why", rule.why


def names_in(template):
    """The values that a text uses; `since_en` and `since_fr` are one value in two languages."""
    return {re.sub(r"_(en|fr)$", "", name) for _, name, _, _ in string.Formatter().parse(template) if name}


def test_rules_ship():
    assert len(RULES) >= 20


@every_rule
def test_examples_hold(rule):
    assert example_problems(rule) == []


@every_rule
def test_there_are_examples_enough(rule):
    if rule.id in NO_TEXT_SHOWS_IT:
        pytest.skip(NO_TEXT_SHOWS_IT[rule.id])
    valid = [example for example in rule.examples if example.valid]
    invalid = [example for example in rule.examples if not example.valid]
    assert len(valid) >= 3
    assert len(invalid) >= 3
    assert len(valid) * 3 >= len(rule.examples)


@every_rule
def test_examples_come_in_both_languages(rule):
    if rule.id in ONE_LANGUAGE_IS_ENOUGH:
        pytest.skip(ONE_LANGUAGE_IS_ENOUGH[rule.id])
    wanted = set(rule.languages) or {"en", "fr"}
    assert wanted <= {example.language for example in rule.examples}


@every_rule
def test_examples_name_platforms_that_the_rule_serves(rule):
    host = installed_host()
    for example in rule.examples:
        if not example.platform and rule.id in PLATFORM_IS_THE_POINT:
            continue
        platform = host.platform(example.platform)
        assert platform is not None, example.platform
        if not example.valid:
            assert rule.level_on(platform.name, platform.kind) is not None, example


@every_rule
def test_every_text_is_there_in_both_languages(rule):
    for where, words in texts(rule):
        assert set(words) == {"en", "fr"}, where
        assert all(words.values()), where
    assert rule.source


@every_rule
def test_both_languages_use_the_same_values(rule):
    if rule.id in OWN_VALUES_IN_FRENCH:
        pytest.skip(OWN_VALUES_IN_FRENCH[rule.id])
    for where, words in texts(rule):
        assert names_in(words["fr"]) <= names_in(words["en"]) | names_in(rule.message["en"]), where


@every_rule
def test_the_reason_needs_no_values(rule):
    """It is shown on the rule's page as well, where nothing has been found."""
    assert not any(names_in(words) for words in rule.why.values())


def french_faults(text):
    """What a French typographer would mend: code, settings, URLs, times and fields aside."""
    bare = re.sub(r"`[^`]*`|https?://\S+|\{[^}]*\}|\d+:\d+|\w+ ?= ?\"[^\"]*\"|\"[a-z]+\"", "x", text)
    faults = re.findall(r".{0,20}'.{0,20}", bare)
    faults += re.findall(r".{0,20}\".{0,20}", bare)
    faults += re.findall(r".{0,20}(?:«[^\u00a0\u202f]|[^\u00a0\u202f]»).{0,20}", bare)
    faults += re.findall(r".{0,20}[^\u202f\u00a0;!?\s(«][;!?](?!\w).{0,20}|.{0,20} [;!?].{0,20}", bare)
    faults += re.findall(r".{0,20}(?:[^\u00a0]:(?![\w/:])| :).{0,20}", bare)
    faults += re.findall(r".{0,20}\d %.{0,20}", bare)
    faults += re.findall(r".{0,20}\.\.\..{0,20}", bare)
    return faults


@pytest.mark.parametrize(
    ("text", "right"),
    [
        pytest.param("L’image « pain » : oui\u202f!", False, id="plain spaces inside the quotation marks"),
        pytest.param("L’image «\u00a0pain\u00a0»\u00a0: oui\u202f!", True, id="no-break spaces"),
        pytest.param("L'image", False, id="a straight apostrophe"),
        pytest.param("Pourquoi?", False, id="no space before a question mark"),
        pytest.param("Pourquoi ?", False, id="a plain space before a question mark"),
        pytest.param("Voici: rien", False, id="no space before a colon"),
        pytest.param("À 10:30, voir `a: b` et https://x.fr", True, id="times, code and addresses"),
        pytest.param("Plus de 25\u00a0% du texte", True, id="a share"),
        pytest.param("Et puis...", False, id="three dots"),
    ],
)
def test_the_test_of_french_typography(text, right):
    assert (french_faults(text) == []) is right


@every_rule
def test_french_is_typeset_as_french(rule):
    for where, words in texts(rule):
        assert french_faults(words["fr"]) == [], where


@every_rule
def test_platforms_and_kinds_exist(rule):
    host = installed_host()
    known = {*KINDS, "default", "cornerstone", *host.platforms}
    types = option_types(host.checks[rule.extends].options)
    by_platform = [value for key, value in rule.options.items() if is_by_platform(value, types[key])]
    assert [name for names in (rule.platforms, *by_platform) for name in names if name not in known] == []
