import pytest
from hypothesis import given
from hypothesis import strategies as st

from smolint.language.questions import is_question

_QUESTIONS = {
    "ASCII mark": "Which bread do you miss most?",
    "no-break space before": "Et vous\u00a0?",
    "narrow no-break space before": "Et vous\u202f?",
    "guillemets": "«\u00a0Tu viens\u202f?\u00a0»",
    "curly quotes": "“Why?”",
    "quote in a quote": "She asked, “Who said ‘why?’”",
    "brackets": "(Vraiment ?)",
    "interrobang typed": "Really?!",
    "marks the other way round": "Quoi !?",
    "spaced marks": "Vraiment ? !",
    "many marks": "Hein ???",
    "ellipsis before": "Alors…?",
    "ellipsis after": "Tu viens ?…",
    "dots after": "Tu viens ?...",
    "Spanish": "¿Vienes?",
    "full width": "行く？",
    "exclamation question emoji": "Quoi ⁉️",
    "interrobang": "What‽",
    "question emoji": "On y va ❓",
    "emoji after": "On y va ? 🎉🎉",
    "family emoji": "Who is in? 👩‍👩‍👧",
    "flag": "Who is in? 🇫🇷",
    "skin tone": "Who is in? 👍🏽",
    "keycap": "Combien ? 1️⃣",
    "heart": "On se dit ça ? ❤️",
    "region flag": "Who is in? \U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
    "spaces after": "Ready? \u00a0\u202f ",
    "emoticon": "Ça va ? :)",
    "winking emoticon": "Ready? ;-)",
    "heart emoticon": "Ready? <3",
    "emphasis marks": "**Why?**",
    "after a web address": "Have you read https://example.com?",
    "the mark alone": "?",
}
_STATEMENTS = {
    "full stop": "Our bread is good.",
    "exclamation": "Wow!",
    "no mark": "Fin 😀",
    "doubt in brackets at the end": "Il est ravi (?)",
    "doubt in brackets inside": "Il est ravi (?) ce soir.",
    "the mark itself quoted": "Finissez par «\u00a0?\u00a0»",
    "query of a web address": "https://example.com/?page=2",
    "reported question": "Il a demandé « Tu viens ? ».",
    "question inside": "Tu viens ? dit-il.",
    "ternary": "a ? b : c",
    "colon": "Une question :",
    "nothing": "",
    "emoji only": "🎉",
    "Greek-looking semicolon": "Oui ;",
}


@pytest.mark.parametrize("sentence", [pytest.param(text, id=name) for name, text in _QUESTIONS.items()])
def test_questions_are_recognised(sentence):
    assert is_question(sentence)


@pytest.mark.parametrize("sentence", [pytest.param(text, id=name) for name, text in _STATEMENTS.items()])
def test_statements_are_not(sentence):
    assert not is_question(sentence)


@given(st.text())
def test_a_text_without_any_question_mark_never_asks(text):
    marks = "?？⁇⁈⁉‽¿؟⸮❓❔"
    assert not is_question("".join(character for character in text if character not in marks))


@given(st.text(st.characters(categories=["Ll", "Lu"]), min_size=1))
def test_a_word_and_a_mark_always_ask(word):
    assert is_question(f"{word} ?")
