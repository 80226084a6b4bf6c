"""Texts made to be slow: time grows with the length of a draft, not with its square, and every mark lies within it."""

from __future__ import annotations

import base64
import time
import warnings

import pytest

from smolint.engine import lint_text

SHORT, LONG = 4_000, 16_000
"""Characters of a text and of the same one four times as long."""
ENOUGH = 0.4
"""Seconds of the processor that say nothing about growth."""
MOST_GROWTH = 11
"""Four times the text takes about four times as long, sixteen where it grows with the square."""

REPEATED = {
    "tags that never end": "<a ",
    "attributes in tags that never end": "<iframe src=//",
    "initials in a row": "M. A. B. ",
    "shouted words": "PAIN FRAIS ICI ",
    "placeholders": "[DATE] TODO ",
    "fields of a mailing": "*|FNAME|* `code` ",
    "hashtags": "#a ",
    "addresses of people": "[a](mailto:ada.oven@gmail.com) jean.four@gmail.com ",
    "linked pictures": "[![](a.png)](b) ",
    "advertisements beside code": "[ad] `x` ",
    "separators of a thread": "---\n",
    "openings of quotations": "« a ",
    "openings of brackets": "[",
    "openings of comments": "<!-- ",
    "openings of braces": "{{ ",
    "entities": "&lt;",
    "combining accents": "e\u0301",
    "text from right to left": "\u202e\u0627 ",
    "footnotes": "[^1] ",
    "sentences of one word": "Va. ",
    "hyphens": "a-",
    "tabs": "\t",
    "tabs and empty lines": "\t\n",
    "verbs with a hyphen": "ez-",
}
PLACES = [("wordpress", "post.md"), ("wordpress", "post.html"), ("twitter", "post.tweet"), ("linkedin", "post.txt")]


def seconds(text: str, platform: str, path: str) -> float:
    start = time.process_time()
    with warnings.catch_warnings():
        warnings.simplefilter("error")  # a check that failed
        found = lint_text(text, platform=platform, path=path)
    taken = time.process_time() - start
    assert all(0 <= one.span.start <= one.span.end <= len(text) for one in found)
    return taken


@pytest.mark.parametrize(("platform", "path"), PLACES, ids=[path for _, path in PLACES])
@pytest.mark.parametrize("part", REPEATED.values(), ids=REPEATED.keys())
def test_time_grows_with_the_length(part: str, platform: str, path: str) -> None:
    lint_text("Une phrase.", platform=platform, path=path)
    short = seconds(part * (SHORT // len(part)), platform, path)
    long = seconds(part * (LONG // len(part)), platform, path)

    assert long < ENOUGH or long < MOST_GROWTH * short


def test_images_are_not_compared_one_by_one() -> None:
    text = "".join(f"![une image {number}](pain{number}.png)\n\n" for number in range(1_500))

    assert seconds(text, "wordpress", "post.md") < 5


def test_scripts_between_advertisements_do_not_explode() -> None:
    box = '<div class="ads">'
    text = f"Du pain.\n\n{box}{'<script></script>' * 60}x{box}</div></div>\n"

    assert seconds(text, "wordpress", "post.md") < 5


def test_a_token_that_is_nested_deeply_is_none() -> None:
    part = base64.urlsafe_b64encode(b'{"a":' + b"[" * 50_000).decode().rstrip("=")

    assert seconds(f"Un jeton : {part}.{part}.abcdefghijklmnopqrstuvwxyz0123456789", "wordpress", "post.md") < 5


def test_a_dotted_key_of_toml_takes_no_gigabytes() -> None:
    found = lint_text(f"+++\n{'a.' * 30_000}a = 1\n+++\n\nDu pain.\n", platform="wordpress", path="post.md")

    assert any(one.rule == "front-matter/invalid" for one in found)


@pytest.mark.parametrize(
    "address",
    [
        pytest.param(f"https://{'a-' * 40}b.com/", id="hyphens in a host"),
        pytest.param(f"https://{'a-b.' * 400}c.com/", id="hyphens and dots in a host"),
        pytest.param("//" * 20_000, id="slashes"),
        pytest.param(f"https://e.com/{'a=b&' * 10_000}", id="parameters"),
        pytest.param(f"mailto:?{'b&subjec' * 5_000}", id="a mail of many fields"),
    ],
)
def test_an_address_is_read_in_a_moment(address: str) -> None:
    assert seconds(f"Voir [notre guide]({address}) du pain.\n", "wordpress", "post.md") < 5


@pytest.mark.parametrize("sign", [".", "-", ": ", "?", "<!--", "👉 ", "# ", "_1"])
@pytest.mark.parametrize(
    "form",
    [
        pytest.param("![{}](a.png)\n\nDu pain.\n", id="alternative text"),
        pytest.param("Du pain.\n\nVoilà{}", id="the end"),
        pytest.param("# Le pain {}\n\nDu pain.\n", id="a heading"),
        pytest.param("<p>Nous cuisons {} et vous ?</p>", id="an element"),
    ],
)
def test_a_row_of_signs_is_read_in_a_moment(form: str, sign: str) -> None:
    assert seconds(form.format(sign * (20_000 // len(sign))), "linkedin", "post.md") < 5
