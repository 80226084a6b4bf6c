from __future__ import annotations

import pytest

from checks.linked import linked, texts
from smolint.check import NoOptions
from smolint.checks.link_local import link_broken_local
from smolint.looks import forget

NONE = NoOptions()


@pytest.fixture
def broken(tmp_path):
    """A function that gives the marked texts of a draft in a project with these files."""

    def run(text, *files, path="posts/bread.md"):
        for file in (*files, path):
            (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / file).write_text("", encoding="utf-8")
        forget()
        return texts(linked(text, path=str(tmp_path / path), root=tmp_path), link_broken_local, NONE)

    return run


@pytest.mark.parametrize(
    ("target", "files"),
    [
        pytest.param("prices.pdf", (), id="a document"),
        pytest.param("prices.md#rye", (), id="a text, at a place"),
        pytest.param("./big.jpg?size=2", (), id="an image, with a query"),
        pytest.param("our%20prices.pdf", ("posts/prices.pdf",), id="an encoded name"),
        pytest.param("/assets/prices.pdf", ("assets/other.pdf",), id="from the root, in a folder that is there"),
    ],
)
def test_broken(broken, target, files):
    assert broken(f"See [it]({target}).", *files) == [target]


@pytest.mark.parametrize(
    ("target", "files"),
    [
        pytest.param("prices.pdf", ("posts/prices.pdf",), id="beside the draft"),
        pytest.param("our%20prices.pdf", ("posts/our prices.pdf",), id="an encoded name"),
        pytest.param("../shop/prices.md", ("shop/prices.md",), id="one folder up"),
        pytest.param("/prices.pdf", ("static/prices.pdf",), id="in Hugo's static folder"),
        pytest.param("prices.md", ("docs/Prices.md",), id="elsewhere in the project"),
        pytest.param("/files/prices.pdf", (), id="in a folder that is nowhere"),
        pytest.param("../nowhere/prices.pdf", (), id="in a relative folder that is nowhere"),
        pytest.param("prices.html", (), id="a page, which a generator makes"),
        pytest.param("../prices/", (), id="a folder"),
        pytest.param("prices", (), id="no ending"),
        pytest.param("/prices.md", (), id="a text from the root"),
        pytest.param("https://a.fr/prices.pdf", (), id="on the web"),
        pytest.param("//a.fr/prices.pdf", (), id="on the web without a scheme"),
        pytest.param("mailto:a@a.fr", (), id="an e-mail address"),
        pytest.param("#prices.pdf", (), id="the same page"),
        pytest.param("{{ base }}prices.pdf", (), id="a template"),
        pytest.param("@/prices.pdf", (), id="an alias"),
        pytest.param("prices.xyz", (), id="an unknown ending"),
        pytest.param("C:/prices.pdf", (), id="a disk"),
    ],
)
def test_not_broken(broken, target, files):
    assert broken(f"See [it]({target}).", *files) == []


@pytest.mark.parametrize(
    ("text", "path", "expected"),
    [
        pytest.param('<p><a href="prices.html">it</a></p>', "site/index.html", ["prices.html"], id="a plain HTML site"),
        pytest.param(
            '---\nlayout: page\n---\n<p><a href="prices.html">it</a></p>', "site/index.html", [], id="with a generator"
        ),
        pytest.param("See [it](prices.html).", "site/index.md", [], id="from a Markdown text"),
    ],
)
def test_pages(broken, text, path, expected):
    assert broken(text, path=path) == expected


def test_a_missing_file_is_told_wherever_it_is_linked(broken):
    assert broken("[it](a.md#rye), [too](a.md#oat), [there](bread.md#rye)") == ["a.md#rye", "a.md#oat"]


def test_a_missing_image_that_is_shown_is_told_by_another_rule(broken):
    assert broken("[![A loaf](loaf.png)](loaf.png) and [its crust](crust.png)") == ["crust.png"]


def test_a_text_without_a_file_is_left_alone(tmp_path):
    assert texts(linked("[it](prices.pdf)", path="<text>.md", root=tmp_path), link_broken_local, NONE) == []
    assert texts(linked("[it](prices.pdf)", path="post.md"), link_broken_local, NONE) == []


def test_a_project_of_too_many_folders_is_unknown(broken, tmp_path, monkeypatch):
    monkeypatch.setattr("smolint.looks._MOST_FOLDERS", 2)
    assert broken("[it](prices.pdf)", "a/x.md", "b/x.md") == []


@pytest.mark.parametrize("target", ["a" * 5000 + ".pdf", "../" * 50 + "x.pdf", "%00.pdf", "\\\\x\\y.pdf"])
def test_hostile_targets(broken, target):
    assert broken(f"[it](<{target}>)") in ([], [target])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("{% link _pages/prices.md %}", ["_pages/prices.md"], id="Jekyll's link"),
        pytest.param("{% post_url 2024-01-02-prices %}", ["2024-01-02-prices"], id="Jekyll's post_url"),
        pytest.param('{{< relref "shop/prices.md#rye" >}}', ["shop/prices.md#rye"], id="Hugo's relref"),
        pytest.param("{% link _pages/shop.md %}", [], id="Jekyll's link, there"),
        pytest.param("{% post_url 2024-01-01-bread %}", [], id="Jekyll's post_url, there"),
        pytest.param('{{< relref "shop.md" >}}', [], id="Hugo's relref, there"),
        pytest.param('{{< ref "prices" >}}', [], id="Hugo's ref without an ending"),
        pytest.param("{% asset prices.md %}", [], id="another tag"),
    ],
)
def test_generators_look_texts_up(broken, text, expected):
    files = ("_pages/shop.md", "_posts/2024-01-01-bread.markdown")
    assert broken(f"See [it]({text}).", *files) == expected
