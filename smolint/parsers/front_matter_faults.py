"""What is wrong with front matter, in the cases that writers meet: the parsers' reasons made codes with places."""

from __future__ import annotations

from smolint.late_pattern import late_pattern
from smolint.named_tuple import NamedTuple

_KEY = late_pattern(r"[ \t]+[\w-]+\Z")
_YAML = (
    ("found unexpected end of stream", "quote-open"),
    ("mapping values are not allowed", "colon"),
    ("could not find expected ':'", "no-colon"),
    ("found unknown escape character", "escape"),
    ("found a tab character", "tab"),
    ("did not find expected ',' or", "bracket-open"),
    ("did not find expected alphabetic or numeric character", "sign"),
    ("found character that cannot start any token", "sign"),
    ("did not find expected key", "after-value"),
    ("is not allowed", "control"),
)
_TOML = (
    ("Illegal character '\\n'", "quote-open"),
    ("Unterminated string", "quote-open"),
    ("Expected '=' after a key", "no-equals"),
    ("Cannot overwrite a value", "twice"),
    ("Unclosed array", "bracket-open"),
    ("Unclosed inline table", "bracket-open"),
    ("Expected newline or end of document after a statement", "after-value"),
    ("Unescaped '\\' in a string", "escape"),
    ("Invalid value", "no-quotes"),
)
_JSON = (
    ("Invalid control character", "quote-open"),
    ("Unterminated string", "quote-open"),
    ("Invalid \\escape", "escape"),
    ("Expecting ',' delimiter", "no-comma"),
    ("Expecting ':' delimiter", "no-colon"),
    ("Illegal trailing comma", "comma"),
    ("Expecting property name", "no-quotes"),
    ("Expecting value", "no-quotes"),
)
_REASONS = {"YAML": _YAML, "TOML": _TOML, "JSON": _JSON}


class Fault(NamedTuple):
    """A fault's code (a variant of the rule's messages, `""` for all others), its place, and the sign that is meant."""

    code: str
    offset: int
    sign: str = ""


def name_fault(kind: str, reason: str, text: str, offset: int, context: int | None = None) -> Fault:
    """The fault that a parser's reason stands for.

    `offset` is where the parser gave up in `text`, `context` where what it was reading began, if it says so. The
    place given back is the one to mend: the quotation mark that is never closed, not the end of the file.
    """
    code = next((code for start, code in _REASONS[kind] if start in reason), "")
    began = offset if context is None else context
    if code == "quote-open":
        return Fault(code, began if context is not None else _opening(text, offset, "\"'"))
    if code == "bracket-open":
        return _bracket(text, offset, began if context is not None else _opening(text, offset, "[{"))
    if code == "colon" and _KEY.match(text[_line_start(text, offset) : offset]):
        return Fault("indentation", _line_start(text, offset))
    if code == "sign":
        place = began if text[began : began + 1] in ("&", "*") else offset
        sign = text[place : place + 1]
        return Fault("tab", place) if sign == "\t" else Fault(code, place, sign)
    if code == "no-colon":
        return Fault(code, began)
    if code == "twice":
        return Fault(code, _line_start(text, offset))
    if code == "after-value":
        return _after_value(text, offset, kind)
    if code == "no-quotes" and text[offset : offset + 1] in ("}", "]"):
        return Fault("comma", offset)
    if code == "escape":
        place = max(text.rfind("\\", 0, offset + 1), 0)
        return Fault(code, place, text[place : place + 2].strip())
    return Fault(code, offset)


def _after_value(text: str, offset: int, kind: str) -> Fault:
    """Text behind a value that is closed: by an apostrophe inside of single quotation marks, as often as not."""
    before = text[_line_start(text, offset) : offset].rstrip()
    closing = before[-1:]
    if closing and closing in "\"'":
        return Fault("after-quote", offset, closing)
    if closing and closing in "]}":
        return Fault("after-bracket", offset, closing)
    return Fault("" if kind == "YAML" else "after-value", offset)


def _bracket(text: str, offset: int, opening: int) -> Fault:
    """A bracket that nothing closes on its line; else the parser stumbled over something inside of it."""
    sign = text[opening : opening + 1]
    line = text[opening : offset if "\n" not in text[opening:offset] else text.index("\n", opening)]
    closed = {"[": "]", "{": "}"}.get(sign, "\n") in line
    return Fault("", offset) if closed else Fault("bracket-open", opening, sign)


def _opening(text: str, offset: int, signs: str) -> int:
    """The last of these signs before a place, which is where the parser began to read what it could not finish."""
    return max((text.rfind(sign, 0, offset) for sign in signs), default=-1) if offset else 0


def _line_start(text: str, offset: int) -> int:
    return max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1
