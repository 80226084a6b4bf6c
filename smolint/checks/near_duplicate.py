"""Blog posts that say what another one says already: among all drafts of a run, and among what is published.

Of each post a sketch is kept: about 2.6 kilobytes for 800 words, whatever their number. When the run ends, its anchors,
a tenth of that, say which posts may share a passage; their true overlap decides, and is looked at for these alone.
"""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from smolint.check import Check, Gathered, Mark, Trace
from smolint.checks.alike import alike
from smolint.checks.depth import is_standing_page
from smolint.checks.genre import is_bulletin
from smolint.checks.opening import opening
from smolint.checks.own_prose import is_boilerplate
from smolint.checks.quotation import is_quotation
from smolint.checks.search_fields import slug_field
from smolint.checks.shingles import Overlap, Sketch, longest_passage, numbers_of, overlap, sketch
from smolint.dataclass import dataclass
from smolint.late_pattern import late_pattern
from smolint.named_tuple import NamedTuple

if TYPE_CHECKING:
    from array import array
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from smolint.draft import Block, Draft
    from smolint.reading import Reading

_ELSEWHERE = (
    "canonical_url", "canonical", "canonicalUrl", "canonical-url", "canonicalURL", "_yoast_wpseo_canonical",
    "redirect_to", "redirect", "redirectTo", "redirect-to", "external_url",
)  # fmt: skip
_ASIDE = frozenset({"table", "link-list", "footnote"})
_DATE = late_pattern(r"^\d{4}-\d\d-\d\d-")
_YEAR = late_pattern(r"\b(?:19|20)\d\d\b")
_FOLDER_FILES = frozenset({"index", "_index", "post", "readme"})


@dataclass(frozen=True, slots=True)
class NearDuplicate:
    """`max_share`: percent of a post that another one may hold too; posts under `min_words` words are left alone."""

    max_share: int = 40
    min_words: int = 100


class _Post(NamedTuple):
    """What is kept of a post: its sketch, its language, its slug, its title, its date, whether it is a release note.

    The date is `YYYY-MM-DD`, or 9999 for none.
    """

    sketch: Sketch
    language: str
    slug: str
    title: str
    date: str
    bulletin: bool

    @classmethod
    def of(cls, trace: Gathered) -> _Post:
        """What a trace holds."""
        kept, *others = trace.kept
        return cls(Sketch(*kept), *others)


def gather_post(reading: Reading, options: NearDuplicate) -> Trace | None:
    """The sketch of a post's own text, marked at its opening; None for what may well repeat another.

    That is a post that names another address as the original (`canonical`), a redirect, a page that lists.
    """
    draft = reading.draft
    place = opening(reading)
    if place is None or draft.page or is_standing_page(draft) or draft.field(*_ELSEWHERE):
        return None
    kept = sketch(_own_blocks(reading), reading)
    if kept.runs < options.min_words:
        return None
    title = draft.title.text.strip() if draft.title else ""
    return Trace(
        Mark(place),
        (tuple(kept), draft.language, _slug(draft), title[:80], _day(draft), is_bulletin(draft)),
    )


def _own_blocks(reading: Reading) -> Iterator[Block]:
    for block in reading.draft.prose:
        quoted = is_quotation(block) or _ASIDE.intersection(block.within)
        if block.kind in ("heading", "cell", "caption") or quoted:
            continue
        if not is_boilerplate(reading, block):
            yield block


def _slug(draft: Draft) -> str:
    """By what name the site knows a post: its slug, else its file's name, else that of its folder."""
    field = slug_field(draft)
    if field is not None:
        return str(field.value).rstrip("/").rpartition("/")[2]
    path = PurePath(draft.source.path)
    name = path.name.partition(".")[0]
    return _DATE.sub("", path.parent.name if name.lower() in _FOLDER_FILES else name)


def _day(draft: Draft) -> str:
    """When a post came or comes out, as far as its fields or its file's name say; what has no date comes last."""
    field = draft.field("date", "pubDate", "publishDate", "published", "wp:post_date")
    named = _DATE.match(PurePath(draft.source.path).name)
    return (str(field.value)[:10] if field else "") or (named[0][:10] if named else "9999")


class _Match(NamedTuple):
    """Another post, and what this post and it have in common."""

    number: int
    post: _Post
    overlap: Overlap


def near_duplicates(traces: Sequence[Gathered], options: NearDuplicate) -> Iterator[tuple[int, Mapping[str, Any]]]:
    """Each draft of which another post holds more than `max_share`; of two, the later.

    Values: `share` (percent), `other_en` and `other_fr` (path and line, or the title of a draft of the same file),
    `line` and `passage` (where the longest common passage stands, and how that paragraph begins). Variants: `published`
    for a post that is out already, `contains` where a draft holds all of such a post, `same` where little differs.
    """
    if len(traces) < 2:
        return
    anchors = [anchors_of(trace.kept) for trace in traces]
    for number, others in alike(anchors, options.max_share * _SEEN / 100):
        one = traces[number]
        if one.published:
            continue
        post = _Post.of(one)
        matches = _matches(one, post, ((other, traces[other]) for other in others), options)
        best = max(matches, key=_closeness, default=None)
        if best is not None:
            yield number, _values(one, post, traces[best.number], best, options)


def anchors_of(kept: tuple[Any, ...]) -> array[int]:
    """The anchors of what is kept of a post: posts that are told of together have some in common."""
    return numbers_of(kept[0][0])


_SEEN = 0.3
"""The part of `max_share` that the anchors of a text show at least where another one holds so much of it."""
_MOST_MATCHES = 3
_MOST_FAR = 3
"""How many others that hold too little are looked at: those that come after hold less still."""
_LEAST_RUNS = 5


def _matches(
    one: Gathered, post: _Post, others: Iterable[tuple[int, Gathered]], options: NearDuplicate
) -> Iterator[_Match]:
    """The first of the others, which come the closest first, that are worth a finding on a post."""
    found = far = 0
    for number, other in others:
        theirs = _Post.of(other)
        if not _compares(one, post, other, theirs):
            continue
        match = _Match(number, theirs, overlap(post.sketch, theirs.sketch))
        if _tells(one, post, other, match, options):
            yield match
            found += 1
            if match.overlap.share == 1:
                return
        elif 100 * max(match.overlap.share, match.overlap.other_share) <= options.max_share:
            far += 1
        if found == _MOST_MATCHES or far == _MOST_FAR:
            return


def _values(one: Gathered, post: _Post, other: Gathered, match: _Match, options: NearDuplicate) -> dict[str, Any]:
    passage = longest_passage(post.sketch, match.post.sketch)
    variant = _variant(match, other, options)
    share = match.overlap.other_share if variant == "contains" else match.overlap.share
    return {
        "share": round(100 * share),
        **_names(other, match.post, one.path, passage.other_line),
        "line": passage.line,
        "passage": passage.head,
        "variant": variant,
    }


def _names(other: Gathered, post: _Post, here: str, line: int) -> dict[str, str]:
    """How to find the other post, in both languages: its file and line; its title where it is of the same file."""
    if other.path == here and post.title:
        return {"other_en": f"“{post.title}”", "other_fr": f"«\u00a0{post.title}\u00a0»"}
    return dict.fromkeys(("other_en", "other_fr"), f"{other.path}:{line}")


def _closeness(match: _Match) -> tuple[float, int]:
    return max(match.overlap.share, match.overlap.other_share), -match.number


_WHOLE = 0.9


def _variant(match: _Match, other: Gathered, options: NearDuplicate) -> str:
    if 100 * match.overlap.share <= options.max_share:
        return "contains"
    return "published" if other.published else "same" if match.overlap.share >= _WHOLE else ""


def _tells(one: Gathered, post: _Post, other: Gathered, match: _Match, options: NearDuplicate) -> bool:
    """Whether a match is worth a finding on this post: of two drafts that hold much of each other, on the later one."""
    if match.overlap.shared < _LEAST_RUNS:
        return False
    is_much = 100 * match.overlap.share > options.max_share
    if other.published:
        return is_much or match.overlap.other_share >= _WHOLE
    if not is_much or 100 * match.overlap.other_share <= options.max_share:
        return is_much
    return (post.date, one.path, one.draft) > (match.post.date, other.path, other.draft)


def _compares(one: Gathered, post: _Post, other: Gathered, theirs: _Post) -> bool:
    """False for one text on two platforms, a post and its own published form, and what is alike by nature."""
    if (one.path, one.draft) == (other.path, other.draft):
        return False
    if post.language != theirs.language:
        return False
    if other.published and post.slug == theirs.slug:
        return False
    if post.bulletin and theirs.bulletin:
        return False
    return not _is_next_year(post.title, theirs.title)


def _is_next_year(one: str, other: str) -> bool:
    """Whether titles differ in the year alone: the call for this year's survey repeats last year's."""
    return one != other and _YEAR.sub("", one) == _YEAR.sub("", other)


CHECKS: tuple[Check, ...] = (
    Check(
        "near-duplicate",
        options=NearDuplicate,
        gather=gather_post,
        conclude=near_duplicates,
        links=anchors_of,
        published=True,
    ),
)
