"""What `--fix` does to the typography of any draft: once is enough, and what the draft holds stays."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smolint.config import Config
from smolint.fixing import mend_bytes, reader, shape
from smolint.host import installed_host
from smolint.setup import make_setup

NAMES = ("french-spacing", "ellipsis", "dashes", "straight-quotes", "repeated-word", "repeated-punctuation")
SETUP = make_setup(Config(select=tuple(f"typography/{name}" for name in NAMES)), installed_host())

PARTS = st.sampled_from(
    [
        *(
            "Le pain",
            "est chaud",
            "venez",
            "le le",
            "de de four",
            "l'été",
            "don't",
            "https://a.fr/?q=1",
            "#pain",
            "etc",
        ),
        *(
            " ",
            " ",
            "\n",
            "\u00a0",
            "\u202f",
            "?",
            "!",
            ":",
            ";",
            "%",
            "...",
            "--",
            "- ",
            "«",
            "»",
            '"',
            "'",
            ",,",
            "..",
        ),
        *(
            "**",
            "*",
            "_",
            "~~",
            "`",
            "[",
            "](https://a.fr)",
            "<b>",
            "</b>",
            "&nbsp;",
            "&amp;",
            "| ",
            "# ",
            "\\",
            "3 € ",
        ),
    ]
)
TEXTS = st.lists(PARTS, min_size=1, max_size=25).map("".join)
FRENCH = "Notre boulangerie ouvre à l’aube et nous vendons du pain à tous les voisins qui sont là"

FORMS = {
    "post.md": "---\ntitle: 'Le pain'\nlang: fr\n---\n\n{french} {text}\n",
    "post.html": "<html lang='fr'><body><p>{french} {text}</p><p title=\"{french}\">{text}</p></body></html>\n",
    "blocks.html": '<!-- wp:paragraph {{"fr":"« x »"}} -->\n<p>{french} {text}</p>\n<!-- /wp:paragraph -->\n',
    "post.tweet": "{french} {text}\n",
    "post.facebook.txt": "{french} {text}\n",
}


def check(name: str, text: str) -> None:
    path, root, raw = Path(name), Path(), text.encode()
    once = mend_bytes(raw, path, root, SETUP)
    again = mend_bytes(once.after, path, root, SETUP)
    assert again.after == once.after
    drafts = reader(path, SETUP)
    assert shape(drafts(once.after)) == shape(drafts(raw))
    assert [crash for result in once.results for crash in result.crashes] == []


@pytest.mark.parametrize("name", FORMS)
@settings(max_examples=40, deadline=None)
@given(text=TEXTS)
def test_once_is_enough(name, text):
    check(name, FORMS[name].format(french=FRENCH, text=text))


@settings(max_examples=40, deadline=None)
@given(text=st.lists(PARTS.filter(lambda part: part not in ("'", '"', "\n", "\\")), min_size=1).map("".join))
@pytest.mark.parametrize("quote", ["'", '"', ""])
def test_once_is_enough_in_front_matter(quote, text):
    check("post.md", f"---\ntitle: {quote}{FRENCH} {text}{quote}\nlang: fr\n---\n\n{FRENCH}.\n")
