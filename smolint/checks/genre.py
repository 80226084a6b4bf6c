"""Kinds of texts of which some rules ask less: release notes, security notices, news, notices of a breakdown."""

from __future__ import annotations

import re

from smolint.late_pattern import late_pattern
from smolint.type_checking import TYPE_CHECKING

if TYPE_CHECKING:
    from smolint.draft import Draft

_VERSION = late_pattern(r"(?<![\w.])v?\d+\.\d+(?:\.\d+)*(?:-?(?:alpha|beta|rc)[\w.]*)?(?![\w%€$])", re.IGNORECASE)
_RELEASE = late_pattern(
    r"\b(?:announcing|releas\w+|version|stable|changelog|what['’]s new|(?:is|are) (?:out|here|available)|alpha|beta"
    r"|sortie|nouveautés?|(?:est|sont) disponibles?|mises? à jour)\b",
    re.IGNORECASE,
)
_MOST_BARE_WORDS = 3
_SECURITY = late_pattern(
    r"\bCVE-\d|\bsecurity (?:advisory|announcement|bulletin|notice|release)\b|\b(?:avis|bulletin|alerte) de sécurité\b",
    re.IGNORECASE,
)
_NEWS = late_pattern(
    r"(?:announcing|launching|introducing|coming soon|call for|save the date|register (?:now|for)|sign up|say hello"
    r"|join us|watch|vid[ée]o|slides|changes in|changements?|update on|closed|open(?:ing)? hours|annonces?|lancement"
    r"|appel à|inscri\w+|invitation|rendez-vous|horaires|ferm(?:eture|é)|recrutement|on recrute|nous recrutons"
    r"|offre d['’]emploi)\b|.*\b(?:now (?:open|accepting|available|hiring)|is (?:open|live|now)|are hiring|ending soon"
    r"|looking for|for public comment|(?:est|sont) ouvert\w*|recherche une?)\b",
    re.IGNORECASE,
)
_BREAKDOWN = late_pattern(
    r"\b(?:outage|downtime|(?:scheduled|planned|emergency) maintenance|maintenance (?:window|work)"
    r"|service (?:errors?|disruption|interruption)|(?:network\w*|connection|login|dns) issues?"
    r"|(?:is|are) (?:back online|currently (?:down|unavailable))|coupures? (?:de|du) (?:service|réseau|courant)"
    r"|en maintenance|maintenance (?:prévue|programmée|du site)|interruption de service"
    r"|(?:est|sont) (?:actuellement |momentanément |temporairement )?indisponibles?"
    r"|panne (?:de|du|informatique|générale)|(?:service|site) (?:est )?rétabli)\b",
    re.IGNORECASE,
)
_CLOSURE = late_pattern(
    r"\b(?:fermetures? (?:exceptionnelles?|annuelles?|estivales?)|(?:exceptionnellement|serons|sera|restera) fermée?s?"
    r"|(?:we|shop|office|bakery|store|museum|library)(?:['’]re| are| is| will be) closed"
    r"|closed (?:today|tomorrow|until|for the (?:day|week|holidays?)))\b",
    re.IGNORECASE,
)


def is_bulletin(draft: Draft) -> bool:
    """Whether a post's title says that it is a release note (`Announcing Rust 1.30.1`) or a security notice."""
    title = draft.title.text if draft.title else ""
    if _SECURITY.search(title):
        return True
    version = _VERSION.search(title)
    if version is None:
        return False
    bare = version.end() == len(title.rstrip()) and len(title.split()) <= _MOST_BARE_WORDS
    return bare or _RELEASE.search(title) is not None


def is_news(draft: Draft) -> bool:
    """Whether a post's title says that it only announces: a launch, a call, an event, a vacancy, opening hours."""
    return draft.title is not None and _NEWS.match(draft.title.text.strip()) is not None


def is_service_notice(text: str) -> bool:
    """Whether a text tells of a breakdown, or that a shop or an office is closed."""
    return is_breakdown_notice(text) or _CLOSURE.search(text) is not None


def is_breakdown_notice(text: str) -> bool:
    """Whether a text tells of a breakdown, of maintenance or of their end: readers want that, and no talk."""
    return _BREAKDOWN.search(text) is not None
