"""Claims that call for a source, in a post that names none."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from smolint.check import Check, Mark
from smolint.checks.depth import is_post, post_words
from smolint.checks.genre import is_bulletin
from smolint.checks.outbound import first_person_share, leads_out, makes_links
from smolint.checks.quotation import is_quotation
from smolint.checks.sentence import running_text
from smolint.dataclass import dataclass
from smolint.late_pattern import late_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smolint.prose import Sentence
    from smolint.reading import Reading
    from smolint.source import Span

_STUDY = (
    r"(?:stud(?:y|ies)|surveys?|research|reports?|polls?|statistics|figures|data|experts?|scientists?|researchers?"
    r"|analysts?)"
)
_ETUDE = (
    r"(?:études?|enquêtes?|sondages?|recherches?|rapports?|statistiques?|chiffres|données|experts?|chercheurs"
    r"|scientifiques|spécialistes)"
)
_PEOPLE = (
    r"(?:people|adults|users|consumers|customers|companies|businesses|employees|workers|readers|visitors|shoppers"
    r"|marketers|women|men|parents|children|students|teenagers|households|respondents|Americans|Britons|Canadians"
    r"|Europeans|(?:internet|web) users|Français(?:es)?|Belges|Suisses|Québécois|Européens|consommateurs|clients"
    r"|utilisateurs|internautes|entreprises|salariés|employés|lecteurs|visiteurs|femmes|hommes|parents|enfants"
    r"|étudiants|jeunes|adolescents|ménages|foyers|personnes|sondés|Parisiens|PME)"
)
_NUMBER = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|\d+|une?|deux|trois|quatre|cinq|sept|huit|neuf|dix)"
_SHOW = r"(?:shows?|showed|shown|f(?:ou|i)nds?|suggest(?:s|ed)?|reveal(?:s|ed)?|prove[sn]?|confirm(?:s|ed)?|indicates?)"
_MONTRE = r"(?:montr|révèl|indiqu|prouv|confirm|suggèr|suggér|démontr|estim)\w+"
_CLAIMS = (
    rf"according to (?!(?:our|my|his|her|its|their)\b)(?:[\w’'-]+ ){{0,4}}{_STUDY}",
    rf"(?:an?|one|several|many|some|recent|numerous|countless|multiple|most) (?:[\w-]+ ){{0,2}}"
    rf"(?:stud(?:y|ies)|surveys?|polls?) (?:[\w-]+ ){{0,4}}{_SHOW}",
    rf"(?<!user )(?<!design )(?:studies|statistics|surveys|research) (?:have |has |also |even )?{_SHOW}",
    r"(?:scientists|researchers|experts) (?:have |also |now )?"
    r"(?:say|agree|found|shown|estimate|proven|discovered|believe)",
    r"(?:scientifically|clinically) proven",
    r"it (?:is|has been) (?:proven|shown) that",
    rf"(?:selon|d[’']après) (?:(?:une?|des|de|les?|la|l[’']) ?)?(?:[\w’'-]+ ){{0,2}}{_ETUDE}",
    r"(?:une|des|les|plusieurs|de nombreuses|certaines|d[’']autres) (?:[\w-]+ ){0,2}"
    rf"(?:études?|enquêtes?|sondages?|statistiques) (?:[\w’'-]+ ){{0,4}}{_MONTRE}",
    r"(?:les|des) (?:experts|chercheurs|scientifiques|spécialistes) (?:ont |s[’'])?"
    r"(?:montré|prouvé|affirment|estiment|accordent|constatent|découvert|démontré)",
    r"(?:scientifiquement|cliniquement) (?:prouvée?s?|démontrée?s?)",
    r"il (?:est|a été) (?:prouvé|démontré) que",
    r"\d+(?:[.,]\d+)?[\s\u00a0\u202f]?(?:%|percent|per cent|pour cent) "
    rf"(?:of (?:all |the )?|des |de |d[’'])(?:[\w-]+ ){{0,2}}{_PEOPLE}",
    rf"{_NUMBER} (?:in|out of) {_NUMBER} (?:[\w-]+ )?{_PEOPLE}",
    rf"{_NUMBER} {_PEOPLE} sur {_NUMBER}",
)
"""What others found out, and shares of a population: figures that nobody has from their own kitchen."""

_CLAIM = late_pattern(rf"(?<!\w)(?:{'|'.join(_CLAIMS)})(?!\w)", re.IGNORECASE)
_HINT = late_pattern(
    r"according|stud(?:y|ies)|survey|research|statisti|experts?\b|scienti|proven|percent|per cent|%| out of | sur | in "
    r"|selon|après|étude|enquête|sondage|prouvé",
    re.IGNORECASE,
)
_OWN = late_pattern(r"\b(?:we|our|ours|us|my|I|nous|notre|nos|mon|ma|mes|je|j[’'])\b(?!-)", re.IGNORECASE)
_CITED = late_pattern(
    r"\((?-i:[A-ZÀ-Þ])[^()\n]{1,80},? (?:19|20)\d\d[a-z]?(?:, p\. ?\d+)?\)|\bdoi:|\bISBN\b|\barXiv:|\[\d{1,2}\]|[¹²³]|"
    r"^(?:sources?|références?|references|bibliograph(?:y|ie)|further reading|notes)[\s\u00a0]*(?::|$)|"
    r"\(sources?[\s\u00a0]*:",
    re.IGNORECASE | re.MULTILINE,
)
"""A source that is named without a link: author and year, a number in brackets, a list of sources."""

_OWN_FIGURES = late_pattern(
    r"\b(?:survey|results?|poll|census|enquête|sondage|résultats?|baromètre|bilan)\b", re.IGNORECASE
)
"""Titles of posts that are the source themselves."""

_CODE_BLOCKS = 2


@dataclass(frozen=True, slots=True)
class NoSources:
    """`min_words`: shorter posts are left alone. `max_first_person`: so are stories, from this percentage of “I” on."""

    min_words: int = 400
    max_first_person: float = 2.0


def no_sources(reading: Reading, options: NoSources) -> Iterator[Mark]:
    """The first claim of a long post that calls for a source, where the post names none. Values: `claim`."""
    found = unsourced_claim(reading, options)
    if found is not None:
        sentence, (start, end) = found
        yield Mark(_span(sentence), {"claim": sentence.block.text[start:end]})


def unsourced_claim(reading: Reading, options: NoSources | None = None) -> tuple[Sentence, tuple[int, int]] | None:
    """The first sentence of a post with a claim that calls for a source, and where in its block the claim stands.

    None where the post is short, tells of its author's own life, teaches code, or gives any source: a link to another
    site, a note, a reference in brackets, a list of sources.
    """
    draft, options = reading.draft, options or NoSources()
    if draft.page or not is_post(reading) or is_bulletin(draft) or leads_out(reading) or makes_links(draft):
        return None
    if draft.title and _OWN_FIGURES.search(draft.title.text):
        return None
    if sum(block.kind == "code" for block in draft.blocks) >= _CODE_BLOCKS:
        return None
    found = next(_claims(reading), None)
    if found is None or any(_CITED.search(block.text) for block in draft.prose):
        return None
    if post_words(reading) < options.min_words or first_person_share(draft) >= options.max_first_person:
        return None
    return found


def _claims(reading: Reading) -> Iterator[tuple[Sentence, tuple[int, int]]]:
    for block in running_text(reading):
        if is_quotation(block) or not _HINT.search(block.text):
            continue
        for match in _CLAIM.finditer(block.prose):
            sentence = next((one for one in reading.sentences(block) if one.start <= match.start() < one.end), None)
            # What one counted oneself has its source in the sentence.
            if sentence is not None and not _OWN.search(sentence.text):
                yield sentence, match.span()


def _span(sentence: Sentence) -> Span:
    return sentence.block.span(sentence.start, sentence.end)


CHECKS: tuple[Check, ...] = (Check("no-sources", no_sources, NoSources),)
