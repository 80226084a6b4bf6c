"""What a Mastodon server allows: its own limit, and the content warning that counts with the body."""

from __future__ import annotations

import pytest

from smolint import ConfigError, lint, lint_text

WARNING = "Une longue histoire de pain"


def over_limit(findings):
    return [(each.text, each.message) for each in findings if each.rule == "length/over-limit"]


def on_server(folder, setting, text):
    (folder / "smolint.toml").write_text(f"[mastodon]\nmax-characters = {setting}\n", encoding="utf-8")
    (folder / "post.mastodon.txt").write_text(text, encoding="utf-8")
    return over_limit(finding for result in lint([folder]) for finding in result.findings)


def warned(field, body):
    text = f"---\n{field}: {WARNING}\n---\n\n{body}"
    return over_limit(lint_text(text, platform="mastodon", path="post.md"))


def test_a_server_that_allows_more_is_taken_at_its_word(tmp_path):
    assert on_server(tmp_path, 1000, "a" * 1000) == []
    ((surplus, message),) = on_server(tmp_path, 1000, "a" * 1002)
    assert surplus == "aa"
    assert "1,000" in message


def test_so_is_one_that_allows_less(tmp_path):
    assert [text for text, _ in on_server(tmp_path, 100, "a" * 101)] == ["a"]


@pytest.mark.parametrize("setting", ["0", '"500"', "true", "1.5"])
def test_a_limit_is_a_whole_number(tmp_path, setting):
    with pytest.raises(ConfigError, match="max-characters"):
        on_server(tmp_path, setting, "a")


@pytest.mark.parametrize("field", ["cw", "content_warning", "content-warning", "spoiler_text"])
def test_the_content_warning_takes_room_from_the_body(field):
    assert warned(field, "a" * (500 - len(WARNING))) == []
    ((surplus, message),) = warned(field, "a" * (502 - len(WARNING)))
    assert surplus == "aa"
    assert "502" in message


@pytest.mark.parametrize("field", ["summary", "title"])
def test_other_fields_take_no_room(field):
    assert warned(field, "a" * 500) == []


def test_a_content_warning_that_leaves_no_room_is_what_is_marked():
    ((marked, _),) = over_limit(lint_text(f"---\ncw: {'b' * 501}\n---\n\na", platform="mastodon", path="post.md"))
    assert marked == "b" * 200


@pytest.mark.parametrize("value", ["true", "[a, b]", '""', "12"])
def test_a_content_warning_that_is_no_text_does_not_count(value):
    text = f"---\ncw: {value}\n---\n\n{'a' * 500}"
    assert over_limit(lint_text(text, platform="mastodon", path="post.md")) == []
