"""Text that was meant to be replaced before publication, in French and English."""

from __future__ import annotations

import re
from functools import lru_cache

from smolint.check import Check, Mark, NoOptions
from smolint.checks.code_spans import code_spans
from smolint.late_pattern import late_pattern
from smolint.literals import Literal, Literals
from smolint.source import Cover, Span
from smolint.texts import running_texts
from smolint.type_checking import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smolint.draft import Block, Draft
    from smolint.reading import Reading

_GAP = r"[\s\u00a0\u202f]*"

_LATIN = late_pattern(
    r"lorem\s+ipsum\s+dolor(?:\s+sit\s+amet)?|consectetur\s+adipis[ci]+ng\s+elit|sed\s+do\s+eiusmod\s+tempor|"
    r"ut\s+enim\s+ad\s+minim\s+veniam|duis\s+aute\s+irure\s+dolor|excepteur\s+sint\s+occaecat|"
    r"(?:dolor\s+)?sit\s+amet,?\s+cons[ec]+tetu?e?r\s+(?:adipis|sadips)|consetetur\s+sadipscing\s+elitr|"
    r"sed\s+ut\s+perspiciatis\s+unde\s+omnis|nemo\s+enim\s+ipsam\s+voluptatem|at\s+vero\s+eos\s+et\s+accusamus?|"
    r"pellentesque\s+habitant\s+morbi\s+tristique|vestibulum\s+ante\s+ipsum\s+primis|"
    r"cum\s+sociis\s+natoque\s+penatibus|aenean\s+commodo\s+ligula|donec\s+sollicitudin\s+molestie|"
    r"nullam\s+quis\s+risus\s+eget|vivamus\s+sagittis\s+lacus|lorem\s+ipsum\s+(?:is\s+simply\s+dummy\s+text|dolor)",
    re.IGNORECASE,
)
"""The passage of Cicero that typesetters use; the bare words “lorem ipsum” are how one talks about it."""

_SLOTS = (
    r"(?:your|votre)[ _-][\w’' _-]{2,30}|[\w ]{0,20}(?:name|nom|text|texte|image|photo|link|lien)[ _](?:here|ici)|"
    r"(?:insert|insérer|insérez|ajouter|ajoutez|fill in|saisissez)\s[^\]{}\n]{2,60}|(?:add|put) [^\]{}\n]{2,40} here|"
    r"(?:(?:date|heure|lieu|prix|nom|photo|lien|titre|adresse|horaires?|chiffres?) )?(?:à|a) "
    r"(?:compléter|remplir|définir|préciser|rédiger|écrire|venir|faire|vérifier|valider)[^\]{}\n]{0,40}|"
    r"(?:text|texte|contenu|image|photo|visuel|lien|link|content) (?:à venir|to come|tk)|"
    r"to be (?:completed|written|added)|(?:first|last|full|company|customer|client|event|product) name|"
    r"(?:prénom|lieu|date|ville|heure|montant|prix|tarif)(?: (?:de|du|d[’']|des|exacte?)[^\]{}\n]{2,30})?|"
    r"faux[- ]texte|placeholder(?: text)?|lorem(?: ipsum)?|image de remplacement"
)
_CAPITAL_SLOTS = (
    r"(?:FIRST|LAST|FULL|COMPANY|BRAND|PRODUCT|CLIENT|CUSTOMER|EVENT) ?_?NAME|NAME|NOM|PRÉNOM|PRENOM|DATE|HEURE|LIEU|"
    r"VILLE|CITY|ADDRESS|ADRESSE|ENTREPRISE|COMPANY|PRODUIT|PRODUCT|MARQUE|CLIENT|TITRE|TITLE|LIEN|LINK|URL|"
    r"PHONE|E-?MAIL|NUMÉRO|TÉLÉPHONE|TIME|PLACE|LOCATION|"
    r"IMAGE|PHOTO|VISUEL|PRIX|PRICE|MONTANT|TODO|TBD|TBC|TK|FIXME|XX+|À COMPLÉTER|A COMPLETER"
)
_BRACKETED = late_pattern(rf"\[{_GAP}(?:(?i:{_SLOTS})|{_CAPITAL_SLOTS})\b{_GAP}[:…]?[^\[\]\n]{{0,40}}?\](?!\()")
# At the head of a line these open a section (« [PHOTO] Notre équipe ») rather than wait for a word.
_RUBRIC = late_pattern(
    r"\[(?=[A-ZÉ])(?i:DATE|HEURE|LIEU|VILLE|CITY|ENTREPRISE|COMPANY|PRODUIT|PRODUCT|MARQUE|CLIENT|TITRE|TITLE|LIEN|LINK|IMAGE|PHOTO|VISUEL"
    r"|PRIX|PRICE|TIME|PLACE)S?(?: [^\[\]\n]*)?\](?=[^\w\n]*\w)"
)
_BRACED = late_pattern(rf"\{{\{{{_GAP}(?:(?i:{_SLOTS})|{_CAPITAL_SLOTS}){_GAP}\}}\}}")
_NOTE = late_pattern(
    rf"(?<![\w#/.-])(?:TODO|FIXME|XXX|TBC|À COMPLÉTER|A COMPLETER){_GAP}:(?!//)|"
    r"\((?:TODO|FIXME|TK|TKTK|XXX+|(?i:à compléter|texte à venir|source à ajouter|add (?:source|link|figure)))\)|"
    r"(?<!\w)(?:TKTK|À COMPLÉTER)(?!\w)|"
    # A line of its own, or one that orders something.
    rf"^[ \t>*•–-]*(?:TODO|FIXME|TK|TBD|XXX+){_GAP}[.…!]*$|"
    r"^[ \t>*•–-]*(?:TODO|FIXME)[ \u00a0–—-]+(?:add|write|fix|check|ask|find|insert|replace|update|mention"
    r"|link|complete|finish|ajouter|écrire|rédiger|vérifier|demander|trouver|compléter|insérer|remplacer|relire|finir|mettre)\b",
    re.MULTILINE,
)
_UNKNOWN = late_pattern(
    rf"(?<![\w€$£.,/-])(?P<x>XX+|xx+)(?:[.,](?P=x))?{_GAP}(?:k€|€|%|euros?\b|EUR\b|\$|£|CHF\b)|"
    r"(?<![\w€$£])(?:US)?[$€£](?:XX+|xx+)(?:[.,](?:XX|xx))?(?![\w])|"
    r"(?<![\w/])(?:XX|xx)/(?:XX|xx)(?:/(?:XXXX|xxxx|XX|xx|20XX|20xx|\d{4}))?(?![\w/])|"
    rf"(?<!\w)(?:XX|xx){_GAP}(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)\b|"
    r"(?<!\w)(?:XXh(?:XX)?|xxh(?:xx)?|XX:XX)(?!\w)|"
    r"(?<!\w)(?:January|February|March|April|May|June|July|August|September|October|November|December) XX(?!\w)"
)
"""Figures, prices and dates that are still to be found."""

_MERGE_NAMES = (
    r"pr[ée]nom(?:[ _](?:du|de|d[’'])?[ _]?\w+)?|nom(?:[ _](?:du|de|de la|de l[’']|d[’'])?[ _]?\w+)?|ville|lieu"
    r"|entreprise|soci[ée]t[ée]|montant|prix|date[ _]d[eu’'][ _]?[\w ’']{3,30}"
    r"|(?:contact|customer|client|recipient|lead|subscriber)[._](?:\w+)"
    r"|(?:first|last|full|company|customer|client|recipient|event|product)[ _-]?name"
)
_MERGE = late_pattern(
    rf"\{{\{{{_GAP}(?:{_MERGE_NAMES}){_GAP}\}}\}}|(?<![\w${{])\{{(?:pr[ée]nom|first_?name|last_?name|full_?name)\}}(?!\}})|"
    r"\*\|(?:FNAME|LNAME|EMAIL|COMPANY)\|\*|(?<![\w%])%%?(?:pr[ée]nom|first_?name|last_?name)%%?(?![\w%])",
    re.IGNORECASE,
)
"""Fields of a mailing that nobody filled in. Parsers take those in braces for template tags: the source is searched."""

_MERGE_SIGNS = ("{", "*|", "%")
_MERGE_HINT = late_pattern(r"[{*%](?=[{|%pflPFL])")
_LOOP = late_pattern(r"\{%-?\s*(?:for|assign|capture)\b|\bv-for=|\*ngFor|\{\{\s*#each")
_ALONE = late_pattern(
    rf"(?:TODO|FIXME|TBD|TBC|XXX+|TK|À COMPLÉTER|(?i:à compléter|texte à venir|contenu à venir|faux texte|"
    rf"lorem ipsum|text to come|placeholder text|insert (?:text|image|photo) here|your text here|"
    rf"votre texte ici)){_GAP}[.:…!]*"
)
_TEMPLATES = late_pattern(
    r"click here to (?:add|edit) (?:your )?(?:text|title|content)|click to (?:add|edit) (?:text|title|subtitle)|"
    r"cliquez (?:ici )?pour (?:ajouter|modifier) (?:un |le |du |votre )?(?:sous-titre|titre|texte|contenu)|"
    r"welcome to wordpress\. this is your first post\.(?: edit or delete it, then start (?:writing|blogging)!?)?|"
    r"bienvenue (?:sur|dans) wordpress\. ceci est votre premier article\.(?: [^.!\n]{3,80}[.!])?|"
    r"just another wordpress (?:site|weblog)|un site utilisant wordpress|"
    r"this is an example page\. it[’']s different from a blog post|"
    r"ceci est une page d[’']exemple\. c[’']est différent d[’']un article de blog|"
    r"your (?:content|text) (?:goes|will go) here|votre (?:contenu|texte) (?:ira|vient|sera) ici|"
    r"you[’']ll find this post in your .{1,12} directory\. go ahead and edit it",
    re.IGNORECASE,
)
_TITLES = late_pattern(
    r"untitled|sans titre|\(?no title\)?|\(sans titre\)|auto draft|brouillon auto|new post|nouvel article|"
    r"title here|titre ici|your title(?: here)?|votre titre(?: ici)?|\[[^\]]*(?:title|titre)[^\]]*\]",
    re.IGNORECASE,
)
_SUMMARIES = ("description", "excerpt", "summary", "subtitle")
_MOST_BETWEEN = 200
"""So many characters before a placeholder tell whether it is quoted, or heads its line."""
_WORD_SIGN = late_pattern(r"\w")
_OPENING_QUOTES = "«“‘\"'`„‹"
# A text that has none of these holds no placeholder. They are found far faster than the patterns.
_WORDS = """
todo fixme tk tktk tbd tbc completer compléter venir ipsum sadipscing eiusmod minim irure sint amet perspiciatis ipsam
vero morbi natoque commodo sollicitudin risus sagittis
"""
_PHRASES = """
faux texte
source à ajouter
text to come
placeholder text
insert text here
insert image here
insert photo here
your text here
votre texte ici
"""
_PARTS = (
    "[", "{{", "xx", "adipis", "(add ", "click here to ", "click to ", "cliquez pour ", "cliquez ici pour ",
    "welcome to wordpress.", " wordpress. ceci", "just another wordpress ", "un site utilisant wordpress",
    "this is an example page.", "ceci est une page d", "your content goes here", "your content will go here",
    "your text goes here", "your text will go here", "votre contenu ira ici", "votre contenu vient ici",
    "votre contenu sera ici", "votre texte ira ici", "votre texte vient ici", "votre texte sera ici",
    "ll find this post in your ",
)  # fmt: skip
_HINTS = Literals([
    *(Literal(text, opens=True, closes=True) for text in (*_WORDS.split(), *_PHRASES.strip().splitlines())),
    *map(Literal, _PARTS),
])  # fmt: skip


def placeholder_text(reading: Reading, _options: NoOptions) -> Iterator[Mark]:
    """Each placeholder in the text, title or description, marked as exactly as it can be. Values: `text`.

    Quoted words are left alone, for they are what a text about placeholders says; so is all code.
    """
    yield from placeholders(reading)


@lru_cache(maxsize=4)
def placeholders(reading: Reading) -> tuple[Mark, ...]:
    """What `placeholder_text` marks."""
    return tuple(_placeholders(reading))


def _placeholders(reading: Reading) -> Iterator[Mark]:
    title = reading.draft.title
    untitled = title is not None and _TITLES.fullmatch(title.text.strip())
    if title and untitled:
        yield Mark(title.span(), {"text": title.text.strip()})
    for name in _SUMMARIES:
        yield from _in_field(reading.draft, name)
    running = running_texts(reading)
    for block in (running.blocks[number] for number in running.holding(_HINTS)):
        if not (untitled and block is title):
            yield from _in_block(block)
    yield from _merge_fields(reading.draft)


def _merge_fields(draft: Draft) -> Iterator[Mark]:
    """Fields of a mailing, in the source; none in what is a template itself, nor in components' expressions."""
    text, (start, end) = draft.source.text, draft.body_span
    if not any(sign in text for sign in _MERGE_SIGNS):
        return
    tried = [_MERGE.match(text, hint.start(), end) for hint in _MERGE_HINT.finditer(text, start, end)]
    found = [match for match in tried if match]
    if not found or _LOOP.search(text, start, end):
        return
    code = Cover(code_spans(draft))
    is_script = draft.source.path.lower().endswith((".mdx", ".jsx", ".vue", ".svelte"))
    for match in found:
        shown = code.holds(match.start()) or _is_quoted(text, match.start())
        if not shown and not (is_script and match[0].startswith("{")):
            yield Mark(Span(*match.span()), {"text": match[0]})


def _in_field(draft: Draft, name: str) -> Iterator[Mark]:
    field = draft.field(name)
    if field is None or not isinstance(field.value, str):
        return
    # A value that is escaped or folded in the file is marked as a whole.
    exact = draft.source[field.span] == field.value
    for start, end in _ranges(field.value, cell=False) if _HINTS.stand_in(field.value) else ():
        span = Span(field.span.start + start, field.span.start + end) if exact else field.span
        yield Mark(span, {"text": field.value[start:end]})


def _in_block(block: Block) -> Iterator[Mark]:
    text = block.prose
    for start, end in _ranges(text, block.kind == "cell"):
        yield Mark(block.span(start, end), {"text": text[start:end]})


def _ranges(text: str, cell: bool) -> list[tuple[int, int]]:
    bare = text.strip()
    if _ALONE.fullmatch(bare):
        start = text.index(bare)
        return [] if cell else [(start, start + len(bare))]
    latin = next((match for match in _LATIN.finditer(text) if not _is_quoted(text, match.start())), None)
    matches = [latin] if latin else []
    for pattern in (_BRACKETED, _BRACED, _NOTE, _UNKNOWN, _TEMPLATES):
        matches += [match for match in pattern.finditer(text) if not _is_spoken_of(text, match.start())]
    return _without_overlap(sorted(match.span() for match in matches))


def _is_quoted(text: str, start: int) -> bool:
    before = text[max(0, start - _MOST_BETWEEN) : start].rstrip(" \u00a0\u202f")
    return before.endswith(tuple(_OPENING_QUOTES)) or "\ufffc" in before[-1:]


def _is_spoken_of(text: str, start: int) -> bool:
    if _is_quoted(text, start):
        return True
    line = text.rfind("\n", max(0, start - _MOST_BETWEEN), start) + 1
    heads_line = (line > 0 or start <= _MOST_BETWEEN) and not _WORD_SIGN.search(text, line, start)
    return heads_line and _RUBRIC.match(text, start) is not None


def _without_overlap(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    kept: list[tuple[int, int]] = []
    for start, end in spans:
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return kept


CHECKS: tuple[Check, ...] = (Check("placeholder-text", placeholder_text),)
