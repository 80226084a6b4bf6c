"""Events that a post announces with a day and an hour, without a page where readers can say that they come."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from smolint.check import Check, Mark
from smolint.dataclass import dataclass
from smolint.late_pattern import compiled, late_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smolint.draft import Draft
    from smolint.prose import Sentence
    from smolint.reading import Reading

_WEEKDAY_FR = r"(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)"
_MONTH_FR = (
    r"(?:janv(?:ier|\.)?|févr?(?:ier|\.)?|mars|avril|mai|juin|juil(?:let|\.)?|août|sept(?:embre|\.)?|oct(?:obre|\.)?"
    r"|nov(?:embre|\.)?|déc(?:embre|\.)?)"
)
_WEEKDAY_EN = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Mon|Tue|Wed|Thu|Thurs|Fri|Sat|Sun)\b\.?)"
_MONTH_EN = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?"
    r"|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_YEAR = r"(?:,? 20\d\d)?"
_DAY_FR = rf"(?:{_WEEKDAY_FR} )?(?:le )?(?:1er|\d{{1,2}}) {_MONTH_FR}{_YEAR}|{_WEEKDAY_FR} (?:prochain|\d{{1,2}})"
_NUMBER_EN = r"\d{1,2}(?:st|nd|rd|th)?(?!\d)"
_DATE_EN = rf"(?:the )?(?:{_MONTH_EN} {_NUMBER_EN}|{_NUMBER_EN} (?:of )?{_MONTH_EN})"
_DAY_EN = (
    rf"(?:{_WEEKDAY_EN},? )?{_DATE_EN}{_YEAR}"
    rf"|(?:this|next) {_WEEKDAY_EN}"
)
_HOUR_FR = r"(?:\d{1,2} ?(?:h|heures)(?: ?[0-5]\d)?(?!\w)|\d{1,2}:[0-5]\d|midi\b|minuit\b)"
_HOUR_EN = r"(?:\d{1,2}(?:[:.][0-5]\d)? ?(?:[aApP]\.?[mM]\b|o'clock)\.?|\d{1,2}:[0-5]\d|noon\b|midnight\b)"
_JOIN_FR = r",?(?: ?[–—-])? ?(?:(?:à|dès|de|vers|à partir de)? ?)"
_JOIN_EN = r",?(?: ?[–—-])? ?(?:(?:at|from|starting at|@)? ?)"


# Words that make a date a deadline, an opening hour, a report of the past or a moment of something else.
_NO_EVENT = r"""
by|before|until|till|deadline|no later than|avant|jusqu'\w+|date limite|au plus tard|ends?|expires?|closes?|closed
opening hours|open from|horaires?|ferm\w+|(?<!portes )ouverte?s?|livr\w+|deliver\w*|ship\w*|clôture\w*
was|were|took place|happened|held|ont? eu lieu|s'est tenue?|était|étaient|hier|yesterday|last|dernière?
maintenance|outage|down|panne|updated|published|publié\w*|born|died|née?|merci|thank\w*
annulé\w*|cancell?ed|postponed|reporté\w*|on (?:tv|air)|broadcast|diffus\w+|antenne|à la télé
"""
_ANNOUNCED = r"""
join|come|meet|see you|attend|event|workshop|conference|webinar|meetup|concert|party|opening|tasting|talk|lecture
exhibition|festival|fair|open (?:day|house)|class|course|seminar|training|screening|launch|show|performance|match
visit|tour|invite\w*|hosting|live|music|save the date|booth
rendez-vous|rejoign\w+|rejoins|venez|viens|retrouv\w+|atelier|conférence|soirée|spectacle|exposition|vernissage
dégustation|fête|inauguration|portes ouvertes|salon|foire|marché|visite|rencontre|réunion|webinaire|formation
(?:notez|réservez|retenez) la date|projection|invit\w+|attend\w*|accueil\w*|organis\w+|débat|musique
stand|stage|cours|tournoi|lancement
"""
# Words that call readers to a place: with them a day alone is an appointment.
_CALL = r"""
(?:join|meet) us|come (?:and|to|by)|see you|you(?:'re| are) (?:all )?invited|we invite you
rendez-vous|rejoignez-nous|venez|retrouvez-nous|on vous attend|nous vous (?:attendons|invitons|accueillons|donnons)
"""
_DAY_NAME = late_pattern(
    r"day\b|(?:mon|tue|wed|thu|fri|sat|sun)s?\b|(?:lun|mar|mercre|jeu|vendre|same)di\b|dimanche"
    r"|jan|f[eé]v|feb|mar[cs]|a[pv]r|ma[iy]|ju[inl]|ao[uû]t|aug|sep|oct|nov|d[eé]c",
    re.IGNORECASE,
)
_REACHABLE = late_pattern(
    r"link in (?:the |our |my )?(?:bio|comments?|profile)|lien en (?:bio|commentaire)|en commentaire"
    r"|in the (?:first )?comments?"
    r"|www\.\w|\w@\w|\w\.(?:com|fr|org|net|eu|io|be|ch|ca)\b|event page|page de l['’]événement",
    re.IGNORECASE,
)


def _pattern(pattern: str) -> str:
    return pattern.replace(" ", r"[ \u00a0\u202f]").replace("'", "['’]")


@cache
def _words(lines: str) -> re.Pattern[str]:
    return compiled(_pattern(rf"\b(?:{'|'.join(lines.strip().splitlines())})(?!\w)"), re.IGNORECASE)


@cache
def _appointments() -> tuple[re.Pattern[str], ...]:
    """A day with an hour, in French and in English; compiled for texts that have a month or a weekday only."""
    french = compiled(_pattern(rf"\b(?:{_DAY_FR}){_JOIN_FR}{_HOUR_FR}"), re.IGNORECASE)
    return french, compiled(_pattern(rf"\b(?:{_DAY_EN}){_JOIN_EN}{_HOUR_EN}"))


@cache
def _dates() -> tuple[re.Pattern[str], ...]:
    """A weekday with a date, in French and in English."""
    french = compiled(_pattern(rf"\b{_WEEKDAY_FR} (?:le )?(?:1er|\d{{1,2}}) {_MONTH_FR}{_YEAR}"), re.IGNORECASE)
    return french, compiled(_pattern(rf"\b{_WEEKDAY_EN},? {_DATE_EN}{_YEAR}"))


@dataclass(frozen=True, slots=True)
class EventWithoutLink:
    """`fields`: the front-matter fields that hold the post's link or event."""

    fields: tuple[str, ...] = ("link", "url", "event")


def event_without_link(reading: Reading, options: EventWithoutLink) -> Iterator[Mark]:
    """The day and hour of the first event announced by a post or thread that leads to no page. Values: `date`.

    A day without an hour counts where the sentence calls readers to come. Deadlines,
    opening hours, deliveries and looks back are no events.
    """
    posts = zip(reading.thread, reading.thread_posts, strict=True)
    if any(each.field(*options.fields) or _leads_somewhere(reading, each, post.text) for each, post in posts):
        return
    for block in reading.draft.prose:
        if block.kind in ("quote", "caption"):
            continue
        for sentence in reading.sentences(block):
            span = _appointment(reading, sentence)
            if span:
                start, end = sentence.start + span[0], sentence.start + span[1]
                yield Mark(block.span(start, end), {"date": block.text[start:end]})
                return


def _leads_somewhere(reading: Reading, draft: Draft, text: str) -> bool:
    content = draft.content
    return bool(content.links or content.embeds or reading.platform.urls(text) or _REACHABLE.search(text))


def _appointment(reading: Reading, sentence: Sentence) -> tuple[int, int] | None:
    """The range, in the sentence, of the day (and hour) of an event; None where there is none, or no certain one."""
    text = sentence.text
    if not _DAY_NAME.search(text) or _words(_NO_EVENT).search(text):
        return None
    found = (
        [pattern.search(text) for pattern in _appointments()] if _words(_ANNOUNCED).search(reading.post.text) else []
    )
    if _words(_CALL).search(text):
        found += [pattern.search(text) for pattern in _dates()]
    return next((match.span() for match in found if match), None)


CHECKS: tuple[Check, ...] = (Check("event-without-link", event_without_link, EventWithoutLink),)
