"""What Yoast SEO and Rank Math keep about keyphrases, as an export holds it, and the findings that stand there."""

import pytest

from smolint import lint_text
from smolint.checks.search_fields import is_cornerstone, keyphrase_field
from wordpress.made import export, item, stream


def meta(**values):
    return "".join(
        f"<wp:postmeta><wp:meta_key>{key}</wp:meta_key><wp:meta_value><![CDATA[{value}]]></wp:meta_value></wp:postmeta>\n"
        for key, value in values.items()
    )


def draft_with(**values):
    return stream(export(item(more=meta(**values))))[0]


@pytest.mark.parametrize(
    ("key", "written", "name", "phrases"),
    [
        pytest.param(
            "_yoast_wpseo_keywordsynonyms",
            '["miche, boule",""]',
            "keyphrase-synonyms",
            ["miche", "boule"],
            id="synonyms",
        ),
        pytest.param(
            "_yoast_wpseo_focuskeywords",
            '[{"keyword":"farine","score":"good"},{"keyword":"four à bois","score":41}]',
            "related-keyphrases",
            ["farine", "four à bois"],
            id="related keyphrases",
        ),
        pytest.param("_yoast_wpseo_keywordsynonyms", '["",""]', "keyphrase-synonyms", [], id="no synonym"),
        pytest.param("_yoast_wpseo_focuskeywords", "[]", "related-keyphrases", [], id="no related keyphrase"),
        pytest.param("_yoast_wpseo_focuskeywords", '[{"keyword":', "related-keyphrases", [], id="broken JSON"),
        pytest.param("_yoast_wpseo_focuskeywords", "12", "related-keyphrases", [], id="no list"),
        pytest.param("_yoast_wpseo_focuskeywords", '[{"keyword":3}, 4]', "related-keyphrases", [], id="no texts"),
        pytest.param("_yoast_wpseo_keywordsynonyms", "[" * 99_999, "keyphrase-synonyms", [], id="nested too deep"),
    ],
)
def test_phrases_of_yoast(key, written, name, phrases):
    draft = draft_with(**{key: written})
    field = dict(draft.fields)[name]
    assert field.value == phrases
    assert [draft.source[child.span] for _, child in field.children] == phrases


def test_a_phrase_that_json_escapes_stands_at_the_whole_value():
    draft = draft_with(_yoast_wpseo_focuskeywords='[{"keyword":"p\\u00e2te"}]')
    field = draft.field("related-keyphrases")
    assert field.value == ["pâte"]
    assert draft.source[field.children[0][1].span] == '[{"keyword":"p\\u00e2te"}]'


@pytest.mark.parametrize(
    "values",
    [{"_yoast_wpseo_is_cornerstone": "1"}, {"rank_math_pillar_content": "on"}],
    ids=["Yoast's cornerstone", "Rank Math's pillar"],
)
def test_a_cornerstone(values):
    assert is_cornerstone(draft_with(**values))
    assert not is_cornerstone(draft_with(_yoast_wpseo_focuskw="pain"))


@pytest.mark.parametrize("key", ["_yoast_wpseo_focuskw", "rank_math_focus_keyword"])
def test_a_keyphrase_that_the_text_never_uses(key):
    text = export(item(body="<![CDATA[<p>Our loaves keep for a week.</p>]]>", more=meta(**{key: "rye bread"})))
    assert keyphrase_field(stream(text)[0]).value == "rye bread"
    found = lint_text(text, platform="wordpress", path="export.xml")
    assert [(one.rule, one.text) for one in found if "keyphrase" in one.rule] == [
        ("seo/keyphrase-density", "rye bread")
    ]


def test_rank_math_keeps_the_focus_first_and_related_phrases_after_it():
    text = export(
        item(
            title="Rye bread",
            body="<![CDATA[<p>Rye bread keeps for a week.</p>]]>",
            more=meta(rank_math_focus_keyword="rye bread, wheat flour"),
        )
    )
    found = [one for one in lint_text(text, platform="wordpress", path="export.xml") if "keyphrase" in one.rule]
    assert [(one.rule, one.text) for one in found] == [("seo/keyphrase-density", "wheat flour")]
