import pickle
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

import smolint
from smolint.check import Check, Mark, Trace
from smolint.config import Config
from smolint.host import installed_host
from smolint.session import Session
from smolint.source import Piece, Source, Span
from smolint.testing import assert_findings

TALK = "Notre fournil ouvre à quatre heures. Venez goûter le pain de seigle."


def run(*paths, host=None, **config):
    return list(smolint.lint(paths, Config(**config), host=host))


def findings(results):
    return [finding for result in results for finding in result.findings]


def ids(results):
    return [finding.rule for finding in findings(results)]


def words(reading, options):
    """Marks every word that begins with `bad`."""
    for block in reading.draft.blocks:
        for start, end in reading.words(block):
            if block.text[start:end].lower().startswith("bad"):
                yield Mark(block.span(start, end), {"word": block.text[start:end]})


def crash(reading, options):
    raise ZeroDivisionError("a bug in a plugin")


def gather(reading, options):
    text = " ".join(block.text for block in reading.draft.blocks)
    return Trace(Mark(reading.draft.body_span), text) if text else None


def conclude(traces, options):
    for number, trace in enumerate(traces):
        twins = [other.path for other in traces if other.kept == trace.kept and other.path != trace.path]
        if twins:
            yield number, {"twin": twins[0]}


PARSERS = "extends: reported-by-parser\n"
RULES = {
    "word/bad": "extends: bad-word\nmessage: {en: 'Not “{word}”.', fr: 'Pas « {word} ».'}\n"
    "platforms: {social: warning, blog: error}\n",
    "word/broken": "extends: broken\nmessage: Never seen.\n",
    "text/twice": "extends: twice\nmessage: 'Said in {twin} too.'\n",
    "suppression/unused": f"{PARSERS}problem: suppression/unused\nmessage: 'Nothing: {{rules}}, {{nearest}}.'\n",
    "front-matter/unknown-platform": f"{PARSERS}problem: front-matter/unknown-platform\n"
    "message: 'Unknown: {name}, {nearest}.'\n",
    "source/unreadable": f"{PARSERS}problem: source/unreadable\nlevel: error\nmessage: 'Unreadable: {{reason}}'\n",
}


@pytest.fixture
def host(project):
    """The installed parsers and platforms, with three checks and a few rules that belong to these tests."""
    installed = installed_host()
    for name, text in RULES.items():
        project(f".rules/{name}.yml", text)
    checks = {
        "bad-word": Check("bad-word", run=words),
        "broken": Check("broken", run=crash),
        "twice": Check("twice", gather=gather, conclude=conclude),
        "reported-by-parser": installed.checks["reported-by-parser"],
    }
    return replace(installed, checks=checks, packs=(project.root / ".rules",))


QUIET = {"ignore": ("word/broken",)}


class TestOneText:
    def test_findings_are_exact_and_in_order_of_place(self):
        text = "# Pain\n\nVoir [ici](https://x.example) et TODO: relire.\n"
        found = smolint.lint_text(text, platform="wordpress", language="fr")
        assert found
        assert [(one.line, one.column) for one in found] == sorted((one.line, one.column) for one in found)
        for one in found:
            assert one.text == text[slice(*one.span)][:200]

    def test_an_unknown_platform(self):
        with pytest.raises(smolint.ConfigError, match="did you mean 'twitter'"):
            smolint.lint_text("x", platform="twiter")

    @pytest.mark.parametrize("name", ["x", "X", "Twitter", "TWITTER"])
    def test_a_platform_by_its_other_names(self, name):
        assert {one.platform for one in smolint.lint_text("mot " * 100, platform=name)} == {"twitter"}

    @pytest.mark.parametrize("text", ["", " ", "\n", "\x00", "\ufeff", "---\n", "<!--", "{%", "#", "@", "[", "`"])
    @pytest.mark.parametrize("platform", ["wordpress", "twitter", "facebook", "linkedin"])
    def test_odd_texts(self, text, platform):
        for one in smolint.lint_text(text, platform=platform):
            assert one.text == text[slice(*one.span)][:200]

    def test_a_text_that_no_file_can_hold(self):
        assert [one.rule for one in smolint.lint_text("\ud800", platform="twitter")] == ["source/unreadable"]

    @pytest.mark.parametrize("path", ["post.md", "post.html", "post.txt", "<text>", "a/b/c.tweet", "x.unknown"])
    def test_the_path_is_that_of_the_findings(self, path):
        assert {one.path for one in smolint.lint_text(TALK, platform="twitter", path=path)} <= {path}

    def test_a_check_that_fails_is_no_silence(self, host, monkeypatch):
        monkeypatch.setattr("smolint.engine.installed_host", lambda: host)
        with pytest.warns(RuntimeWarning, match=r"(?s)rule word/broken.*ZeroDivisionError"):
            found = smolint.lint_text("badly", platform="wordpress")
        assert_findings(found, [("word/bad", "badly")])


class TestPlaces:
    @pytest.mark.parametrize(
        ("content", "place", "marked"),
        [
            pytest.param("one\n\nbadly two", (3, 1), "badly", id="after a blank line"),
            pytest.param("one\r\n\r\ntwo badly", (3, 5), "badly", id="after CRLF"),
            pytest.param("one\rtwo badly", (2, 5), "badly", id="after a lone CR"),
            pytest.param("\ufeffbadly", (1, 1), "badly", id="after a byte order mark"),
            pytest.param("é😀 badly", (1, 4), "badly", id="after an emoji"),
            pytest.param("---\ntitle: x\n---\nbadly", (4, 1), "badly", id="after front matter"),
            pytest.param("*one* **badly**", (1, 9), "badly", id="in emphasis"),
            pytest.param("a&amp;b badly", (1, 9), "badly", id="after an entity"),
        ],
    )
    def test_lines_and_columns_are_those_of_the_file(self, project, host, content, place, marked):
        project("post.md", content)
        (one,) = findings(run("post.md", host=host, **QUIET))
        assert ((one.line, one.column), one.text) == (place, marked)
        assert one.end_column == one.column + len(marked)

    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
    def test_encodings(self, project, host, encoding):
        project("post.md", "Été badly", encoding)
        (one,) = findings(run("post.md", host=host, **QUIET))
        assert (one.rule, one.column) == ("word/bad", 5)

    def test_the_excerpt_is_the_line(self, project, host):
        project("post.md", "one\n\nthe badly line\n")
        (one,) = findings(run("post.md", host=host, **QUIET))
        assert (one.excerpt.text, one.excerpt.column) == ("the badly line", 1)

    def test_the_excerpt_of_a_very_long_line_is_a_window(self, project, host):
        project("post.md", "x " * 5000 + "badly " + "y " * 5000)
        (one,) = findings(run("post.md", host=host, **QUIET))
        window = one.excerpt
        assert len(window.text) < 1000
        assert window.cut_before
        assert window.cut_after
        assert window.text[one.column - window.column :].startswith("badly")

    def test_messages_speak_the_language_of_the_run(self, project, host):
        project("post.md", "badly")
        messages = {
            language: findings(run("post.md", host=host, ui_language=language, **QUIET))[0].message
            for language in ("", "en", "fr")
        }
        assert messages == {"": "Not “badly”.", "en": "Not “badly”.", "fr": "Pas « badly »."}


class TestBadFiles:
    @pytest.mark.parametrize(
        ("name", "content"),
        [
            pytest.param("bad.md", b"caf\xe9 \xff\xfe badly", id="no UTF-8"),
            pytest.param("bad.md", b"\x89PNG\r\n\x1a\n\x00\x00\x00\x0d", id="an image by another name"),
            pytest.param("bad.md", b"b\x00a\x00d\x00", id="UTF-16 without a mark"),
        ],
    )
    def test_one_never_stops_the_others(self, project, host, name, content):
        project(f"1{name}", content)
        project("2good.md", "badly")
        bad, good = run(".", host=host, **QUIET)
        assert (bad.unreadable, ids([bad])) == (True, ["source/unreadable"])
        assert (good.unreadable, ids([good])) == (False, ["word/bad"])

    def test_a_missing_file(self, project, host):
        project("good.md", "badly")
        missing, good = run("none.md", "good.md", host=host, **QUIET)
        assert (missing.unreadable, ids([missing]), ids([good])) == (True, ["source/unreadable"], ["word/bad"])
        assert "o such file" in missing.findings[0].message

    def test_it_is_told_whatever_is_selected(self, project, host):
        assert ids(run("none.md", host=host, select=("word",))) == ["source/unreadable"]
        assert ids(run("none.md", host=host, ignore=("all",))) == ["source/unreadable"]

    def test_unless_it_is_ignored_by_name(self, project, host):
        (result,) = run("none.md", host=host, ignore=("source/unreadable",))
        assert (result.findings, result.unreadable) == ((), True)

    def test_a_parser_with_a_bug_costs_only_its_file(self, project, host):
        def broken(source):
            if "boom" in source.text:
                raise KeyError("a bug in a parser")
            return iter(())

        project("1.odd", "boom")
        project("2.md", "badly")
        odd = smolint.Parser("odd", (".odd",), parse=broken)
        first, second = run(".", host=replace(host, parsers=(*host.parsers, odd)), **QUIET)
        assert "KeyError: 'a bug in a parser'" in first.crashes[0]
        assert "1.odd" in first.crashes[0]
        assert ids([second]) == ["word/bad"]

    def test_a_parser_may_give_up_at_once(self, project, host):
        def refuse(source):
            raise smolint.SourceError("not today", line=1, column=2)

        project("1.odd", "boom")
        odd = smolint.Parser("odd", (".odd",), parse=refuse)
        (result,) = run(".", host=replace(host, parsers=(odd,)), **QUIET)
        assert (ids([result]), result.findings[0].column) == (["source/unreadable"], 2)

    def test_a_plugin_that_fails_to_detect_a_platform_costs_only_that_file(self, project, host):
        def detect(path, fields):
            if path.name == "1.md":
                raise KeyError("a bug in a plugin")

        project("1.md", "badly")
        project("2.md", "badly")
        first, second = run(".", host=replace(host, detect=detect), **QUIET)
        assert (len(first.crashes), ids([second])) == (1, ["word/bad"])


class TestCrashes:
    def test_a_check_that_fails_costs_only_its_own_findings(self, project, host):
        project("post.md", "badly")
        (result,) = run("post.md", host=host)
        assert ids([result]) == ["word/bad"]
        (crashed,) = result.crashes
        assert "post.md, draft 0, rule word/broken" in crashed
        assert "ZeroDivisionError: a bug in a plugin" in crashed

    def test_a_corpus_check_that_fails_costs_only_its_own_findings(self, project, host):
        checks = {**host.checks, "twice": replace(host.checks["twice"], conclude=crash)}
        project("post.md", "badly")
        results = run("post.md", host=replace(host, checks=checks), **QUIET)
        assert ids(results) == ["word/bad"]
        assert any("ZeroDivisionError" in one for result in results for one in result.crashes)


class TestPlatforms:
    def test_a_text_of_unknown_platform_is_skipped_with_a_note(self, project, host):
        project("notes.txt", "badly")
        (result,) = run("notes.txt", host=host, **QUIET)
        assert (result.findings, result.drafts) == ((), 0)
        assert "its platform is unknown" in result.notes[0].message

    def test_a_named_file_that_no_parser_reads_is_skipped_with_a_note(self, project, host):
        project("photo.psd")
        (result,) = run("photo.psd", host=host)
        assert "no parser reads this kind of file" in result.notes[0].message

    def test_an_unknown_platform_in_front_matter_is_a_finding(self, project, host):
        project("post.md", "---\nplatform: facebok\n---\nbadly")
        (result,) = run("post.md", host=host, **QUIET)
        assert_findings(result.findings, [("front-matter/unknown-platform", "facebok")])
        assert result.findings[0].message == "Unknown: facebok, facebook."

    def test_several_platforms_lint_one_text_for_each(self, project, host):
        project("post.md", "---\nplatforms: [facebook, linkedin]\n---\nOne badly two.")
        (result,) = run("post.md", host=host, **QUIET)
        assert result.drafts == 2
        assert_findings(result.findings, [("word/bad", "badly")])

    def test_what_differs_by_platform_is_said_for_each(self):
        text = "---\nplatforms: [facebook, linkedin]\n---\nOne.\n"
        found = smolint.lint_text(text, platform="facebook", path="post.md")
        assert {one.platform for one in found} == {"facebook"}

    def test_the_same_finding_for_two_platforms_keeps_the_more_serious_level(self, project, host):
        project("post.md", "---\nplatforms: [facebook, wordpress]\n---\nOne badly two.")
        (one,) = findings(run("post.md", host=host, **QUIET))
        assert one.level == "error"


class TestSuppression:
    @pytest.mark.parametrize(
        ("text", "found"),
        [
            pytest.param("<!-- smolint: disable=word -->\nbadly", [], id="used"),
            pytest.param("<!-- smolint: disable-next-line -->\nbadly\n\nbadly", [("word/bad", "badly")], id="one line"),
            pytest.param("<!-- smolint: disable=word/bad -->\nfine", [("suppression/unused", "word/bad")], id="unused"),
            pytest.param(
                "<!-- smolint: disable=word/bda -->\nbadly",
                [("suppression/unused", "word/bda"), ("word/bad", "badly")],
                id="no such rule",
            ),
            pytest.param("<!-- smolint: disable=word/broken -->\nfine", [], id="a rule that does not run now"),
            pytest.param(
                "<!-- smolint: disable=all -->\nfine", [], id="all, which may silence what only the whole run can tell"
            ),
            pytest.param(
                "---\nsmolint: {ignore: [word/bad, source]}\n---\nbadly",
                [("suppression/unused", "source")],
                id="front matter",
            ),
            pytest.param(
                "fine\n\n<!-- smolint: disable-next-line=word -->", [("suppression/unused", "word")], id="at the end"
            ),
        ],
    )
    def test_comments(self, project, host, text, found):
        project("post.md", text)
        (result,) = run("post.md", host=host, **QUIET)
        assert_findings(result.findings, found)
        assert result.suppressed == text.count("badly") - sum(rule == "word/bad" for rule, _ in found)

    def test_the_nearest_rule_is_named(self, project, host):
        project("post.md", "<!-- smolint: disable=word/bda -->\nfine")
        (one,) = findings(run("post.md", host=host, **QUIET))
        assert one.message == "Nothing: word/bda, word/bad."

    def test_unused_ones_are_not_told_when_nobody_asks(self, project, host):
        project("post.md", "<!-- smolint: disable=word/bad -->\nfine")
        assert ids(run("post.md", host=host, ignore=("suppression", "word/broken"))) == []

    def test_corpus_checks_are_silenced_too(self, project, host):
        project("a.md", "<!-- smolint: disable-file=text -->\nthe same")
        project("b.md", "the same")
        assert ids(run(".", host=host, **QUIET)) == []


class TestCorpus:
    def test_findings_that_need_the_whole_run_come_last(self, project, host):
        for name in ("a.md", "b.md"):
            project(name, "the same")
        project("c.md", "badly other")
        results = run(".", host=host, **QUIET)
        assert [(result.path, ids([result])) for result in results] == [
            ("a.md", []),
            ("b.md", []),
            ("c.md", ["word/bad"]),
            ("a.md", ["text/twice"]),
            ("b.md", ["text/twice"]),
        ]
        assert [one.message for one in findings(results)][1:] == ["Said in b.md too.", "Said in a.md too."]

    def test_each_configuration_is_a_corpus_of_its_own(self, project, host):
        project("a/smolint.toml", 'ui-language = "fr"\n')
        for name in ("a/x.md", "a/y.md", "x.md"):
            project(name, "the same")
        results = list(smolint.lint(["."], host=host))
        assert [one.path for one in findings(results) if one.rule == "text/twice"] == ["a/x.md", "a/y.md"]


class TestStreaming:
    def test_the_first_result_is_there_before_the_second_file_is_read(self, project, host):
        for number in range(3):
            project(f"{number}.md", "badly")
        stream = smolint.lint(["."], Config(**QUIET), host=host)
        assert next(stream).path == "0.md"
        Path("1.md").write_text("fine", encoding="utf-8")
        assert next(stream).findings == ()
        Path("2.md").unlink()
        assert list(stream) == []

    def test_a_large_export_gives_results_before_it_is_read_to_its_end(self, project, host):
        read = []

        def items(stream, path):
            for number, line in enumerate(stream):
                read.append(number)
                text = line.decode().strip()
                block = smolint.Block("paragraph", text, (Piece(0, len(text), 0, len(text)),))
                yield smolint.Draft(Source(path, text, number + 1), smolint.Content((block,)), "wxr", index=number)

        project("all.items", "".join(f"badly {number}\n" for number in range(250)))
        parser = smolint.Parser("items", (".items",), stream=items)
        stream = smolint.lint(
            ["all.items"], Config(platform="wordpress", **QUIET), host=replace(host, parsers=(parser,))
        )
        first = next(stream)
        assert first.drafts == len(first.findings) < len(read) < 250
        rest = list(stream)
        assert sum(result.drafts for result in (first, *rest)) == 250
        assert [one.line for one in findings([first, *rest])] == list(range(1, 251))


class TestConfigurations:
    def test_the_nearest_one_holds(self, project, host):
        project("smolint.toml", 'ignore = ["word/broken"]\n')
        project("a/smolint.toml", 'ignore = ["all"]\n')
        for name in ("x.md", "a/x.md"):
            project(name, "badly")
        results = list(smolint.lint(["."], host=host))
        assert {result.path: ids([result]) for result in results} == {"x.md": ["word/bad"], "a/x.md": []}

    def test_one_that_is_given_holds_everywhere(self, project, host):
        project("a/smolint.toml", 'ignore = ["all"]\n')
        project("a/x.md", "badly")
        assert ids(run(".", host=host, **QUIET)) == ["word/bad"]

    def test_the_command_line_changes_each(self, project, host):
        project("a/smolint.toml", 'ignore = ["all"]\n')
        project("a/x.md", "badly")
        adjusted = smolint.lint(
            ["."], session=Session(host, adjust=lambda found: replace(found, ignore=("word/broken",)))
        )
        assert ids(adjusted) == ["word/bad"]

    def test_per_file_ignores(self, project, host):
        project("smolint.toml", 'ignore = ["word/broken"]\n[per-file-ignores]\n"archive/**" = ["word"]\n')
        for name in ("x.md", "archive/x.md"):
            project(name, f"badly {name}")
        assert [one.path for one in findings(smolint.lint(["."], host=host))] == ["x.md"]


@dataclass(frozen=True)
class Limit:
    most: int = 3


def too_many(reading, options):
    count = sum(len(reading.words(block)) for block in reading.draft.blocks)
    if count > options.most:
        yield Mark(Span(0, 0), {"count": count, "most": options.most})


class TestOptions:
    @pytest.fixture
    def host(self, project):
        project(
            ".rules/a/b.yml",
            "extends: too-many\nmessage: '{count} {most}'\nmost: {facebook: 4, social: 3, default: 2}\n",
        )
        checks = {"too-many": Check("too-many", run=too_many, options=Limit)}
        return replace(installed_host(), checks=checks, packs=(project.root / ".rules",))

    @pytest.mark.parametrize(
        ("own", "platform", "most"),
        [
            pytest.param({}, "facebook", "4", id="the rule's own, by name"),
            pytest.param({}, "linkedin", "3", id="the rule's own, by kind"),
            pytest.param({}, "wordpress", "2", id="the rule's own, for all others"),
            pytest.param({"most": 1}, "facebook", "1", id="one value for all"),
            pytest.param({"most": {"linkedin": 1}}, "linkedin", "1", id="one platform"),
            pytest.param({"most": {"linkedin": 1}}, "facebook", "4", id="the others keep the rule's, by name"),
            pytest.param({"most": {"linkedin": 1}}, "wordpress", "2", id="the others keep the rule's, for all others"),
            pytest.param({"most": {"social": 1}}, "facebook", "1", id="a kind"),
        ],
    )
    def test_the_configuration_overrides_a_rule(self, project, host, own, platform, most):
        project("post.md", "one two three four five six")
        (one,) = findings(run("post.md", host=host, platform=platform, rules={"a/b": own} if own else {}))
        assert one.message == f"6 {most}"


class TestPickling:
    def test_drafts_and_results_travel_between_processes(self, project, host):
        from smolint.loading import open_file

        path = project("post.md", "---\ntitle: x\n---\n# One\n\nbadly [a](b) ![c](d.png)\n\n<!-- e -->\n")
        project("same.md", "the same")
        drafts = list(open_file(path, "post.md", host.parsers).drafts)
        assert pickle.loads(pickle.dumps(drafts)) == drafts
        results = run(".", host=host)
        assert any(result.facts for result in results)
        assert pickle.loads(pickle.dumps(results)) == results

    def test_drafts_cannot_be_changed(self, project, host):
        from smolint.loading import open_file

        (draft,) = open_file(project("post.md", "x"), "post.md", host.parsers).drafts
        for value, name in ((draft, "platform"), (draft.blocks[0], "text"), (draft.source, "text")):
            with pytest.raises((AttributeError, TypeError)):
                setattr(value, name, "other")


def test_the_items_of_a_thread_know_each_other(project):
    project("x.tweet", "One badly #a https://x.example\n---\nTwo\n---\nThree")
    (result,) = run("x.tweet")
    assert result.drafts == 3
    assert {one.draft for one in result.findings} <= {0, 1, 2}


def test_a_file_of_a_known_kind_with_other_content_is_told(project):
    project("feed.xml", "<rss><channel/></rss>")
    (result,) = run("feed.xml")
    assert [note.message for note in result.notes] == ["skipped: its content is not what smolint reads in .xml files"]
