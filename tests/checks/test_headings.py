from __future__ import annotations

import pytest

from checks.linked import linked, texts
from checks.run_of import marked_in
from smolint.check import NoOptions
from smolint.checks.headings import seo_heading_order

H1 = "seo/several-h1"


def order(text: str, path: str = "a.md") -> list[str]:
    return texts(linked(text, path=path), seo_heading_order, NoOptions())


@pytest.mark.parametrize(
    ("text", "path", "marks"),
    [
        pytest.param("## A\n\n#### B\n", "a.md", ["B"], id="Markdown"),
        pytest.param("# A\n\n### B\n\n## C\n\n#### D\n", "a.md", ["B", "D"], id="each one"),
        pytest.param("<h2>A</h2><p>x</p><h4><b>B</b></h4>", "a.html", ["B"], id="HTML"),
        pytest.param("<!-- wp:heading -->\n<h2>A</h2>\n<!-- /wp:heading -->\n<h5>B</h5>", "a.html", ["B"], id="blocks"),
        pytest.param("## A\n\n##\n\ntext\n", "a.md", ["##"], id="an empty line of Markdown"),
        pytest.param("<h2>A</h2><h3>&nbsp;<br></h3>", "a.html", ["<h3>&nbsp;<br></h3>"], id="an empty element"),
        pytest.param("<!doctype html><main><h2>A</h2><h4>B</h4></main>", "a.html", ["B"], id="the main part of a page"),
    ],
)
def test_levels_left_out_and_empty_headings(text, path, marks):
    assert order(text, path) == marks


@pytest.mark.parametrize(
    ("text", "path"),
    [
        pytest.param("### A\n\n#### B\n\n### C\n", "a.md", id="a text that begins at level 3"),
        pytest.param("## A\n\n### B\n\n#### C\n\n## D\n", "a.md", id="up by more than one"),
        pytest.param("## A\n\n> #### B\n", "a.md", id="a quotation"),
        pytest.param("## A\n\n# B\n\n### C\n", "a.md", id="below a section of level 1, which is reported itself"),
        pytest.param("## A\n\n```\n##\n<h3></h3>\n```\n", "a.md", id="code"),
        pytest.param("## A\n\nWrite `<h3></h3>` there.\n", "a.md", id="code in a line"),
        pytest.param("## A\n\n<!-- <h3></h3> -->\n", "a.md", id="a comment"),
        pytest.param("<!doctype html><h2>A</h2><h4>B</h4>", "a.html", id="a page with its menus"),
        pytest.param("<h2><img src='a.png' alt='A'></h2><p>x</p>", "a.html", id="an image as a heading"),
    ],
)
def test_in_order(text, path):
    assert order(text, path) == []


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        pytest.param("# A\n\ntext\n\n# B\n\n# C\n", ["B"], id="two without front matter"),
        pytest.param("---\ntitle: T\n---\ntext\n\n# B\n", ["B"], id="one beside the title"),
        pytest.param("---\ntitle: T\n---\n# Longer T\n\ntext\n\n# B\n", ["B"], id="one beside a title in the body"),
        pytest.param("---\ntitle: T\n---\n# Longer T\n\ntext\n", [], id="a title in the body"),
        pytest.param("---\ntitle: The bread!\n---\ntext\n\n# The *bread*\n", [], id="the title again"),
        pytest.param("# A\n\n## B\n", [], id="one"),
        pytest.param("# A\n\n```\n# no heading\n```\n\n> # quoted\n", [], id="code and a quotation"),
    ],
)
def test_several_titles(tmp_path, text, marks):
    assert marked_in(tmp_path, {"a.md": text}, H1) == ({"a.md": marks} if marks else {})


def test_what_most_posts_do_is_the_house_s_way(tmp_path):
    odd, fine = "---\ntitle: T\n---\ntext\n\n# B\n", "---\ntitle: T\n---\ntext\n\n## B\n"
    files = {f"{number}.md": odd for number in range(4)}
    assert marked_in(tmp_path / "few", files, H1) == {name: ["B"] for name in files}
    assert marked_in(tmp_path / "most", files | {"4.md": odd, "5.md": fine}, H1) == {}
    others = {f"other/{number}.md": fine for number in range(9)}
    assert marked_in(tmp_path / "folders", files | {"4.md": odd} | others, H1) == {}


def test_the_name_of_the_site_on_a_page_is_no_second_title(tmp_path):
    page = "<!doctype html><head><title>Bread | Lavoir</title></head><h1>Lavoir</h1>text<h1>Bread</h1>text"
    assert marked_in(tmp_path, {"a.html": page, "b.html": page + "<h1>Rye</h1>"}, H1) == {"b.html": ["Rye"]}
