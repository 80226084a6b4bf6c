import errno
import os
from dataclasses import replace
from pathlib import Path

import pytest

from smolint.config import Config
from smolint.discovery import discover


def found(paths, config=None, endings=(".md", ".txt")):
    """The files found below some paths, as a reader would write them."""
    one = config or Config()
    return [entry.path.as_posix() for entry in discover([Path(path) for path in paths], endings, lambda _: one)]


@pytest.fixture
def tree(project):
    def write(*names, **ignores):
        for name in names:
            project(name, "text")
        return project

    return write


def test_folders_are_walked_in_a_stable_order(tree):
    tree("b/z.md", "b/a.txt", "a/c/d.md", "a/b.md", "b.md", "c.png")
    assert found(["."]) == ["b.md", "a/b.md", "a/c/d.md", "b/a.txt", "b/z.md"]


def test_each_file_comes_once(tree):
    root = tree("a/x.md", "y.md").root
    assert found(["a/x.md", ".", "a", str(root / "y.md")]) == ["a/x.md", "y.md"]


@pytest.mark.parametrize(
    ("name", "read"),
    [
        pytest.param("post.md", True, id="a known ending"),
        pytest.param("POST.MD", True, id="in capitals"),
        pytest.param("post.mdown", False, id="an unknown ending"),
        pytest.param("md", False, id="no ending"),
        pytest.param("node_modules/x/readme-of-x.md", False, id="of another project"),
        pytest.param(".hidden/x.md", False, id="in a hidden folder"),
        pytest.param("_site/x.md", False, id="built"),
        pytest.param("README.md", False, id="the repository's own papers"),
        pytest.param("deep/CONTRIBUTING.md", False, id="the same further down"),
        pytest.param("deep/readme-notes.md", True, id="a name that begins alike"),
        pytest.param("LICENSE-MIT.txt", False, id="a licence"),
        pytest.param("posts/vendor-news.md", True, id="a file named after a folder that is left out"),
    ],
)
def test_what_is_read_by_default(tree, name, read):
    tree(name)
    assert found(["."]) == ([name] if read else [])


def test_a_folder_that_the_user_names_is_read_though_hidden(tree):
    tree(".drafts/x.md")
    assert found([".drafts"]) == [".drafts/x.md"]


def test_a_project_below_a_hidden_folder(tree, monkeypatch):
    root = tree(".cache/project/x.md").root
    monkeypatch.chdir(root / ".cache/project")
    assert found(["."], Config(root=Path.cwd())) == ["x.md"]


class TestGitignore:
    @pytest.mark.parametrize(
        ("patterns", "files", "read"),
        [
            pytest.param({".gitignore": "*.txt\n"}, ["a.md", "a.txt", "b/c.txt"], ["a.md"], id="an ending"),
            pytest.param({".gitignore": "/out\n"}, ["out/a.md", "b/out/c.md"], ["b/out/c.md"], id="from the root only"),
            pytest.param(
                {".gitignore": "out/\n"}, ["out/a.md", "b/out/c.md", "d.md"], ["d.md"], id="a folder anywhere"
            ),
            pytest.param({".gitignore": "*.md\n!keep.md\n"}, ["a.md", "keep.md"], ["keep.md"], id="negated"),
            pytest.param(
                {".gitignore": "*.md\n", "b/.gitignore": "!*.md\n"}, ["a.md", "b/c.md"], ["b/c.md"], id="negated below"
            ),
            pytest.param({"b/.gitignore": "*.md\n"}, ["a.md", "b/c.md"], ["a.md"], id="nested"),
            pytest.param({"b/.gitignore": "/c.md\n"}, ["c.md", "b/c.md"], ["c.md"], id="nested, from there"),
            pytest.param(
                {".gitignore": "out/\n!out/keep.md\n"}, ["out/keep.md"], [], id="a folder left out cannot be reopened"
            ),
            pytest.param({".gitignore": "# a.md\n\n \n"}, ["a.md"], ["a.md"], id="comments and blank lines"),
            pytest.param({".gitignore": b"\xff\xfe\n*.txt\n"}, ["a.md", "a.txt"], ["a.md"], id="not quite text"),
        ],
    )
    def test_patterns(self, project, patterns, files, read):
        for name, text in patterns.items():
            project(name, text)
        for name in files:
            project(name)
        assert found(["."]) == read

    def test_the_patterns_above_the_folder_hold_too(self, project):
        project(".gitignore", "*.txt\n")
        project("a/b/c.txt")
        project("a/b/c.md")
        assert found(["a/b"]) == ["a/b/c.md"]

    def test_the_repository_is_the_border(self, project):
        project(".gitignore", "*.md\n")
        project("inner/.git/HEAD")
        project("inner/a.md")
        assert found(["inner"]) == ["inner/a.md"]

    def test_a_file_that_the_user_names_is_read(self, project):
        project(".gitignore", "*.md\n")
        project("a.md")
        assert found(["a.md"]) == ["a.md"]

    @pytest.mark.parametrize("patterns", ["drafts/\n", "drafts\n", "/drafts/\n*.bak.md\n"])
    def test_a_folder_that_the_user_names_is_read(self, project, patterns):
        project(".gitignore", patterns)
        project("drafts/deep/a.md")
        assert found(["drafts"]) == ["drafts/deep/a.md"]
        assert found(["drafts/deep"]) == ["drafts/deep/a.md"]
        assert found(["."]) == []


class TestExclude:
    @pytest.mark.parametrize(
        ("config", "read"),
        [
            pytest.param({}, ["a.md", "old/b.md"], id="nothing but the defaults"),
            pytest.param({"extend_exclude": ("old/",)}, ["a.md"], id="in addition"),
            pytest.param({"extend_exclude": ("old",)}, ["a.md"], id="without its slash"),
            pytest.param({"exclude": ("old/",)}, ["README.md", "a.md"], id="instead of the defaults"),
            pytest.param({"exclude": ()}, ["README.md", "a.md", "old/b.md"], id="nothing at all"),
            pytest.param({"extend_exclude": ("/b.md",)}, ["a.md", "old/b.md"], id="from the root only"),
            pytest.param({"extend_exclude": ("*.md", "!a.md")}, ["a.md"], id="negated"),
        ],
    )
    def test_patterns(self, project, config, read):
        for name in ("a.md", "old/b.md", "README.md"):
            project(name)
        assert found(["."], Config(root=project.root.resolve(), **config)) == read

    @pytest.mark.parametrize(
        ("force", "read"), [(False, ["old/b.md", "README.md"]), (True, [])], ids=["by default", "with force-exclude"]
    )
    def test_named_files(self, project, force, read):
        for name in ("old/b.md", "README.md"):
            project(name)
        config = Config(root=project.root.resolve(), extend_exclude=("old/",), force_exclude=force)
        assert found(["old/b.md", "README.md"], config) == read

    def test_each_folder_has_its_own_configuration(self, project):
        project("a/x.md")
        project("b/x.md")
        configs = {"a": Config(root=project.root.resolve() / "a", extend_exclude=("x.md",))}
        entries = discover([Path()], (".md",), lambda folder: configs.get(folder.name, Config()))
        assert [entry.path.as_posix() for entry in entries] == ["b/x.md"]


class TestOddFiles:
    def test_a_missing_path_is_passed_on_for_the_reader_to_report(self, project):
        (entry,) = discover([Path("none.md")], (".md",), lambda _: Config())
        assert (entry.path, entry.named) == (Path("none.md"), True)

    def test_a_named_file_of_any_ending(self, project):
        project("notes.xyz")
        assert found(["notes.xyz"]) == ["notes.xyz"]

    def test_what_was_named_is_known(self, project):
        project("a/x.md")
        by_folder, by_name = (next(discover([Path(path)], (".md",), lambda _: Config())) for path in ("a", "a/x.md"))
        assert (by_folder.argument, by_folder.named) == (Path("a"), False)
        assert (by_name.argument, by_name.named) == (Path("a/x.md"), True)

    def test_links_to_files_are_read_and_links_to_folders_are_not(self, project):
        project("real/x.md")
        (project.root / "y.md").symlink_to("real/x.md")
        (project.root / "linked").symlink_to("real")
        (project.root / "real/circle").symlink_to("..")
        assert found(["."]) == ["y.md", "real/x.md"]

    def test_links_that_lead_nowhere_are_passed_over(self, project):
        project("x.md")
        (project.root / "gone.md").symlink_to("nowhere")
        (project.root / ".#x.md").symlink_to("someone@somewhere.1234")
        assert found(["."]) == ["x.md"]

    @pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
    def test_pipes_are_passed_over(self, project):
        os.mkfifo(project.root / "pipe.md")
        assert found(["."]) == []

    def test_a_folder_whose_name_ends_like_a_file(self, project):
        project("post.md/index.md")
        assert found(["."]) == ["post.md/index.md"]

    def test_an_empty_folder(self, project):
        assert found(["."]) == []


def test_hidden_files_are_no_drafts(project):
    project(".draft.md")
    assert found(["."]) == []
    assert found([".draft.md"]) == [".draft.md"]
    assert found(["."], replace(Config(), exclude=())) == [".draft.md"]


def test_a_folder_that_cannot_be_opened_is_named(tree, monkeypatch):
    tree("a/x.md", "b/y.md", "c/z.md")
    listed = os.scandir

    def refuse(folder):
        if os.path.basename(folder) == "b":
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), folder)
        return listed(folder)

    # A test that is run by the system's administrator has every right.
    monkeypatch.setattr(os, "scandir", refuse)
    assert found(["."]) == ["a/x.md", "c/z.md", "b"]
