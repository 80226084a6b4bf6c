"""Whether a sentence asks: its last marks, with what writers put after them left aside."""

from __future__ import annotations

from smolint.late_pattern import late_pattern

_QUESTION_MARKS = "?？⁇⁈⁉‽¿؟⸮❓❔"
_ASKING = frozenset(_QUESTION_MARKS)
_MARKS = rf"{_QUESTION_MARKS}!！‼❗❕.…"
_EMOJI = (
    "\U0001f000-\U0001faff\u2190-\u21ff\u231a-\u23ff\u25a0-\u2752\u2756\u2758-\u27bf\u2b00-\u2bff\u3030\u303d"
    "\u3297\u3299\U000e0020-\U000e007f\ufe0e\ufe0f\u200d©®™"
)
# The patterns read the sentence backwards, so that they start at its end and stay linear.
_EMOTICON = r"[)(DPp][-']?[:;=](?=[\s?!])|3<(?=[\s?!])"
_KEYCAP = r"\u20e3\ufe0f?[0-9#*]"
_ASIDE = late_pattern(rf"(?:{_EMOTICON}|{_KEYCAP}|[\s\u200b\u2060\ufeff\"'“”„’‘«»‹›)\]}}>*_~`^{_EMOJI}])*+")
_END_MARKS = late_pattern(rf"[\s\ufe0f{_MARKS}]*+")
_LONE_FULL_STOP = late_pattern(r"\s*\.(?![\s.…])")
# Openers right before the marks: "(?)" and « ? » speak of doubt or of the mark itself.
_OPENERS = "([«“"


def is_question(sentence: str) -> bool:
    """Whether the sentence ends in a question mark, French or English, ASCII, full-width or emoji (❓).

    Quotes, brackets, guillemets, emoji, emoticons, white space, an ellipsis or exclamation marks may follow the mark. A
    doubt in brackets "(?)", a reported question closed by a full stop (« … ? ».) and the "?" inside a URL ask nothing.
    """
    backwards = sentence[::-1]
    aside = _ASIDE.match(backwards)
    place = aside.end() if aside else 0
    marks = _END_MARKS.match(backwards, place)
    if marks is None or _ASKING.isdisjoint(marks[0]) or _LONE_FULL_STOP.match(marks[0]):
        return False
    before = backwards[marks.end() : marks.end() + 1]
    return not (before and before in _OPENERS and place > 0)
