from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.made import made, marked
from smolint.check import NoOptions
from smolint.checks.fancy_letters import fancy_letters, plain_letters


def marks(reading):
    return list(fancy_letters(reading, NoOptions()))


def found(reading):
    return marked(reading, marks(reading))


@pytest.mark.parametrize(
    ("text", "run", "plain"),
    [
        pytest.param("𝗙𝗿𝗲𝘀𝗵 bread", "𝗙𝗿𝗲𝘀𝗵", "Fresh", id="bold"),
        pytest.param("A 𝘷𝘦𝘳𝘺 𝘨𝘰𝘰𝘥 loaf", "𝘷𝘦𝘳𝘺 𝘨𝘰𝘰𝘥", "very good", id="italic, two words in one run"),
        pytest.param("𝓣𝓱𝓮 𝓸𝓿𝓮𝓷, 𝓷𝓸𝔀!", "𝓣𝓱𝓮 𝓸𝓿𝓮𝓷, 𝓷𝓸𝔀", "The oven, now", id="cursive with a comma"),
        pytest.param("𝔹𝕣𝕖𝕒𝕕 and ℍ𝕠𝕥", "𝔹𝕣𝕖𝕒𝕕", "Bread", id="first of two double-struck words"),
        pytest.param("ⓑⓡⓔⓐⓓ", "ⓑⓡⓔⓐⓓ", "bread", id="circled"),
        pytest.param("⒝⒭⒠⒜⒟", "⒝⒭⒠⒜⒟", "bread", id="in brackets"),
        pytest.param("🄱🅁🄴🄰🄳", "🄱🅁🄴🄰🄳", "BREAD", id="squared"),
        pytest.param("🅑🅡🅔🅐🅓", "🅑🅡🅔🅐🅓", "BREAD", id="filled circles"),
        pytest.param("Ｂｒｅａｄ １２", "Ｂｒｅａｄ １２", "Bread 12", id="full-width"),
        pytest.param("ʙʀᴇᴀᴅ ᴏɴ sale", "ʙʀᴇᴀᴅ ᴏɴ", "bread on", id="small capitals"),
        pytest.param("ᵐᵉʳᶜⁱ beaucoup", "ᵐᵉʳᶜⁱ", "merci", id="raised letters"),
        pytest.param("𝟮𝟬𝟮𝟲 is here", "𝟮𝟬𝟮𝟲", "2026", id="digits"),
        pytest.param("𝗕 𝗥 𝗘 𝗔 𝗗", "𝗕 𝗥 𝗘 𝗔 𝗗", "B R E A D", id="letters set apart"),
        pytest.param("𝐋𝐞\u00a0𝐩𝐚𝐢𝐧\u202f!", "𝐋𝐞\u00a0𝐩𝐚𝐢𝐧", "Le\u00a0pain", id="no-break spaces stay"),
    ],
)
def test_marks_the_run_as_a_whole_and_offers_plain_letters(text, run, plain):
    reading = made(text)
    assert found(reading)[0] == run
    fix = marks(reading)[0].fix
    assert fix.safe
    assert [edit.content for edit in fix.edits] == [plain]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Let 𝑓 : ℝ → ℝ and 𝑎𝑏𝑐 = 𝑥² + ½", id="a formula"),
        pytest.param("ℕ ℤ ℚ ℝ ℂ", id="sets of numbers"),
        pytest.param("𝑥 and 𝑦", id="variables"),
        pytest.param("22 ℃, № 3, 2 ℓ, 5 Ω, ™ and ©", id="signs that look like letters"),
        pytest.param("1ˢᵗ, Mˡˡᵉ, XVIᵉ, 3ⁱᵉᵐᵉ, x² and H₂O", id="raised endings"),
        pytest.param("① mix ② knead ⓐ bake Ⓜ️ 🅰️ 🅱️", id="single enclosed letters and numbers"),
        pytest.param("ﬁne œuvre, Æsir, ﬂour", id="ligatures"),
        pytest.param("ＡＢＣマート は ＮＨＫ です", id="full-width letters in Japanese"),
        pytest.param("🇫🇷 🇧🇪 🆗 🆕", id="flags and signs"),
        pytest.param("Say /ʁɪˈnɪ/ or [ʙʀə]", id="phonetic script"),
        pytest.param("Été à Noël, Łódź, Ελλάδα, Москва", id="other alphabets"),
    ],
)
def test_leaves_alone(text):
    assert found(made(text)) == []


def test_reads_the_title_too():
    assert found(made("Bread.", title="𝗙𝗿𝗲𝘀𝗵 bread")) == ["𝗙𝗿𝗲𝘀𝗵"]


def test_code_is_left_alone():
    assert found(made("Write 𝗙𝗿𝗲𝘀𝗵 so", code=((6, 11),))) == []


@given(st.text(alphabet=st.characters(max_codepoint=0x24F)))
def test_ordinary_letters_stay_as_they_are(text):
    assert plain_letters(text) == text
    assert found(made(text or "x")) == []
