from dataclasses import replace
from pathlib import PurePath

import pytest

from smolint.config import Config
from smolint.draft import Block, Content, Draft, Field
from smolint.host import Host
from smolint.platform import Platform
from smolint.source import Piece, Source, Span
from smolint.targets import language_of, platforms_of

GHOST = Platform(
    "ghost",
    "Ghost",
    kind="blog",
    folders=("posts", "_posts", "blog"),
    default_endings=(".md", ".html"),
    aliases=("gh",),
)
CHIRP = Platform("chirp", "Chirp", kind="social", endings=(".chirp",), folders=("birds",), aliases=("ch",))
FORUM = Platform("forum", "Forum", kind="social")


def silent(path, fields):
    return None


def host(detect=silent):
    platforms = {one.name: one for one in (CHIRP, FORUM, GHOST)}
    return Host(platforms, {}, (), (), {}, (), (), detect)


def field(value, start=0):
    children = enumerate(value) if isinstance(value, list) else ()
    items = tuple((number, field(item, start + 10 * number)) for number, item in children)
    return Field(value, Span(start, start + len(str(value))), Span(0, 0), items)


def draft(text="", **fields):
    block = Block("paragraph", text, (Piece(0, len(text), 0, len(text)),))
    named = tuple((name, field(value)) for name, value in fields.items() if name != "declared")
    return Draft(
        Source("x", text),
        Content((block,) if text else ()),
        "text",
        fields=named,
        declared_language=fields.get("declared", ""),
    )


def names(path, config=None, detect=silent, **fields):
    targets = platforms_of(draft(**fields), PurePath(path), config or Config(), host(detect))
    return [platform.name for platform in targets.platforms]


GLOBS = Config(platforms=(("campaign/**", ("forum",)), ("both/**", ("chirp", "ghost")), ("campaign/x/**", ("ghost",))))


def detected(path, fields):
    return ["forum"] if path.name.startswith("forum-") else None


@pytest.mark.parametrize(
    ("path", "config", "fields", "expected"),
    [
        pytest.param(
            "a.md", Config(platform="chirp"), {"platform": "forum"}, ["chirp"], id="the command line goes first"
        ),
        pytest.param("a.chirp", Config(platform="gh"), {}, ["ghost"], id="the command line, by another name"),
        pytest.param("a.chirp", GLOBS, {"platform": "forum"}, ["forum"], id="front matter before the ending"),
        pytest.param("both/a.md", GLOBS, {"platform": "Forum"}, ["forum"], id="front matter before the configuration"),
        pytest.param(
            "a.md", Config(), {"platforms": ["chirp", "forum"]}, ["chirp", "forum"], id="several in front matter"
        ),
        pytest.param("a.md", Config(), {"platforms": "chirp, forum"}, ["chirp", "forum"], id="several in one text"),
        pytest.param("a.md", Config(), {"platforms": ["ch", "chirp"]}, ["chirp"], id="one platform under two names"),
        pytest.param(
            "a.md", Config(), {"platform": "chirp", "platforms": ["forum"]}, ["chirp", "forum"], id="both keys"
        ),
        pytest.param("a.md", Config(), {"platform": ""}, ["ghost"], id="an empty key says nothing"),
        pytest.param("a.md", Config(), {"platform": 3}, ["ghost"], id="a number says nothing"),
        pytest.param("campaign/a.chirp", GLOBS, {}, ["forum"], id="the configuration before the ending"),
        pytest.param("both/a.md", GLOBS, {}, ["chirp", "ghost"], id="several in the configuration"),
        pytest.param("campaign/x/a.md", GLOBS, {}, ["forum"], id="the first pattern that matches"),
        pytest.param("both/forum-a.md", GLOBS, {}, ["chirp", "ghost"], id="the configuration before plugins"),
        pytest.param("forum-a.chirp", Config(), {}, ["forum"], id="plugins before the ending"),
        pytest.param("posts/a.chirp", Config(), {}, ["chirp"], id="the ending before the folder"),
        pytest.param("posts/a.CHIRP", Config(), {}, ["chirp"], id="the ending in capitals"),
        pytest.param("posts/a.forum.md", Config(), {}, ["forum"], id="a name before the ending, before the folder"),
        pytest.param("a.ch.txt", Config(), {}, ["chirp"], id="another name before the ending"),
        pytest.param("forum.md", Config(), {}, ["ghost"], id="a file that is merely called so"),
        pytest.param("forum.draft.md", Config(), {}, ["ghost"], id="the name must stand before the ending"),
        pytest.param("birds/a.txt", Config(), {}, ["chirp"], id="a platform's folder"),
        pytest.param("forum/a.txt", Config(), {}, ["forum"], id="a folder of its name"),
        pytest.param("forums/a.md", Config(), {}, ["forum"], id="a folder of its name in the plural"),
        pytest.param("Forum/a.md", Config(), {}, ["forum"], id="a folder in capitals"),
        pytest.param("forum/2011/may/a.md", Config(), {}, ["forum"], id="a folder further up"),
        pytest.param("blog/birds/a.md", Config(), {}, ["chirp"], id="the nearest folder"),
        pytest.param("birds/posts/a.md", Config(), {}, ["ghost"], id="the nearest folder is the blog's"),
        pytest.param("birds/posts/a.txt", Config(), {}, ["chirp"], id="a blog's folder says nothing about a text"),
        pytest.param("posts/a.txt", Config(), {}, [], id="a text in a blog's folder alone"),
        pytest.param("a.md", Config(), {}, ["ghost"], id="else the one that claims the ending"),
        pytest.param("A.HTML", Config(), {}, ["ghost"], id="in capitals"),
        pytest.param("a.txt", Config(), {}, [], id="else nowhere"),
        pytest.param("birdsong/a.txt", Config(), {}, [], id="a folder that begins alike"),
    ],
)
def test_the_order_of_answers(path, config, fields, expected):
    assert names(path, config, detected, **fields) == expected


def test_folders_above_the_project_say_nothing(project):
    inside = project("birds/mine/a.txt")
    config = Config(root=project.root.resolve() / "birds/mine")
    assert names(inside, config) == []


def test_a_path_with_dots_is_straightened(project, monkeypatch):
    (project.root / "birds").mkdir()
    monkeypatch.chdir(project.root / "birds")
    assert names("../notes/a.txt", Config(root=project.root.resolve())) == []
    assert names("../forum/a.txt", Config(root=project.root.resolve())) == ["forum"]


@pytest.mark.parametrize("path", ["a.txt", "./a.txt", "../forum/a.txt", "2011/a.txt"])
def test_the_current_folder_counts_without_a_configuration(project, monkeypatch, path):
    (project.root / "forum").mkdir()
    monkeypatch.chdir(project.root / "forum")
    assert names(path) == ["forum"]


def test_the_language_of_the_current_folder_counts(project, monkeypatch):
    (project.root / "fr").mkdir()
    monkeypatch.chdir(project.root / "fr")
    assert language_of(draft(ENGLISH), PurePath("a.md"), Config()) == "fr"


@pytest.mark.parametrize(
    ("name", "nearest", "variant"),
    [
        pytest.param("chrip", "chirp", "", id="misspelt"),
        pytest.param("Forrum", "forum", "", id="misspelt, in capitals"),
        pytest.param("zzz", "", "no-nearest", id="like no other"),
    ],
)
def test_front_matter_that_names_an_unknown_platform(name, nearest, variant):
    targets = platforms_of(draft(platforms=[name, "ghost"]), PurePath("a.md"), Config(), host())
    (problem,) = targets.problems
    assert (problem.rule, problem.span) == ("front-matter/unknown-platform", Span(0, len(name)))
    assert (problem.values["name"], problem.values["nearest"], problem.values["variant"]) == (name, nearest, variant)
    assert [one.name for one in targets.platforms] == ["ghost"]
    assert targets.unknown == (name,)


def test_a_plugin_may_name_a_platform_that_is_not_installed():
    targets = platforms_of(draft(), PurePath("a.md"), Config(), host(lambda *_: ["elsewhere"]))
    assert (targets.platforms, targets.unknown, targets.problems) == ((), ("elsewhere",), ())


FRENCH = "Les boulangers de la ville se lèvent tôt pour que le pain soit prêt avant l’école."
ENGLISH = "The bakers of the town get up early so that the bread is ready before school."


@pytest.mark.parametrize(
    ("path", "config", "declared", "text", "language"),
    [
        pytest.param("fr/a.md", Config(language="en"), "fr", FRENCH, "en", id="the command line goes first"),
        pytest.param("en/a.md", Config(), "fr", ENGLISH, "fr", id="then what the file says"),
        pytest.param("a.md", Config(), "fr_CA", "", "fr", id="a country is left out"),
        pytest.param("a.md", Config(), "EN-gb", "", "en", id="in capitals"),
        pytest.param("a.md", Config(), "de", ENGLISH, "de", id="a language that smolint does not read"),
        pytest.param("en/a.md", Config(languages=(("en/**", "fr"),)), "", "", "fr", id="then the configuration"),
        pytest.param("x/a.md", Config(languages=(("x/**", "fr-FR"),)), "", "", "fr", id="with a country"),
        pytest.param("a.fr.md", Config(), "", ENGLISH, "fr", id="then the file's name"),
        pytest.param("en/a.fr.md", Config(), "", ENGLISH, "fr", id="the name before the folder"),
        pytest.param("fr/a.md", Config(), "", ENGLISH, "fr", id="then the folder"),
        pytest.param("en/fr/a.md", Config(), "", "", "fr", id="the nearest folder"),
        pytest.param("fr_FR/a.md", Config(), "", "", "fr", id="a folder with a country"),
        pytest.param("fr.md", Config(), "", ENGLISH, "en", id="a file that is merely called so"),
        pytest.param("french/a.md", Config(), "", ENGLISH, "en", id="a folder that begins alike"),
        pytest.param("a.md", Config(), "", FRENCH, "fr", id="else the text: French"),
        pytest.param("a.md", Config(), "", ENGLISH, "en", id="else the text: English"),
        pytest.param("a.md", Config(), "", "", "", id="else unknown"),
    ],
)
def test_language(path, config, declared, text, language):
    assert language_of(draft(text, declared=declared), PurePath(path), config) == language


def test_a_title_tells_the_language_of_a_draft_without_text():
    one = replace(draft(), title=draft(FRENCH).blocks[0])
    assert language_of(one, PurePath("a.md"), Config()) == "fr"
