"""Abbreviations and sentence openers of French and English: what a full stop after a word may mean."""

from __future__ import annotations

from functools import cache

from smolint.named_tuple import NamedTuple


class Abbreviations(NamedTuple):
    """What the sentence rules know about the words of a language; all in lower case, without the last full stop.

    `titles` (written with a capital) and `never` are always followed by more of the sentence; `before_number`
    are abbreviations only before a figure, and words of their own elsewhere ("no."); `soft` may end a sentence
    or not; `openers` often begin a sentence and are nobody's name.
    """

    titles: frozenset[str]
    never: frozenset[str]
    before_number: frozenset[str]
    soft: frozenset[str]
    openers: frozenset[str]


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_FRENCH = Abbreviations(
    titles=_words(
        "m mm mr mme mmes mlle mlles me mes mgr dr drs pr prof st ste sts vve cdt cne col gal lt sgt éd ph th ch chr"
    ),
    never=_words(
        "cf p.ex c.-à-d c-à-d càd i.e e.g vs env av bd boul réf coll trad dir ed éd art-dir resp préf ndlr conf fg fbg "
        "not n.b p.-s p.s p.p.s all r.-v"
    ),
    before_number=_words(
        "p pp fig figs no nos n° nᵒ n art al th chap ch vol t tab ann sect § éq eq tél tel ex ver v bât apt apr oct "
        "nov janv févr fév avr juil juill sept déc lun mar mer jeu ven sam dim op sér boîte lot min max rdc ext"
    ),
    soft=_words(
        "etc s h min max inc ltd co cie corp hab suiv approx maxi mini compl litt univ hist quest temp adj adv subst "
        "masc fém sing plur loc prép conj pron invar abrév anc mod symb syn ant spéc fam péj vulg littér éts bibliogr "
        "env tél dép arr adr imp impr ill illustr introd intr inéd graph géogr géom gram philos préc prov suppl trim"
    ),
    openers=_words(
        "l d n qu il elle on nous vous ils elles ce c j je tu les un une des cette ces cet mais et ou donc or ni "
        "car si quand comme dans pour avec sur sous sans par en à au aux chez depuis pendant après avant alors "
        "ainsi puis ensuite enfin aujourd’hui aujourd'hui hier demain notre nos votre vos mon ma mes ton ta tes "
        "son sa ses leur leurs que qui quoi où comment pourquoi combien quel quelle quels quelles voici voilà "
        "c’est c'est cela ça tout tous toute toutes chaque plus moins bref certes cependant pourtant toutefois "
        "néanmoins oui non merci est-ce qu’est-ce venez voyez voir lisez écrivez appelez allez découvrez envoyez notez "
        "regardez prenez pensez rendez-vous bonjour bravo"
    ),
)

_ENGLISH = Abbreviations(
    titles=_words(
        "mr mrs ms mx dr drs prof rev hon st ste sts mt gen col sgt cpl capt cmdr lt maj adm gov pres sen rep supt "
        "messrs mme mlle fr br ft msgr rt wm chas thos jas"
    ),
    never=_words("vs cf e.g i.e a.k.a viz approx resp incl excl et.al p.ex n.b p.p.s ca w.r.t eg ie"),
    before_number=_words(
        "p pp fig figs no nos n° vol vols ch chap sec sect eq eqs art al tab app ver v jan feb mar apr jun jul aug "
        "sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun ext rm apt op est min max par para pt pts"
    ),
    soft=_words(
        "etc inc ltd co corp llc jr sr esq bros ave blvd rd st ln hwy dept univ assn intl natl govt mgmt min max hrs "
        "mins secs approx acct addr assoc avg avail cont dist div educ elec equiv illus lang misc orig perm poss prob "
        "pseud publ spec subj techn temp transl vocab eds ed ft hr sq gal lb lbs oz yr yrs mo mos tbsp tsp"
    ),
    openers=_words(
        "the a an this that these those it he she we they you i there here but and or so if when while as in on at by "
        "for from to with without after before since because then thus however yet still also what who why how where "
        "which my your his her its our their is are was were do does did can could would should not no yes "
        "please thanks thank let let's let’s it's it’s that's that’s i'm i’m we're we’re don't don’t some many most "
        "all both each every any one two both now today maybe perhaps even only just another other"
    ),
)

_EITHER = Abbreviations(*(french | english for french, english in zip(_FRENCH, _ENGLISH, strict=True)))


@cache
def abbreviations(language: str) -> Abbreviations:
    """The abbreviations of `"fr"` or `"en"`; those of both together for any other language."""
    return {"fr": _FRENCH, "en": _ENGLISH}.get(language, _EITHER)
