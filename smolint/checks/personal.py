"""E-mail addresses and telephone numbers of persons, which robots collect and which stay on line for good."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from smolint.check import Check, Mark
from smolint.late_pattern import compiled, late_pattern
from smolint.literals import Literal, Literals
from smolint.source import any_within
from smolint.texts import running_texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smolint.draft import Block
    from smolint.reading import Reading

_ADDRESS = r"(?P<local>[A-Za-z0-9][\w.+-]{0,62})@(?P<host>(?:[A-Za-z0-9-]{1,62}\.){1,5}[A-Za-z]{2,24})(?![\w@-])"
_EMAIL = late_pattern(rf"(?<![\w.+@/:%-]){_ADDRESS}")
_MAILTO = late_pattern(rf"mailto:(?P<address>{_ADDRESS})", re.IGNORECASE)
_PROVIDERS = """
gmail.com googlemail.com yahoo.com yahoo.fr yahoo.co.uk ymail.com rocketmail.com hotmail.com hotmail.fr hotmail.co.uk
outlook.com outlook.fr live.com live.fr msn.com icloud.com me.com mac.com aol.com aol.fr gmx.com gmx.fr gmx.net gmx.de
proton.me protonmail.com pm.me tutanota.com orange.fr wanadoo.fr free.fr sfr.fr neuf.fr bbox.fr laposte.net
numericable.fr club-internet.fr aliceadsl.fr cegetel.net videotron.ca sympatico.ca bell.net skynet.be bluewin.ch
"""
_CONSUMER = frozenset(_PROVIDERS.split())
_ROLES = r"""
contact|infos?|information|hello|bonjour|salut|hi|press|presse|medias?|news|newsletter|redaction|support|help|aide
services?|sales|ventes?|commercial|marketing|communication|comm?|office|bureau|accueil|admin|webmaster|team|equipe
jobs?|careers?|recrutement|rh|hr|billing|compta\w*|facturation|commandes?|orders?|reservations?|booking|events?
community|communaute|partenariats?|partners?|security|abuse|privacy|dpo|rgpd|gdpr|legal|noreply|no-reply|postmaster
feedback|questions?|inscriptions?|atelier|boutique|shop|asso\w*|club|mairie|you|vous|user|username|nom|prenom|name
boulangerie|restaurant|hotel|cafe|bakery|festival|galerie|theatre|studio|cabinet|agence|agency|mail|email
"""
_ROLE = late_pattern(rf"(?:.*[._+-])?(?:{'|'.join(_ROLES.split())})\d{{0,4}}(?:[._+-].*)?", re.IGNORECASE)
_FIRST_LAST = late_pattern(r"[A-Za-z]{2,20}(?:-[A-Za-z]{2,20})?[._][A-Za-z]{2,20}(?:-[A-Za-z]{2,20})?\d{0,4}")
_DOCUMENTATION = late_pattern(
    r"(?:.*\.)?(?:example|exemple|test|invalid|localhost|domain|domaine|yourdomain|acme|company|agency)(?:\.\w+)*",
    re.IGNORECASE,
)
_PLACEHOLDER = late_pattern(
    r"(?:jane|john)[._-]?doe|(?:your|votre|first|prenom|firstname)[._-]?(?:email|name|nom|last|lastname)?|someone|foo",
    re.IGNORECASE,
)
_GAP = r"[ \u00a0\u202f.\-]{0,2}"
# ARCEP: 06 and 07 are mobile numbers; 06 39 98 is kept for films. Ofcom: 07 after +44, 07700 900 is kept for films.
_FRENCH_MOBILE = rf"(?:(?:\+|00)33{_GAP}(?:\(0\){_GAP})?|0)(?!6{_GAP}39{_GAP}98)[67](?:{_GAP}\d\d){{4}}"
_BRITISH_MOBILE = rf"\+44{_GAP}(?:\(0\){_GAP})?7(?!700{_GAP}900)\d{{3}}{_GAP}\d{{3}}{_GAP}\d{{3}}"
_MOBILE = late_pattern(rf"(?<![\w/=+.,#-])(?:{_FRENCH_MOBILE}|{_BRITISH_MOBILE})(?![\d/]|[.,-]\d)")
_NUMBER = r"(?:\+\d{1,3}[ .\u00a0-]?)?\(?\d{1,4}\)?(?:[ .\u00a0\u202f-]?\d{2,4}){2,5}"


@cache
def _owned_number() -> re.Pattern[str]:
    """A number that the text calls somebody’s own."""
    return compiled(
        r"(?:\b(?:my|his|her|their|personal|private|home|cell|mobile|whatsapp)(?: (?:cell|mobile|phone|home|direct))*"
        r"(?: number)?(?: is|:)? ?|\b(?:call|text|ring|whatsapp) (?:me|him|her)(?: directly)?(?: at| on|:) ?"
        r"|\b(?:mon|son|numéro) (?:(?:numéro|téléphone|portable|mobile|tél\.?|06|perso\w*)(?: de| est|[\u00a0 ]?:)? ?)+"
        r"|\b(?:portable|téléphone personnel|numéro personnel|ligne directe)(?: est|\u00a0:| :|:)? ?"
        r"|\b(?:appelez|appelle|joindre|contactez)-(?:moi|le|la)(?: directement)? au ?)"
        rf"(?P<number>{_NUMBER})(?![\w/])",
        re.IGNORECASE,
    )


_FICTION = late_pattern(r"555[ .-]?01\d\d\Z|\D555\D|(\d)\1{5}")
_LEAST_DIGITS = 9
# A quick look ahead: numbers have at most three signs between two digits, and few texts have so many digits in a row.
_AT = Literals([Literal("@")])
_MAY_BE_NUMBER = late_pattern(rf"\d(?:[ \u00a0\u202f.()-]{{0,3}}\d){{{_LEAST_DIGITS - 1}}}")


def personal_data(reading: Reading, _: object) -> Iterator[Mark]:
    """Each personal e-mail address or telephone number, in the text or behind a link. Values: `text`. Variant `phone`.

    An address counts at a provider for private persons, or as `first.last@`; addresses of a function (contact@, press@)
    do not. A number counts when it is a mobile one (French or British), or when the text calls it somebody's own.
    Platforms that only colleagues read are left alone.
    """
    if reading.platform.internal:
        return
    running = running_texts(reading)
    numbers = {*running.holding(_AT), *running.overlapped(_MAY_BE_NUMBER)}
    blocks = (running.blocks[number] for number in numbers)
    marks = [mark for block in blocks if block is not reading.draft.title for mark in _in_block(block)]
    shown = sorted(mark.span.start for mark in marks)
    for link in reading.draft.content.links:
        address = _MAILTO.match(link.url) if "@" in link.url else None
        if address and not any_within(shown, *link.span) and is_personal_address(address["local"], address["host"]):
            marks.append(Mark(link.url_span, {"text": address["address"]}))
    yield from sorted(marks, key=lambda mark: mark.span)


def _in_block(block: Block) -> Iterator[Mark]:
    text = block.prose
    for match in _EMAIL.finditer(text) if "@" in text else ():
        if is_personal_address(match["local"], match["host"]):
            yield Mark(block.span(*match.span()), {"text": match.group()})
    for start, end in _numbers(text):
        yield Mark(block.span(start, end), {"text": text[start:end]}, variant="phone")


def is_personal_address(local: str, host: str) -> bool:
    """Whether an e-mail address is a person's own rather than that of a function, or an example."""
    host = host.lower()
    if _DOCUMENTATION.fullmatch(host) or _ROLE.fullmatch(local) or _PLACEHOLDER.fullmatch(local):
        return False
    return host in _CONSUMER or _FIRST_LAST.fullmatch(local) is not None


def _numbers(text: str) -> list[tuple[int, int]]:
    spans = [match.span() for match in _MOBILE.finditer(text)]
    for match in _owned_number().finditer(text):
        first, last = match.span("number")
        number = match["number"]
        enough = sum(map(str.isdigit, number)) >= _LEAST_DIGITS and not _FICTION.search(number)
        if enough and not any(start < last and first < end for start, end in spans):
            spans.append((first, last))
    return sorted(spans)


CHECKS: tuple[Check, ...] = (Check("personal-data", personal_data),)
