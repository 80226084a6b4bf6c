"""The width of text in pixels, as a results page sets its titles: Arial, at 20 pixels.

The advance widths are those of Arimo, which was drawn to have the metrics of Arial (see NOTICE). Kerning is left
out: it moves the end of a title by a pixel or two.
"""

from __future__ import annotations

import unicodedata
from functools import cache

TITLE_SIZE = 20
"""The size of a title on Google's result pages for wide screens, in pixels."""

_EM = 2048
_AVERAGE = 1139
"""The width of most lower-case letters and of all figures, taken for letters that the table does not have."""

_ADVANCES = """
342 ⁄
384 ′
391 '
455 ijlįĵĺļłſΐίιϊіј‘’‚
532 |¦
569 !,./:;I[\\]ftÌÍÎÏìíîïĨĩĪīĬĭĮİıţŧț·ΙΪІЇї
571 ƒ
597 ľ
682 ()-`r¡¨²³´·¸¹ŕŗř‐“”„‹›
684 {}ŀ
717 •
725 ″
727 "
747 гѓ
748 º
758 ª
768 ť
786 Ί
797 *
809 τ
819 °
896 кќ
903 ζ
909 ĳ
913 έε
917 ξ
938 т
939 з
961 ^
987 ς
1024 JcksvxyzçýÿćĉċčĴķĸśŝşšŷźżžșγκλνЈсухѕў
1045 эє
1067 чь
1075 χ
1088 в
1100 ¶
1109 ЃГпя
1120 ΰυϋύ
1124 ±÷
1128 Γ
1130 џ
1131 ¯н
1139 #$0123456789?L_abdeghnopqu¢£¤¥§«»àáâãäåèéêëðñòóôõöùúûüþāăąđēĕėęěĝğġģĥħĹĻĽĿŁńņňŋōŏőũūŭůűųήηθοόаеорѐёђћ–†€
1140 δ
1144 ийѝ
1165 ρ
1173 бц
1178 β
1180 µμ
1184 άα
1193 ЌК
1195 дл
1196 +<=>~¬×−
1237 ŉЗ
1251 FTZ¿ßøŢŤŦŹŻŽȚΖΤТ
1259 ď
1264 σ
1266 Σ
1280 ъ
1301 ЎУ
1328 φ
1331 Ξ
1344 БЛЬ
1365 Ч
1366 &ABEKPSVXYÀÁÂÃÄÅÈÉÊËÝÞĀĂĄĒĔĖĘĚĶŚŜŞŠŶŸȘΑΒΕΚΡΥΧΫЀЅАВЕРХ
1367 ΆЁ
1368 ΔΛ
1370 ж
1387 Д
1408 м
1413 π
1439 ẞ
1460 ψ
1472 ЄЍЏИЙПЭы
1479 CDHNRUwÇÐÑÙÚÛÜĆĈĊČĎĐĤĦŃŅŇŔŖŘŨŪŬŮŰŲŵΗΝΠНСЯ
1481 Ŋ
1505 Ĳ
1509 ©®
1515 Ц
1531 Ω
1536 ю
1541 Ώ
1557 Ф
1586 Ό
1593 GOQÒÓÔÕÖØĜĞĠĢŌŎŐΘΟО
1599 ωώ
1606 Έ
1621 Ъ
1634 Φ
1643 ш
1664 њ
1685 фщ
1706 MmΜМ
1708 ¼½¾
1711 Ψ
1716 Ή
1749 Ћ
1752 Ύ
1771 Ђ
1813 Ы
1821 %æ
1856 љ
1877 Ш
1891 Ж
1920 Щ
1933 WœŴ
2048 ÆŒ—…™
2069 ЊЮ
2079 @
2165 Љ
2197 №
"""
"""By line: an advance width, in 1/2048 of the size, and the characters that have it; from Arimo 5.3 (Regular)."""


@cache
def _advances() -> dict[str, int]:
    rows = (line.split(" ") for line in _ADVANCES.strip().splitlines())
    table = {character: int(width) for width, characters in rows for character in characters}
    return table | dict.fromkeys(" \u00a0", 569) | {"\u202f": 410, "\u2009": 410}


def _advance(character: str) -> int:
    known = _advances().get(character)
    if known is not None:
        return known
    if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return _EM if unicodedata.east_asian_width(character) in "WF" else _AVERAGE


def pixel_width(text: str, size: float = TITLE_SIZE) -> float:
    """How wide a line of text is, in pixels, in Arial of that size.

    Characters outside of the table (Latin, Greek, Cyrillic, punctuation): Chinese, Japanese and Korean ones and emoji
    are as wide as the size, marks that combine take nothing, all others are as wide as most lower-case letters.
    """
    return sum(map(_advance, unicodedata.normalize("NFC", text))) * size / _EM


def fitting(text: str, pixels: float, size: float = TITLE_SIZE) -> int:
    """How many of the text's first characters (code points) fit into so many pixels."""
    room = pixels * _EM / size
    for index, character in enumerate(text):
        room -= _advance(character)
        if room < 0:
            return index
    return len(text)
