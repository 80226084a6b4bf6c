"""What is wrong with a TOML or YAML file: the reasons that the parsers give, as phrases that can be told in French."""

from __future__ import annotations

import re

from smolint.errors import Phrase, phrase
from smolint.late_pattern import compiled

_TOML = (
    phrase("Invalid statement"),
    phrase("Expected newline or end of document after a statement"),
    phrase("Expected ']' at the end of a table declaration"),
    phrase("Expected ']]' at the end of an array declaration"),
    phrase("Expected '=' after a key in a key/value pair"),
    phrase("Expected {sign}"),
    phrase("Found invalid character {sign}"),
    phrase("Illegal character {sign}"),
    phrase("Cannot declare {key} twice"),
    phrase("Cannot overwrite a value"),
    phrase("Cannot mutate immutable namespace {key}"),
    phrase("Cannot redefine namespace {key}"),
    phrase("Invalid initial character for a key part"),
    phrase("Unclosed array"),
    phrase("Unclosed inline table"),
    phrase("Duplicate inline table key {key}"),
    phrase("Unescaped '\\' in a string"),
    phrase("Invalid hex value"),
    phrase("Escaped character is not a Unicode scalar value"),
    phrase("Unterminated string"),
    phrase("Invalid date or datetime"),
    phrase("Invalid value"),
)
"""Those of `tomllib` in Python 3.11 to 3.14, particular ones before the general."""

_YAML = (
    phrase("mapping values are not allowed in this context"),
    phrase("could not find expected ':'"),
    phrase("found unexpected end of stream"),
    phrase("found unknown escape character"),
    phrase("found character that cannot start any token"),
    phrase("found a tab character that violates indentation"),
    phrase("found a tab character where an indentation space is expected"),
    phrase("did not find expected alphabetic or numeric character"),
    phrase("did not find expected key"),
    phrase("did not find expected node content"),
    phrase("did not find expected <document start>"),
    phrase("did not find expected '-' indicator"),
    phrase("did not find expected ',' or {sign}"),
    phrase("did not find expected whitespace or line break"),
    phrase("did not find expected comment or line break"),
    phrase("block sequence entries are not allowed in this context"),
    phrase("block mapping values are not allowed in this context"),
    phrase("found undefined alias"),
    phrase("found duplicate anchor"),
    phrase("found undefined tag handle"),
    phrase("found unhashable key"),
    phrase("control characters are not allowed"),
    phrase("could not determine a constructor for the tag {tag}"),
)
"""Those of libyaml's scanner and parser that a rule file can meet."""

_FIELD = compiled(r"\\\{(\w+)\\\}")


def parser_reason(message: str) -> Phrase:
    """The phrase of a parser's message; the message itself, as a value, where it is none of those known."""
    for reason in (*_TOML, *_YAML):
        match = re.fullmatch(_FIELD.sub(r"(?P<\1>.+)", re.escape(reason.template)), message)
        if match:
            return phrase(reason.template, **match.groupdict())
    return phrase("it cannot be read from here on ({reason})", reason=message)
