from __future__ import annotations

import pytest

from smolint import lint_text


def found(alt: str, platform: str = "wordpress", language: str = "en", name: str = "loaf.jpg"):
    text = f"Bread of the day.\n\n![{alt}](https://example.com/{name})\n"
    findings = lint_text(text, platform=platform, language=language, path="post.md")
    return [(one.rule.removeprefix("image/"), one) for one in findings if one.rule.startswith("image/alt-")]


def rules(*arguments, **more) -> list[str]:
    return [rule for rule, _ in found(*arguments, **more)]


@pytest.mark.parametrize(
    ("platform", "limit", "level"),
    [
        ("twitter", 1000, "error"),
        ("mastodon", 1500, "error"),
        ("bluesky", 2000, "warning"),
        ("instagram", 1000, "warning"),
        ("pinterest", 500, "error"),
        ("linkedin", 1000, "warning"),
        ("threads", 1000, "suggestion"),
        ("facebook", 100, "suggestion"),
        ("wordpress", 200, "suggestion"),
    ],
)
def test_one_character_too_long(platform: str, limit: int, level: str) -> None:
    alt = ("a round loaf " * 200)[: limit - 1] + "e"
    assert found(alt, platform) == []
    ((rule, finding),) = found(alt + "e", platform)
    assert (rule, str(finding.level)) == ("alt-length", level)


@pytest.mark.parametrize(
    ("alt", "expected"),
    [
        pytest.param("A chart of our bread: " + "rye 12 %, spelt 9 %, " * 12, [], id="a chart"),
        pytest.param("Screen shot of a thread: " + "we talk about bread, " * 12, [], id="a screen"),
        pytest.param("Graphique des ventes\u00a0: " + "le seigle 12 %, " * 15, [], id="a French chart"),
        pytest.param("Ada said “" + "our bread takes two days, " * 9 + "”", [], id="a conversation"),
        pytest.param("A long table with " + "a round loaf and " * 14, ["alt-length"], id="a table to sit at"),
        pytest.param("A group of bakers with " + "a round loaf and " * 14, ["alt-length"], id="a scene"),
        pytest.param("Une équipe avec " + "une miche ronde et " * 13, ["alt-length"], id="a French scene"),
    ],
)
def test_facts_that_an_image_shows_may_take_their_words(alt: str, expected: list[str]) -> None:
    assert rules(alt) == expected


@pytest.mark.parametrize("alt", ["photo", "Figure 2", "image", "Screenshot", "Schéma", "logo"])
def test_says_too_little(alt: str) -> None:
    assert rules(alt) == ["alt-length"]


@pytest.mark.parametrize("alt", ["Our cat", "Rust", "Jeanne", "Logo 18F", "Du pain"])
def test_a_name_may_be_all_there_is_to_say(alt: str) -> None:
    assert rules(alt) == []


@pytest.mark.parametrize(
    ("alt", "name"),
    [
        ("IMG_1234", "loaf.jpg"),
        ("DSC01234.JPG", "loaf.jpg"),
        ("PXL_20240505_101010123", "loaf.jpg"),
        ("IMG-20240505-WA0001", "loaf.jpg"),
        ("Screenshot 2024-05-05 at 10.20.11", "loaf.jpg"),
        ("Capture d’écran 2024-05-05 à 10.20.11", "loaf.jpg"),
        ("WhatsApp Image 2024-05-05 at 10.20.11", "loaf.jpg"),
        ("loaf.jpg", "loaf.jpg"),
        ("rye_loaf", "rye_loaf.jpg"),
        ("the-round-loaf", "the-round-loaf.jpg"),
        ("my loaf.jpg", "my%20loaf.jpg"),
        ("68747470733a2f2f662e636c6f75", "loaf.jpg"),
    ],
)
def test_the_name_of_a_file(alt: str, name: str) -> None:
    ((rule, finding),) = found(alt, name=name)
    assert (rule, str(finding.level), finding.text) == ("alt-is-file-name", "warning", alt)


@pytest.mark.parametrize(
    ("alt", "name"),
    [
        ("loaf", "loaf.jpg"),
        ("rye-bread", "rye-bread.jpg"),
        ("The window of Gimp with loaf.jpg", "window.png"),
        ("Photo 51, by Rosalind Franklin", "photo51.jpg"),
        ("Screenshot of the new order form", "screenshot.png"),
        ("2024", "2024.png"),
    ],
)
def test_words_that_also_name_the_file(alt: str, name: str) -> None:
    assert rules(alt, name=name) == []


@pytest.mark.parametrize(
    ("language", "alt", "better", "safe"),
    [
        ("en", "An image of a rye loaf", "A rye loaf", "safe"),
        ("en", "picture of James Scott", "James Scott", "safe"),
        ("en", "Photo of the oven", "The oven", "unsafe"),
        ("fr", "Image d’une miche de seigle", "Une miche de seigle", "safe"),
        ("fr", "Photo du nouveau four", "Le nouveau four", "unsafe"),
        ("fr", "photo des boulangers", "les boulangers", "unsafe"),
        ("fr", "Une photo de la terrasse", "La terrasse", "unsafe"),
        ("fr", "Image de l’enseigne", "L’enseigne", "safe"),
    ],
)
def test_announces_what_is_known(language: str, alt: str, better: str, safe: str) -> None:
    ((rule, finding),) = found(alt, language=language)
    assert (rule, str(finding.level)) == ("alt-is-file-name", "suggestion")
    assert finding.fix is not None
    assert (finding.fix.edits[0].content, finding.fix.applicability) == (better, safe)
    assert rules(better, language=language) == []


@pytest.mark.parametrize(
    ("language", "alt"),
    [
        ("en", "Picture of the year, by Jeanne"),
        ("en", "Image editor with two layers"),
        ("en", "Photographers on the quay"),
        ("fr", "Photo de famille devant le four"),
        ("fr", "Image de marque de la boulangerie"),
        ("fr", "Photographe sur le quai"),
    ],
)
def test_not_announced(language: str, alt: str) -> None:
    assert rules(alt, language=language) == []
