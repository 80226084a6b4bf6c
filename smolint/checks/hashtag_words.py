"""Hashtags of several words in one case, which screen readers read as one: only where the words are certain."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import pairwise

from smolint.check import Check, Mark
from smolint.dataclass import dataclass
from smolint.finding import Edit, Fix
from smolint.late_pattern import late_pattern
from smolint.type_checking import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smolint.platform import Entity
    from smolint.reading import Reading

# Words that people put together in hashtags, and of which no two make a word that is written in one.
_VOCABULARY = """
social media marketing digital content strategy branding brand influencer influencers advertising communication
business management leadership innovation technology entrepreneur entrepreneurs entrepreneurship community
engagement customer service experience user interface machine learning artificial intelligence analytics data
science open source code software engineering programming coding developer developers development computing cloud
security privacy virtual reality augmented mobile remote working career careers hiring recruitment training
education teaching student students research climate change action environment sustainable sustainability
energy renewable circular economy global warming mental health wellness beauty fashion photography travel street
art artist artists music food healthy organic local natural vintage interior design thinking architecture real
estate property finance financial investment investing public relations events conference creative creators
project product productivity personal professional corporate international women power tech news tips daily weekly
monday thursday friday saturday sunday throwback motivation inspiration happy birthday christmas merry holiday
small support shop shopping black giving science fiction deep human rights resources team building
numerique digitale reseaux reseau sociaux strategie entreprise entreprises entrepreneuriat transformation
artificielle developpement durable durables formation formations recrutement emploi emplois transition ecologique
ecologie energetique biodiversite environnement tourisme culture culturel patrimoine voyage voyages cuisine recette
recettes gastronomie boulangerie patisserie artisanale artisanal artisanat sante publique mentale economie circulaire
sociale solidaire creation innovante francais francaise francaises produit produits locaux locale locales
circuit circuits courts agriculture biologique commerce equitable egalite femmes hommes professionnelle professionnel
professionnels qualite securite informatique donnees personnelles protection logiciel logiciels libre libres rentree
scolaire litteraire jeunesse vacances joyeux noel bonne annee journee mondiale internationale droits humains conseil
municipal collectivites territoriales territoires politique vente ventes marque employeur relation client clients
communautaire referencement naturel experience utilisateur intelligence collective bien etre
"""
_PHRASES = """
work from home|future of work|internet of things|call to action|quote of the day|photo of the day|black lives matter
work in progress|behind the scenes|save the date|made in france|art de vivre|qualite de vie|fait maison|prise de parole
mise en place|savoir faire|protection des donnees|reseaux sociaux|petit dejeuner|fait main|big data|slow food
street food|web design|web development|web marketing|developpement web|community manager|community management|best of
content is king|growth hacking|start to finish|fast fashion|zero waste|zero dechet|climate crisis|good morning|thank you
cyber monday
"""
_WORD = late_pattern(r"[^\W\d_]+")
_LONGEST = 4
_MOST_LETTERS = 60


@dataclass(frozen=True, slots=True)
class OneCase:
    """`min_letters`: shorter hashtags are left alone. `one_word`: compounds, unaccented, that are written in one."""

    min_letters: int = 8
    one_word: tuple[str, ...] = ()


def one_case(reading: Reading, options: OneCase) -> Iterator[Mark]:
    """Hashtags of two words or more without a capital at each, where the words are certain.

    They are where they are frequent words that no compound is made of, or stand side by side in the same post.
    Values: `written`, `better`. The fix is safe for frequent words.
    """
    beside: dict[str, tuple[str, ...]] | None = None
    for tag in reading.hashtags:
        if not _in_one_case(tag, options.min_letters):
            continue
        letters = _plain(tag.text[1:])
        words = _split(letters)
        safe = bool(words)
        if not words:
            beside = _side_by_side(reading) if beside is None else beside
            words = beside.get(letters, ())
        if words and letters not in options.one_word:
            yield _mark(reading, tag, words, safe=safe)


def _in_one_case(tag: Entity, min_letters: int) -> bool:
    word = tag.text[1:]
    return min_letters <= len(word) <= _MOST_LETTERS and word.isalpha() and (word[1:].islower() or word.isupper())


def _plain(text: str) -> str:
    """The text in small letters without accents; as long as its composed form."""
    return "".join(unicodedata.normalize("NFD", letter)[0] for letter in text.lower())


def _mark(reading: Reading, tag: Entity, words: tuple[str, ...], *, safe: bool) -> Mark:
    """The words give the lengths, and the capitals that they have inside (`GitHub`); letters are the hashtag's own."""
    parts, start = [], 1
    for word in words:
        written = tag.text[start : start + len(word)]
        has_own = any(letter.isupper() for letter in word[1:])
        parts.append(word[0].upper() + word[1:] if has_own else written[0].upper() + written[1:].lower())
        start += len(word)
    better = tag.text[0] + "".join(parts)
    span = reading.post.span(*tag.span)
    fix = Fix(f"{tag.text} → {better}", (Edit(span, better),), safe=safe)
    return Mark(span, {"written": tag.text, "better": better}, fix)


@lru_cache(maxsize=1)
def _known() -> tuple[frozenset[str], dict[str, tuple[str, ...]]]:
    phrases = [tuple(phrase.split()) for phrase in re.split(r"[|\n]", _PHRASES.strip())]
    return frozenset(_VOCABULARY.split()), {"".join(words): words for words in phrases}


def _split(letters: str) -> tuple[str, ...]:
    """The frequent words of which these letters are made, none where there are none or two ways to cut."""
    vocabulary, phrases = _known()
    if letters in phrases:
        return phrases[letters]
    ways = list(_ways(letters, vocabulary, _LONGEST)) if letters not in vocabulary else []
    return ways[0] if len(ways) == 1 else ()


def _ways(letters: str, vocabulary: frozenset[str], most: int) -> Iterator[tuple[str, ...]]:
    if not letters:
        yield ()
    for end in range(3, len(letters) + 1) if most else ():
        if letters[:end] in vocabulary:
            yield from ((letters[:end], *rest) for rest in _ways(letters[end:], vocabulary, most - 1))


def _side_by_side(reading: Reading) -> dict[str, tuple[str, ...]]:
    """Two to four words that follow each other in the post, by their letters put together."""
    text, done = [], 0
    for entity in sorted((*reading.hashtags, *reading.mentions, *reading.urls), key=lambda one: one.span):
        start, end = max(entity.span.start, done), max(entity.span.end, done)
        text += [reading.post.text[done:start], "|" * (end - start)]
        done = end
    words = list(_WORD.finditer("".join([*text, reading.post.text[done:]])))
    found: dict[str, tuple[str, ...]] = {}
    for first in range(len(words)):
        near = words[first : first + _LONGEST]
        run = [near[0].group()]
        for before, word in pairwise(near):
            if reading.post.text[before.end() : word.start()] != " ":
                break
            run.append(word.group())
            if len(run[0]) > 2 and len(run[-1]) > 2:
                found.setdefault(_plain("".join(run)), tuple(run))
    return found


CHECKS: tuple[Check, ...] = (Check("hashtag-one-case", one_case, OneCase),)
