"""Bytes to text, and a clear word where they are none."""

from __future__ import annotations

import codecs

import pytest

from smolint.errors import SourceError
from smolint.parsers.decode import decode, lenient


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param("é\r\n".encode(), id="UTF-8"),
        pytest.param(codecs.BOM_UTF8 + "é\r\n".encode(), id="UTF-8 with a mark"),
        pytest.param(codecs.BOM_UTF16_LE + "é\r\n".encode("utf-16-le"), id="UTF-16 LE"),
        pytest.param(codecs.BOM_UTF16_BE + "é\r\n".encode("utf-16-be"), id="UTF-16 BE"),
        pytest.param(codecs.BOM_UTF32_LE + "é\r\n".encode("utf-32-le"), id="UTF-32 LE"),
    ],
)
def test_text_is_read_with_its_line_ends(raw: bytes) -> None:
    assert decode(raw) == "é\r\n"


@pytest.mark.parametrize(
    ("raw", "code", "place"),
    [
        pytest.param(b"ab\nc\xe9d", "encoding", (2, 2), id="Latin 1"),
        pytest.param(b"a\x80b \x93c\x94", "encoding", (1, 2), id="Windows-1252"),
        pytest.param(b"PNG\x00\x01", "binary", (1, 4), id="binary"),
        pytest.param("Été à Paris".encode("utf-16-le"), "utf16-no-bom", (1, 1), id="UTF-16 without a mark"),
        pytest.param(codecs.BOM_UTF16_LE + b"a", "encoding", (1, 1), id="half a character"),
    ],
)
def test_no_guess_is_made(raw: bytes, code: str, place: tuple[int, int]) -> None:
    with pytest.raises(SourceError) as caught:
        decode(raw)
    assert (caught.value.code, (caught.value.line, caught.value.column)) == (code, place)
    assert lenient(raw)


def test_the_likely_encoding_is_named() -> None:
    with pytest.raises(SourceError, match="Windows-1252") as caught:
        decode(b"10 \x80")
    assert caught.value.values["character"] == "€"
