"""Syllables of English and French words, counted by their letters and a short list of exceptions."""

from __future__ import annotations

from functools import cache, lru_cache

from smolint.late_pattern import late_pattern

_KEPT_WORDS = 20_000
_LONGEST_SPELT_OUT = 5


_PARTS = late_pattern(r"[^\W\d_]+(?:'[^\W\d_]+)*'?")
_VOWELS = late_pattern(r"[aeiouyàáâäåèéêëìíîïòóôöùúûüýÿœæ]+")


@lru_cache(maxsize=_KEPT_WORDS)
def syllables(word: str, language: str) -> int:
    """How many syllables a word has; parts joined by hyphens are counted apart.

    English letters are read for `"en"`, French ones for `"fr"`; any other language counts its groups of vowels. Every
    word has at least one, a figure too, but a French elided word (« l’ ») has none of its own.
    """
    count = {"en": _english, "fr": _french}.get(language, _vowel_groups)
    parts = _PARTS.findall(word.lower().replace("’", "'"))
    if not parts:
        return 1
    joined = sum(_FR_SPOKEN_BEFORE_HYPHEN.search(part) is not None for part in parts[:-1]) if language == "fr" else 0
    return sum(map(count, parts)) + joined


def _vowel_groups(word: str) -> int:
    return len(_VOWELS.findall(word)) or 1


# --- English ---------------------------------------------------------------------------------------------------------

_EN_SILENT = late_pattern(
    r"[^aeiouy]e\Z(?<![^aeiouyrl]le)|[gq]ues?\Z|[^aeiouysxzcg]es\Z(?<![^aeiouyrl]les)(?<!shes)(?<!ches)|"
    r"[^aeiouytd]ed\Z(?<![^aeiouyrl]led)|[aeiouy][^aeiouy]{1,2}e(?=(?:ly|less|ness|ment|ments|ful|fully|some)\Z)|"
    r"(?:trad|pip|mil|lik|hom|stak|guid|fram|scor|not|lif|som|whit|sid|bas|tim|lin|plac|fac|mak|hous|nam|cas|cod|wher|ther)e"
    r"(?=[bcdfghklmnpstvwy][a-z]{2})|safe(?=ty)|i(?=cally\Z)"
)
_EN_APART = late_pattern(
    r"i[ao]|iu|e(?:o(?!u)|u[ms])|u[ao]|[aeiouy](?=ing)|[iy](?=est\Z)|i(?=e[rt])|i(?=ence|ent)|(?<=[ufhtw])i(?=re(?:[sd]?|ly)\Z)|[bgt]l(?=ing\Z)|co(?=ord)|[aeou]y[ao]|"
    r"(?:s|th)ms?\Z|[^aeiouyr]n't\Z|(?<=cr)ea(?=t(?:e|i[ov]|o))|(?<=th)ea(?=t)|rea(?=l[il](?!l)|ct)"
)
_EN_TOGETHER = late_pattern(
    r"(?:[tsgx]|(?<!\As)c)i(?:o[nu]|a[ln]|e[n])|g[ue][ao](?!gr|m)|qu[ao]|geo[nu]|l?lia[rn]|nion|lion|[vn]ior|ua(?=[rg])|\Apeo|shion"
)
_EN_ENDING = late_pattern(r"'(?:s|re|ve|d|ll|m)\Z")


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
    1: "tier tiers",
    2: "th mr mrs dr mt st ok ui uk eu ip maybe layer layers someone business really prayer ryan noah leah joanne "
    "being embed likewise fashion elsewhere something our ours hour hours several hundred evening interest "
    "interests buyer buyers player players myers giant giants jorge jesse jared stuart chaos argue andre naive "
    "wednesday theory julia aspire inspire inspires iceberg foremost forecast widespread safeguard",
    3: "api usa cio epa fbi irs cpu cfo url urls idea ideas area areas employee employees everything everyone "
    "everywhere businesses compliance compliant creating elements element entire taxpayer taxpayers apache "
    "valuable employer employers iphone various every everyday anyone interested interesting especially "
    "differently desire desires desired inspired aspiring inspiring simpler ourselves solely recovery convenient "
    "convenience leveraging moreover visually visualize oasis proactive diego ariel influence usefulness "
    "behaviour whoever beforehand diagram forecasting nuclear headquarters gatekeeper wherever",
    4: "apis etc initiative california intuitive initiatives january february everybody efficiency sqlite inquiries "
    "invaluable european requiring genuinely technically physically critically manageable laboratory ambiguous "
    "algebraic coalition proactively visualizing spontaneous knowledgeable elementary presidential",
    5: "historically visualization minneapolis inefficiencies technologically",
    6: "simultaneously extraordinary periodically",
}


# --- French ----------------------------------------------------------------------------------------------------------


_FR_SILENT = late_pattern(r"(?<=[^aeiouàâäéèêëîïôöùûü])es?\Z|(?<=[gq])ues?\Z")
_FR_APART = late_pattern(
    r"é(?=[aàâiîouéè]|en(?!t\Z)|e(?:l|ss|z\Z|r\Z))|[aeo](?=[éè])|[ao](?=[ïëü])|(?<!g)u(?=[ïëü])|[aeou]y(?=[aeéèiou])|"
    r"[bcdfgptv][lr]i(?=[aoéèê]|e(?!s?\Z|r[aio]))|[bcdfgptv][lr]o?u(?=[aéèo]|e(?!s?\Z|nt\Z|r[aio]))|blou(?=i)|"
    r"flu(?=ent\Z)|co(?=o[pr]|e[fx])|o(?=a|o\Z)|a(?=o[rs])|(?<=\A[pr])ay(?=s)|\bpay(?=s)"
)
# Before « -ent »: a consonant, or a vowel that was counted apart from it (« ils crient »); « ils étudient » was not.
_FR_MAY_BE_VERB = late_pattern(r"(?:[^aeiouàâäéèêëîïôöùûü]|[gq]u|(?:cr|[ou]bl|pr|p+l|tr)i)ent\Z")
_FR_SPOKEN_BEFORE_HYPHEN = late_pattern(r"(?:[bcdfgptv][lr]|(?:l(?!l)|r|s(?!s))(?:[bcdfgklmnpstvz]|qu))es?\Z")
# Words whose final « -ent » is spoken; in all others that do not end in « -ment » it is the silent ending of a verb.
_FR_SPOKEN_ENT = (
    "cent adjacent accent réticent innocent pourcent décent indécent récent accident occident incident confident "
    "trident strident dissident résident président évident chiendent ardent impudent prudent imprudent excédent "
    "précédent antécédent dent adent décadent gent agent entregent indigent négligent diligent exigent intelligent "
    "inintelligent indulgent tangent astringent contingent argent sergent détergent divergent convergent urgent "
    "régent efficient coefficient déficient escient omniscient conscient subconscient inconscient gradient expédient "
    "ingrédient client émollient inconvénient récipient orient patient impatient quotient lent talent ambivalent "
    "équivalent covalent polyvalent relent excellent dolent indolent violent somnolent insolent turbulent succulent "
    "truculent féculent opulent corpulent virulent purulent flatulent immanent permanent rémanent imminent éminent "
    "proéminent continent incontinent pertinent impertinent abstinent repent arpent serpent parent apparent "
    "transparent torrent concurrent récurrent afférent différent indifférent interférent déférent référent adhérent "
    "inhérent cohérent incohérent sent absent consent ressent pressent présent omniprésent latent patent pénitent "
    "impénitent content mécontent omnipotent ventripotent impotent intermittent compétent incompétent onguent "
    "effluent affluent influent confluent grandiloquent éloquent fréquent subséquent conséquent inconséquent vent "
    "avent paravent contrevent fervent auvent couvent souvent évent event adolescent convalescent incandescent "
    "phosphorescent fluorescent effervescent évanescent luminescent opalescent"
)
# Verbs in « -ment », where it is silent, beside all the nouns and adverbs where it is not.
_FR_VERBS_IN_MENT = (
    "cament diffament clament acclament proclament exclament réclament rament trament entament rythment aiment "
    "essaiment liment miment animent raniment enveniment riment escriment priment impriment compriment oppriment "
    "suppriment expriment dépriment triment légitiment estiment calment filment enflamment programment gomment "
    "nomment renomment surnomment dénomment somment consomment assomment arment charment désarment ferment referment "
    "enferment renferment germent affirment infirment confirment dorment endorment rendorment forment reforment "
    "informent conforment transforment déforment embaument écument fument parfument hument allument rallument "
    "résument assument consument présument blâment pâment blasphèment sèment parsèment abîment chôment"
)
_FR_EXCEPTIONS = {
    1: "aïe ouïe toast scoop",
    2: "ok mme dr lorsque puisque quoique business people puzzle baseball",
    3: "mlle cm mm km",
    4: "etc kg",
}


@cache
def _french_exceptions() -> dict[str, int]:
    """Abbreviations, foreign words, and words before which nobody swallows the final « e »."""
    return {word: count for count, words in _FR_EXCEPTIONS.items() for word in words.split()}


@cache
def _french_endings() -> tuple[frozenset[str], frozenset[str]]:
    return frozenset(_FR_SPOKEN_ENT.split()), frozenset(_FR_VERBS_IN_MENT.split())


def _french(word: str) -> int:
    if word.endswith("'"):
        return 0
    known = _french_exceptions().get(word)
    if known:
        return known
    groups = len(_VOWELS.findall(word.replace("qu'", "q'")))
    if not groups:
        return _spelt_out(word)
    silent = _FR_SILENT.search(word) is not None or _silent_plural(word)
    return max(1, groups + len(_FR_APART.findall(word)) - silent)


def _silent_plural(word: str) -> bool:
    """Whether a final « -ent » is the silent ending of a verb (« ils parlent »), not that of « souvent »."""
    if _FR_MAY_BE_VERB.search(word) is None:
        return False
    spoken, verbs_in_ment = _french_endings()
    return word in verbs_in_ment if word.endswith("ment") else word not in spoken
