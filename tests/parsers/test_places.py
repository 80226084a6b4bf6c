"""Every place that a parser gives leads back to exactly what was read, on made-up and on real texts."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parsers.invariants import draft_faults
from smolint.parsers.builtin import builtin_parsers
from smolint.parsers.decode import decode
from smolint.source import Source

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"
PARSERS = {ending: parser for parser in builtin_parsers() for ending in parser.endings}
FRAGMENTS = (
    "# Titre {#id}\n",
    "Été à Paris",
    "word ",
    "**gras** ",
    "_it_",
    "`co``de` ",
    "[a *b*](http://x.fr/é 'T')",
    "![alt &amp;](i.png)",
    "[r][x]",
    "[x]: <http://y.fr/a b>\n",
    "<https://z.fr>",
    "https://w.fr/a_(b).",
    "\n",
    "\n\n",
    "\r\n",
    "  \n",
    "\\\n",
    "\\*",
    "&eacute;",
    "&#233;",
    "&copy",
    "- ",
    "1. ",
    "- [ ] ",
    "> ",
    "    ",
    "\t",
    "```\n",
    "~~~ js\n",
    "|a|b|\n|-|-|\n|c|d\\|e|\n",
    "[^1]",
    "[^1]: note\n",
    "<div>",
    "</div>",
    "<p lang=fr>",
    "<img src='a b.png' alt=\"x\">",
    "<a href='/u?a=1&amp;b&reg=2'>",
    "</a>",
    "<br>",
    "<!-- c -->",
    "<!--",
    "<script>x<y</script>",
    "<pre>",
    "<ul><li>",
    "<td>",
    "<blockquote>",
    "<![CDATA[x]]>",
    "<a b='",
    "{{ x }}",
    '{% image "a.png" "b" %}',
    "{% raw %}",
    "{% endraw %}",
    '{{< figure src="a.png" >}}',
    "{% comment %}",
    "{% endcomment %}",
    "{# c #}",
    "!!! note\n",
    "::: tip\n",
    "<Foo a={1} />",
    "import a from 'b'\n",
    "---\n",
    "+++\n",
    "title: 'l''été'\n",
    "image: {path: a.png, alt: x}\n",
    'a = "b"\n',
    "😀",
    "\u2028",
    "\ufffd",
    "\0",
    "\ud800",
    "www.x.fr, ",
    "term\n: def\n",
    "\ufdd0",
)
TEXTS = st.one_of(st.lists(st.sampled_from(FRAGMENTS), max_size=25).map("".join), st.text(max_size=120))


@pytest.mark.parametrize("name", ["a.md", "a.mdx", "a.html", "a.txt"])
@settings(max_examples=250, deadline=None)
@given(text=TEXTS)
def test_any_text_is_read_without_an_error_and_with_right_places(name: str, text: str) -> None:
    for draft in PARSERS[Path(name).suffix].parse(Source(name, text)):
        assert draft_faults(draft) == []


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the real files are not here")
@pytest.mark.slow
def test_every_real_file_is_read_with_right_places() -> None:
    faults = {}
    for path in sorted(CORPUS.rglob("*")):
        if path.suffix in PARSERS and path.is_file():
            source = Source(path.name, decode(path.read_bytes()))
            drafts = PARSERS[path.suffix].parse(source)
            faults[path.name] = [fault for draft in drafts for fault in draft_faults(draft)]
    assert {name: found for name, found in faults.items() if found} == {}


def test_long_runs_of_signs_take_linear_time() -> None:
    import time

    for sign in (
        "<",
        "[",
        "*a ",
        "{%",
        "{{ ",
        "> ",
        '<a ="',
        "http://a)",
        " ",
        "<!--",
        "<b>",
        "&a",
        "{% highlight x %}",
    ):
        for name in ("a.md", "a.html", "a.txt"):
            began = time.perf_counter()
            list(PARSERS[Path(name).suffix].parse(Source(name, sign * (40_000 // len(sign)))))
            assert time.perf_counter() - began < 4, (sign, name)
