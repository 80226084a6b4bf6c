"""What stands at the end of decks: references, thanks, and words that lead the reader on."""

from __future__ import annotations

import re

from smolint.late_pattern import compiled

_REFERENCES = compiled(
    r"\s*(?:references?|sources?|bibliograph\w+|r[ée]f[ée]rences?|appendi(?:x|ces)|annexes?|credits?|cr[ée]dits?|disclaimer"
    r"|notes?|glossar\w+|glossaire|legal|mentions l[ée]gales|acknowledge?ments?|remerciements?|image credits?"
    r"|cr[ée]dits? photos?|avertissement|licen[cs]es?|footnotes?|further reading|pour aller plus loin)\b",
    re.IGNORECASE,
)
_REACHABLE = compiled(
    r"[?？]|https?://|\bwww\.|\S@\S|(?<!\w)@\w{2}|\(?\+?\d[\d ().\u00a0\u202f-]{7,}\d"
    r"|\b[\w-]{2,}\.(?:com|org|net|io|fr|eu|be|ch|ca|co|dev|app|info|uk|de|me|edu|gov)\b",
    re.IGNORECASE,
)
# Words that send the reader somewhere; « merci » and “thank you” send nowhere.
_STEP = compiled(
    r"""\b(?:
    contact\w* | call | e-?mails? | mail | write\ to | visit | follow | subscribe | sign\ up | register | join
    | download | try | book | order | buy | shop | get\ started | start | learn\ more | read\ more | next\ steps?
    | scan | click | let['’]s | talk\ to | check\ out | grab | connect | meet\ us
    | find\ us | reach | stop\ by | come | ask | tell\ us | donate | apply | share
    | appele[zr] | appelons | [ée]crive[zr] | [ée]crire | visite[zr] | suive[zr] | suivre | abonne[zr] | inscri\w+
    | rejoigne[zr] | rejoindre | t[ée]l[ée]charge[rz] | essaye[rz] | essaie | r[ée]serve[rz] | commande[rz] | achete[rz]
    | d[ée]couvre[rz] | en\ savoir\ plus | prochaines?\ [ée]tapes? | rendez-vous | retrouve[rz] | venez | demande[rz]
    | dites | contribue[rz] | participe[rz] | passe[rz] | parlons | discutons | teste[rz] | lance[rz] | prenez | faites
    | clique[rz] | scanne[rz] | joigne[zr] | utilise[rz]
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)


def is_references(title: str) -> bool:
    """Whether a slide's title says that it lists sources, credits or the like, as at the end of a book."""
    return bool(_REFERENCES.match(title))


def leads_on(text: str) -> bool:
    """Whether a slide names a way to reach someone (address, number, account), asks, or invites to do something."""
    return bool(_REACHABLE.search(text) or _STEP.search(text))
