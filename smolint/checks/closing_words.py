"""The words by which English and French texts end, and which are no part of the text proper.

Each line is a regular expression in which a space stands for any white space, `'` for both apostrophes and `~`
for both hyphens. The texts are looked at in lower case: patterns that let case go take three times as long.
"""

from __future__ import annotations

import re

from smolint.late_pattern import late_pattern

_SIGNATURES = r"""
(?:—|–|--) *[^.!?…]{2,60}
(?:l'équipe|la rédaction|toute l'équipe|votre équipe|the team|your friends)(?: [^.!?…,;:]{1,50})?
the \w+(?: \w+)? team
(?:crédits?|credits?)(?: \w+){0,2} *[:©].*
(?:photos?|images?|illustrations?|visuels?|vidéo|video|words|textes?|auteure?|author) *(?:[:©]|(?:by|par|de) ).*
(?:sources?|traduction|translation) *(?:[:©]|(?:by|par|de) ).*
via [@\w].{0,40}
📷.*|\(\d[^()]{0,12}\) [^.!?]{2,60}
©.*
(?:p\.? ?s\.?|post~?scriptum|n\.?b\.?) ?[.:—–-] ?.*
(?:cheers|best|regards|love|xoxo|bien à vous|à très vite|see you(?: soon| there| then)?)[^?]{0,30}
(?:la |grosses? |plein de )?(?:bises?|bisous?)(?: [^?]{0,40})?
(?:ciao|tchao|salut|bye|happy \w+|bon(?:ne)? [\w‑-]+)(?: à [^?]{0,20})?
(?:à bientôt|à demain|à très bientôt)[^?]{0,30}
(?:bonne (?:journée|soirée|semaine|lecture|écoute)|have a (?:nice|great|good|lovely) \w+)[^?]{0,30}
(?:merci|thanks|thank you)(?: \w+)?
(?:thank you|thanks|merci)(?: so much| very much| again| beaucoup| encore)? (?:for|pour|de|d')[^?]*
.*\bcontribut\w+ .*\b(?:to this|à cet|à ce) (?:blog )?(?:post|article|billet).*
(?:un grand merci|merci|(?:many |special )?thanks|thank you|kudos)(?: so much| very much| again)? (?:à|aux|to) [^.!?]*
"""

_NOTES = r"""
(?:cross~?posted|reposted|republished|originally published|first published|translated)(?: \w+)? (?:from|in|on|at|by) .*
(?:this|the) (?:post|article|interview)(?: \w+)?(?: first| also)? (?:appeared|appears|published|posted|translated) .*
(?:this|the) (?:post|article|interview) (?:was|is|has been) (?:\w+ )?(?:published|posted|adapted|translated|part) .*
(?:→ ?)?(?:cet article|ce billet|ce texte)(?: [^.!?]{0,60})? (?:publié|paru|disponible|traduit|la traduction|adapté)\b.*
.*\b(?:licen[sc]ed|released|published|available) under .*
.*\b(?:sous|under) (?:la |une |a |the )?(?:licen[cs]e|cc~by).*
.*\bdo(?:es)? not (?:represent|imply|constitute) .*\bendorsement.*
(?:edit|updated?|mise à jour|màj|correction|modifié)(?: [\w/]+){0,4} ?[:(].*
(?:assembly|curation|annotation)(?: was| qc)?(?: done)?(?: by| ?:) .*
(?:montage|réalisation|rédaction|mise en page|musique|music)(?: by| par| ?:) .*
note ?: .*
(?:edited|produced|written|illustrated|réalisée?|écrite?|montée?|rédigée?|illustrée?) (?:by|via|par) [^.!?]{2,80}
(?:(?:and|also|finally|enfin|et)[, ]+)*(?:a |un )?(?:big |huge |many |très |grand )*(?:thanks|thank you|merci)\b[^.!?]*
(?:(?:and|also|finally|in particular)[, ]+)*(?:we|i)(?:'d| would| want(?:ed)?)?(?: also)?(?: like)?(?: to)? thank .*
(?:(?:et|enfin)[, ]+)*(?:je|nous|on|j')(?: ?(?:aimerais|voudrais|tiens à|tenons à))? ?remerci(?:e|er|ons)\b[^.!?]*
(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\b[^.!?]*\d[^.!?]*
\d{1,2}(?::|h) ?\d{2}[^.!?]{0,60}
"""

_BUTTONS = r"""
(?:please |merci de )?(?:share|retweet|repost|like|follow|subscribe)
(?:please )?(?:share|retweet|repost|like|follow|subscribe to) (?:this|us|our|the|and|it|with|if) ?[^?]{0,60}
abonnez~vous(?: (?:à|pour|ici|sur) ?[^?]{0,60})?
(?:partage|retweete|relaye|like|aime|suive)z(?:~nous|~la|~le)?
(?:partage|retweete|relaye|like|aime|suive)z(?:~nous)? (?:cet?|cette|l[ea]|l'|notre|nos|à|sur|et) ?[^?]{0,60}
follow (?:\w+ ){1,3}for [^?]{0,60}
suivez(?:~moi| \w+(?: \w+)?) pour [^?]{0,60}
(?:partager|suivre|s'abonner)(?: [^?]{0,60})?
(?:read|learn|discover|find out|see)(?: [^.!?]{0,40})? (?:more|here|article|post)(?: [^?]{0,40})?
(?:read|watch|listen to|check out) (?:the|our|this)(?: [^.!?]{0,40})? (?:story|video|episode|blog)(?: [^?]{0,40})?
(?:lire|voir|découvrir|écouter|regarder) [^.!?]{0,40}(?:suite|plus|ici|article|billet|vidéo|épisode|blog)[^?]{0,40}
(?:lise|regarde|écoute|retrouve|découvre)z [^.!?]{0,40}(?:suite|plus|ici|article|billet|vidéo|épisode|blog)[^?]{0,40}
(?:pour )?en savoir (?:plus|davantage)(?: [^?]{0,40})?
(?:register|sign up|apply|book|rsvp|enroll?|join us|donate|order)(?: (?:now|here|today|below|at|on|by|via) ?[^?]{0,60})?
(?:inscrivez~vous|réservez|postulez|commandez)(?: (?:ici|maintenant|vite|sur|dès|avant|en ligne) ?[^?]{0,60})?
(?:see|voir|here|ici|read|lire)
(?:see|visit|go to|use|follow) [^?]{0,80}(?:for|to get) (?:more|further|all|the) (?:info\w*|details)[^?]{0,20}
for (?:more|further|all) (?:info\w*|details)[^?]{0,160}
pour (?:plus d'|toute |plus de )(?:infos?|informations?|détails)[^?]{0,160}
(?:more|details|more info\w*)(?: (?:here|below|on|at|in) ?[^?]{0,60})?
(?:plus d'infos?|infos?|plus d'informations|détails)(?: (?:ici|ci~dessous|sur|en) ?[^?]{0,60})?
(?:links?|liens?)(?: (?:in|en|dans|below|ci~dessous) ?[^?]{0,40})?
(?:click|cliquez)(?: (?:here|ici|on|sur|the|below) ?[^?]*)?
"""

_INVITATIONS = r"""
(?:tell|show|send) (?:us|me)
let (?:us|me) know
(?:in|to) the comments?
(?:leave|drop|send) (?:\w+ )?(?:a|your) (?:line|note|word|message|comments?|answers?|thoughts?)
laissez(?:~\w+)? (?:un|votre|vos) (?:petit )?(?:mots?|messages?|commentaires?|avis)
if you have (?:any )?(?:questions?|suggestions?|ideas?|feedback|comments?)
your feedback|the feedback coming
si vous avez (?:des|une|la moindre) (?:questions?|idées?|suggestions?|remarques?)
vos (?:retours|commentaires|questions|avis|suggestions|remarques|réponses|témoignages)
(?:share|post|write|add) (?:it|them|yours|your \w+)(?: \w+){0,6} (?:below|with us|in the)
share your (?:thoughts?|experiences?|stor(?:y|ies)|ideas?|opinions?|feedback|tips?|views?)
(?:we|i)(?:'d| would) (?:love|like|be (?:happy|glad)) to (?:hear|read|know|see) (?:from|about|what|your|them|it)
(?:we|i)(?:'d| would) (?:love|like) to (?:chat|talk) (?:with|to) you
join (?:the )?(?:conversation|discussion)|join (?:us )?to (?:discuss|talk|chat)
(?:ask|reply to|answer) (?:us|me)
(?:your turn|hear from you|cast your vote|vote (?:now|below|for|here))
tag (?:a|your|someone)
(?:give|leave|provide|send)(?: us)?(?: your| some)? (?:feedback|comments)
fill (?:in|out) (?:the|our|this|a) (?:\w+ )?(?:form|survey|questionnaire|poll)
(?:take|complete|answer) (?:the|our|this) (?:\w+ )?(?:survey|questionnaire|poll)
(?:remplissez|complétez) (?:le|notre|ce) (?:formulaire|questionnaire|sondage)
répondez (?:à|au) (?:notre|ce|questionnaire|sondage)
(?:dites|dis)~(?:le|la|les|moi|nous)
(?:racontez|raconte|répondez|réponds|commentez|votez|réagissez|exprimez~vous)
(?:en|dans les|un|vos) commentaires?
partagez(?:~nous)? (?:vos|votre|avec nous)
(?:donnez|envoyez|écrivez|posez|proposez)(?:~(?:moi|nous))? (?:votre|vos)
(?:écrivez|parlez|contez)~(?:moi|nous)
à (?:vous|toi) de [a-zé]+(?:er|ir|re)
à vos (?:claviers|commentaires|plumes|idées)
(?:taguez|identifiez|mentionnez) (?:un|une|votre|vos)
"""

_CONTACTS = r"""
(?:get|be|keep) in touch|reach out|drop (?:by|in|us)
(?:contact|e~?mail|write to|call|message|tweet|talk to|chat (?:to|with)|ping) (?:us|me|the (?:\w+ )?(?:team|group)|our)
(?:please |to |you can )(?:contact|e~?mail|call) \w+|(?:emailing|contacting) \w+|send (?:an|us an|me an) e~?mail
feel (?:free|welcome) to (?:contact|e~?mail|ask|reach|come|leave|provide|open|fork)
(?:open|file|filing|opening|create) (?:an|your|new|the)? ?(?:issues?|pull requests?|bugs?)|please file|pull requests
(?:hear|hearing|read|reading) (?:from|your|back)|your (?:help|posts?|responses|thoughts|proposals?|stories)
(?:we|i) (?:\w+ )?(?:welcome|invite|encourage) (?:\w+ ){0,3}(?:you|issues|contributions|feedback|comments|questions)
(?:join|come to) (?:us|the|our) (?:\w+ )?(?:team|community|discussion|forum|channel|chat|working)
(?:contactez|appelez|rejoignez|prévenez|suivez|retrouvez)~(?:nous|moi)
n'hésitez pas à (?:me|nous|en|vous|contribuer|partager|commenter|poser|réagir|proposer|utiliser les)
(?:me|nous) (?:contacter|écrire|faire signe|rejoindre|dire ce que)
"""

_BACK_MATTER = r"""
references?|références?|bibliograph\w+|sources?|notes?|footnotes?|further reading
(?:additional |useful )?(?:resources|links?)|ressources|see also|read more|related.*
pour aller plus loin|(?:pour )?en savoir plus|à lire.*|voir aussi|liens?(?: utiles)?
credits?|crédits?|acknowledge?ments?|remerciements|thanks|thank you
about(?: the authors?| us| me)?|à propos.*|authors?|auteurs?
appendi\w+|annexes?|changelog|contribut\w+.*|licen[cs]e
"""


def _alternatives(lines: str) -> str:
    phrases = "|".join(f"(?:{line})" for line in lines.split("\n") if line)
    return phrases.replace(" ", r"\s").replace("'", "['’]").replace("~", "[-‑]")


def _whole(lines: str) -> re.Pattern[str]:
    """A pattern for a text made of one of these phrases, with any signs around it."""
    return late_pattern(rf"[^\w©—–📷(]*(?:{_alternatives(lines)})\W*")


SIGNATURE = _whole(_SIGNATURES + _NOTES)
BUTTON = _whole(_BUTTONS)
BACK_MATTER = _whole(_BACK_MATTER)
CONTACT = late_pattern(rf"\b(?:{_alternatives(_CONTACTS)})\b")
"""Asks readers to write or call: no question, but it opens a talk all the same, as blogs do."""
INVITATION = late_pattern(rf"\b(?:{_alternatives(_INVITATIONS)})\b")
