"""Hashtags: none, too many, and words behind a `#` that no platform links as they are written."""

from __future__ import annotations

import re

from smolint.check import Check, Mark
from smolint.checks.genre import is_service_notice
from smolint.checks.thread import last_line, stands_alone
from smolint.dataclass import dataclass
from smolint.finding import Edit, Fix, Level
from smolint.late_pattern import late_pattern
from smolint.type_checking import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smolint.platform import Entity
    from smolint.reading import Reading

_YEAR = late_pattern(r"(?<![\w&/#])[#＃](?:19|20)\d\d(?![\w.,:-]*\w)")
# What stands before a number that only looks like a year: an issue, an episode, a part of a path.
_NUMBERED = late_pattern(
    r"(?:\b(?:issues?|pr|request|tickets?|bugs?|no\.?|num[ée]ro|podcast|chap\w*|vol(?:ume)?\.?|rfc|pep|order|invoice|item)"
    r"|\b(?:commande|facture|fix(?:es|ed)?|closes?d?|see|voir)|n[°º]|[ée]pisode|(?<![\w./:-])[\w-]+/[\w.-]+)\s*[(:]?\s*\Z"
    r"|\S/\S*\Z",
    re.IGNORECASE,
)
_CONTEXT = 40
_CUT = late_pattern(r"(?P<sign>['’-])(?P<rest>[^\W_]+)(?P<more>(?:-[^\W_]+)*)")
# Elisions that French writers put behind the sign: they meant the word after the apostrophe.
_ELISIONS = frozenset({"l", "d", "j", "m", "t", "s", "n", "c", "qu", "jusqu", "lorsqu", "puisqu", "quelqu"})
_CONTRACTED = frozenset({"it", "that", "what", "let", "he", "she", "here", "there", "where", "who", "how"})
# Endings that a writer adds to a hashtag that is fine by itself (#Python-based, #AI-driven).
_SUFFIX = late_pattern(
    r"based|driven|powered|related|like|style|friendly|ready|first|savvy|focus\w+|enabled|led|specific|only|free|wide"
    r"|backed|themed|inspired|native|compatible|heavy|centric|oriented|as|and|or|the|to|là|ci"
)


@dataclass(frozen=True, slots=True)
class Missing:
    """`fields`: the front-matter fields whose hashtags are added when the post is published.

    A field may be a map by account (`linkedin-ourteam: [bread]`); what is for others is not added here.
    `min_words`: shorter posts are left alone.
    """

    fields: tuple[str, ...] = ("hashtags",)
    min_words: int = 4


def hashtag_missing(reading: Reading, options: Missing) -> Iterator[Mark]:
    """The last line of a post or thread without any hashtag; replies, quotes, polls and service notices need none."""
    if not stands_alone(reading, options.min_words) or _adds_some(reading, options.fields):
        return
    texts = [post.text for post in reading.thread_posts]
    if not any(reading.platform.hashtags(text) or is_service_notice(text) for text in texts):
        yield Mark(last_line(reading), {"platform": reading.platform.label})


def _adds_some(reading: Reading, names: tuple[str, ...]) -> bool:
    own = (reading.platform.name, *reading.platform.aliases)
    for field in filter(None, (each.field(*names) for each in reading.thread)):
        accounts = [str(name).partition("-")[0].lower() for name, _ in field.children]
        if not isinstance(field.value, dict) or any(account in own for account in accounts):
            return True
    return False


@dataclass(frozen=True, slots=True)
class TooMany:
    """`fact`: the platform's fact with the recommended range; `tolerance`: how many more are let pass.

    `limit`, if not 0, goes before the fact.
    """

    fact: str = "hashtag_recommended"
    tolerance: int = 0
    limit: int = 0


def hashtag_too_many(reading: Reading, options: TooMany) -> Iterator[Mark]:
    """The first hashtag beyond what the platform recommends. Values: `count`, `limit`, `platform`."""
    fact = reading.platform.facts.get(options.fact)
    advised = options.limit or (fact.value[-1] if fact and fact.value else 0)
    tags = reading.hashtags
    if not advised or len(tags) <= advised + options.tolerance:
        return
    uncertain = not options.limit and fact is not None and fact.confidence == "low"
    yield Mark(
        reading.post.span(*tags[advised].span),
        {"count": len(tags), "limit": advised, "platform": reading.platform.label},
        at_most=Level.WARNING if uncertain else None,
    )


@dataclass(frozen=True, slots=True)
class NotAHashtag:
    """`years`: whether a year behind a `#` is reported too."""

    years: bool = True


def not_a_hashtag(reading: Reading, options: NotAHashtag) -> Iterator[Mark]:
    """Hashtags that an apostrophe or a hyphen cuts, and years, which are no hashtags.

    Values: `written` (as in the post), `linked` (what the platform makes clickable). Variant `year` for years.
    """
    text = reading.post.text
    for tag in reading.hashtags:
        if cut := _cut_after(text, tag):
            span = reading.post.span(tag.span.start, cut.end())
            written = text[tag.span.start : cut.end()]
            yield Mark(span, {"written": written, "linked": tag.text}, _joined(reading, tag, cut))
    for match in _YEAR.finditer(text) if options.years else ():
        if not _NUMBERED.search(text, max(0, match.start() - _CONTEXT), match.start()):
            yield Mark(reading.post.span(*match.span()), {"written": match.group()}, variant="year")


def _cut_after(text: str, tag: Entity) -> re.Match[str] | None:
    """What follows a hashtag and was meant to be part of it, None where the hashtag is what was meant."""
    cut = _CUT.match(text, tag.span.end)
    if not cut:
        return None
    word, rest = tag.text[1:].lower(), cut["rest"].lower()
    if cut["sign"] == "-":
        return None if _SUFFIX.fullmatch(rest) else cut
    return cut if rest != "s" or word in _CONTRACTED else None


def _joined(reading: Reading, tag: Entity, cut: re.Match[str]) -> Fix | None:
    """`l’#été` for an elision, `#JeanPierre` for the rest."""
    word, rest = tag.text[1:], str(cut["rest"] + cut["more"]).split("-")
    if cut["sign"] != "-" and word.lower() in _ELISIONS:
        better = f"{word}{cut['sign']}#{_camel(rest) if cut['more'] else rest[0]}"
    else:
        better = f"#{_camel([word, *rest])}"
    written = f"{tag.text}{cut.group()}"
    return Fix(f"{written} → {better}", (Edit(reading.post.span(tag.span.start, cut.end()), better),), safe=False)


def _camel(words: list[str]) -> str:
    return "".join(word[:1].upper() + word[1:] for word in words)


CHECKS: tuple[Check, ...] = (
    Check("hashtag-missing", hashtag_missing, Missing),
    Check("hashtag-too-many", hashtag_too_many, TooMany),
    Check("not-a-hashtag", not_a_hashtag, NotAHashtag),
)
