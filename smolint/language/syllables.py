"""Syllables of English and French words, counted by their letters and a short list of exceptions."""

from __future__ import annotations

import re
from functools import cache, lru_cache

_KEPT_WORDS = 20_000
_LONGEST_SPELT_OUT = 5


_PARTS = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*'?")
_VOWELS = re.compile(r"[aeiouyàáâäåèéêëìíîïòóôöùúûüýÿœæ]+")


@lru_cache(maxsize=_KEPT_WORDS)
def syllables(word: str, language: str) -> int:
    """How many syllables a word has; parts joined by hyphens are counted apart.

    English letters are read for `"en"`, French ones for `"fr"`; any other language counts its groups of vowels. Every
    word has at least one, a figure too, but a French elided word (« l’ ») has none of its own.
    """
    count = {"en": _english, "fr": _french}.get(language, _vowel_groups)
    parts = _PARTS.findall(word.lower().replace("’", "'"))
    return sum(map(count, parts)) if parts else 1


def _vowel_groups(word: str) -> int:
    return len(_VOWELS.findall(word)) or 1


# --- English ---------------------------------------------------------------------------------------------------------

_EN_SILENT = re.compile(
    r"[^aeiouy]e\Z(?<![^aeiouyrl]le)|[gq]ues?\Z|[^aeiouysxzcg]es\Z(?<![^aeiouyrl]les)(?<!shes)(?<!ches)|"
    r"[^aeiouytd]ed\Z(?<![^aeiouyrl]led)|[aeiouy][^aeiouy]{1,2}e(?=(?:ly|less|ness|ment|ments|ful|fully|some)\Z)|"
    r"(?:hom|stak|guid|fram|scor|not|lif|som|whit|sid|bas|tim|lin|plac|fac|mak|hous|nam|cas|cod|wher|ther)e"
    r"(?=[bcdfghklmnpstvwy][a-z]{2})|safe(?=ty)|i(?=cally\Z)"
)
_EN_APART = re.compile(
    r"i[ao]|iu|e(?:o(?!u)|u[ms])|u[ao]|[aeiouy](?=ing)|[iy](?=est\Z)|i(?=e[rt])|i(?=ence|ent)|[aeou]y[ao]|"
    r"sms?\Z|[^aeiouyr]n't\Z|(?<=cr)ea(?=t(?:e|i[ov]|o))|(?<=th)ea(?=t)|rea(?=l[il](?!l)|ct)"
)
_EN_TOGETHER = re.compile(
    r"[tscgx]i(?:o[nu]|a[ln]|e[n])|g[ue][ao]|qu[ao]|geo[nu]|l?lia[rn]|nion|lion|[vn]ior|ua(?=[rg])|\Apeo|shion"
)
_EN_ENDING = re.compile(r"'(?:s|re|ve|d|ll|m)\Z")


def _english(word: str) -> int:
    word = _EN_ENDING.sub("", word)
    known = _english_exceptions().get(word)
    if known:
        return known
    groups = len(_VOWELS.findall(word))
    if not groups:
        return _spelt_out(word)
    apart = len(_EN_APART.findall(word)) - len(_EN_TOGETHER.findall(word))
    return max(1, groups - len(_EN_SILENT.findall(word)) + apart)


def _spelt_out(word: str) -> int:
    """Letters without a vowel are named one by one (HTML, PR); "w" alone has three syllables."""
    return len(word) + 2 * word.count("w") if 1 < len(word) <= _LONGEST_SPELT_OUT else 1


@cache
def _english_exceptions() -> dict[str, int]:
    """Frequent words that the rules above miscount."""
    return {word: count for count, words in _EN_EXCEPTIONS.items() for word in words.split()}


_EN_EXCEPTIONS = {
    1: "tier tiers hired",
    2: "th mr mrs dr ok ui uk eu maybe science layer layers someone anyone business really prayer ryan noah being "
    "embed solely likewise fashion elsewhere wherever every something",
    3: "api usa cio epa idea ideas area areas employee employees everything everyone everywhere wherever businesses "
    "etc compliance compliant creating elements element entire taxpayer taxpayers apache valuable "
    "employer employers iphone various",
    4: "apis presidential initiative california intuitive initiatives january february everybody efficiency sqlite",
}


# --- French ----------------------------------------------------------------------------------------------------------


_FR_SILENT = re.compile(r"(?<=[^aeiouyàâäéèêëîïôöùûü])es?\Z|(?<=[gq])ues?\Z")
_FR_APART = re.compile(
    r"é(?=[aàâiîouéè])|[aeo](?=[éè])|[aou](?=[ïëü])|[aeou]y(?=[aeéèiou])|[bcdfgptv][lr]i(?=[aeoéèê](?!s?\Z))|"
    r"co(?=o[pr])|a(?=o[rs])|(?<=\A[pr])ay(?=s)|\bpay(?=s)"
)
_FR_VERB_ENDING = re.compile(r"[^aeiouyàâäéèêëîïôöùûü]ent\Z")
# Verbs whose stem ends in m: « ils forment », beside all the nouns and adverbs in « -ment ».
_FR_VERB_IN_MENT = re.compile(
    r"(?:aim|form|[nr]omm|somm|firm|estim|prim|dorm|anim|arm|filtr?m|ferm|crim|ram|blâm|clam|gramm|entam|assum|résum|"
    r"allum|fum|parfum)ent\Z"
)
_FR_SPOKEN_ENT = re.compile(
    r"(?:ment|\A(?:c|v|l|d|g)ent|(?:pour|ré|inno|ac|dé|ad[ao]les|éverves|con?vales|effervess?)cent|escent|souvent|"
    r"couvent|avent|évent|paravent|auvent|ab?sent|présent|consent|talent|[oub]lent|cellent|valent|polyvalent|"
    r"content|contingent|latent|patent|intent|étent|mittent|[st]istent|potent|(?:acc|inc|rés|prés|occ|diss|conf|"
    r"év|str)ident|(?:c|pr|r|arr|imp)[aeu]dent|ardent|(?:ar|a|ur|lli|ili|ré|exi|contin|conver|diver|indi|astrin|"
    r"tan|entre)gent|(?:pa|appa|nspa|diffé|cohé|inhé|adhé|cur|tor|réfé)rent|[eé]quent|loquent|fluent|gluent)\Z"
)


def _french(word: str) -> int:
    if word.endswith("'"):
        return 0
    groups = len(_VOWELS.findall(word.replace("qu'", "q'")))
    if not groups:
        return _spelt_out(word)
    silent = _FR_SILENT.search(word) is not None or _silent_plural(word)
    return max(1, groups + len(_FR_APART.findall(word)) - silent)


def _silent_plural(word: str) -> bool:
    """Whether a final « -ent » is the silent ending of a verb (« ils parlent »), not that of « souvent »."""
    if _FR_VERB_ENDING.search(word) is None:
        return False
    return _FR_VERB_IN_MENT.search(word) is not None or _FR_SPOKEN_ENT.search(word) is None
