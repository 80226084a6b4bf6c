"""Blog posts that say what another one says already: among all drafts of a run, and among what is published.

Of each post a sketch is kept: about 2.2 kilobytes for 800 words, whatever their number. When the run ends, MinHash with
locality-sensitive hashing (the library rensa) says which posts may share a passage, and their true overlap decides.
"""

from __future__ import annotations

from collections import defaultdict
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, NamedTuple

from smolint.check import Check, Gathered, Mark, Trace
from smolint.checks.depth import is_standing_page
from smolint.checks.genre import is_bulletin
from smolint.checks.opening import opening
from smolint.checks.own_prose import is_boilerplate
from smolint.checks.quotation import is_quotation
from smolint.checks.search_fields import slug_field
from smolint.checks.shingles import (
    Sketch,
    hashes_of,
    least_sample,
    longest_passage,
    sampled_below,
    shared_runs,
    sketch,
    suspects,
)
from smolint.dataclass import dataclass
from smolint.late_pattern import late_pattern

if TYPE_CHECKING:
    from array import array
    from collections.abc import Callable, Iterator, Mapping, Sequence

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
_POSTINGS = 40
"""With how many earlier posts that hold the same run a post is compared at most."""


@dataclass(frozen=True, slots=True)
class NearDuplicate:
    """`max_share`: percent of a post that another one may hold too; posts under `min_words` words are left alone."""

    max_share: int = 40
    min_words: int = 100


class _Post(NamedTuple):
    """What is kept of a post: its sketch, its language, its slug, its title, its date, whether it is a release note.

    The date is `YYYY-MM-DD`, or 9999 for none.
    """

    sketch: tuple[Any, ...]
    language: str
    slug: str
    title: str
    date: str
    bulletin: bool


def gather_post(reading: Reading, options: NearDuplicate) -> Trace | None:
    """The sketch of a post's own text, marked at its opening; None for what may well repeat another.

    That is a post that names another address as the original (`canonical`), a redirect, a page that lists.
    """
    draft = reading.draft
    place = opening(reading)
    if place is None or draft.page or is_standing_page(draft) or draft.field(*_ELSEWHERE):
        return None
    blocks = list(_own_blocks(reading))
    kept = sketch(blocks, draft.source)
    if kept.runs < options.min_words:
        return None
    title = draft.title.text.strip() if draft.title else ""
    return Trace(
        Mark(place),
        tuple(_Post(tuple(kept), draft.language, _slug(draft), title[:80], _day(draft), is_bulletin(draft))),
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
    """Another post, how many sampled runs are in both, and which part of this post and of the other they are."""

    number: int
    shared: int
    share: float
    other_share: float


def near_duplicates(traces: Sequence[Gathered], options: NearDuplicate) -> Iterator[tuple[int, Mapping[str, Any]]]:
    """Each draft of which another post holds more than `max_share`; of two, the later.

    Values: `share` (percent), `other_en` and `other_fr` (path and line, or the title of a draft of the same file),
    `line` and `passage` (where the longest common passage stands, and how that paragraph begins). Variants: `published`
    for a post that is out already, `contains` where a draft holds all of such a post, `same` where little differs.
    """
    posts = [_Post(*trace.kept) for trace in traces]
    sketches = [Sketch(*post.sketch) for post in posts]
    if len(posts) < 2:
        return

    def compare(one: int, two: int) -> bool:
        return _compares(one, two, traces, posts) or _compares(two, one, traces, posts)

    for number, matches in sorted(_matches(sketches, compare).items()):
        if traces[number].published:
            continue
        fit = [one for one in matches if _compares(number, one.number, traces, posts)]
        best = max((one for one in fit if _tells(number, one, traces, posts, options)), key=_closeness, default=None)
        if best is not None:
            passage = longest_passage(sketches[number], sketches[best.number])
            variant = _variant(best, traces[best.number], options)
            other = traces[best.number]
            yield (
                number,
                {
                    "share": round(100 * (best.other_share if variant == "contains" else best.share)),
                    **_names(other, posts[best.number], traces[number].path, passage.other_line),
                    "line": passage.line,
                    "passage": passage.head,
                    "variant": variant,
                },
            )


def _names(other: Gathered, post: _Post, here: str, line: int) -> dict[str, str]:
    """How to find the other post, in both languages: its file and line; its title where it is of the same file."""
    if other.path == here and post.title:
        return {"other_en": f"“{post.title}”", "other_fr": f"«\u00a0{post.title}\u00a0»"}
    return dict.fromkeys(("other_en", "other_fr"), f"{other.path}:{line}")


def _closeness(match: _Match) -> tuple[float, int]:
    return max(match.share, match.other_share), -match.number


_WHOLE = 0.9


def _variant(match: _Match, other: Gathered, options: NearDuplicate) -> str:
    if 100 * match.share <= options.max_share:
        return "contains"
    return "published" if other.published else "same" if match.share >= _WHOLE else ""


def _tells(
    number: int, match: _Match, traces: Sequence[Gathered], posts: Sequence[_Post], options: NearDuplicate
) -> bool:
    """Whether a match is worth a finding on this post: of two drafts that hold much of each other, on the later one."""
    is_much = 100 * match.share > options.max_share
    if traces[match.number].published:
        return is_much or match.other_share >= _WHOLE
    if not is_much or 100 * match.other_share <= options.max_share:
        return is_much
    mine, theirs = ((posts[one].date, traces[one].path, traces[one].draft) for one in (number, match.number))
    return mine > theirs


def _compares(number: int, other: int, traces: Sequence[Gathered], posts: Sequence[_Post]) -> bool:
    """False for one text on two platforms, a post and its own published form, and what is alike by nature."""
    one, two = traces[number], traces[other]
    if (one.path, one.draft) == (two.path, two.draft):
        return False
    if posts[number].language != posts[other].language:
        return False
    if two.published and posts[number].slug == posts[other].slug:
        return False
    if posts[number].bulletin and posts[other].bulletin:
        return False
    return not _is_next_year(posts[number].title, posts[other].title)


def _is_next_year(one: str, other: str) -> bool:
    """Whether titles differ in the year alone: the call for this year's survey repeats last year's."""
    return one != other and _YEAR.sub("", one) == _YEAR.sub("", other)


def _matches(sketches: Sequence[Sketch], compare: Callable[[int, int], bool]) -> dict[int, list[_Match]]:
    """Both posts of each pair to compare that shares a fair part of one of them, by number, with their true overlap."""
    found: dict[int, list[_Match]] = defaultdict(list)
    sizes: dict[tuple[int, int], int] = {}
    for number, other, count in _overlaps([hashes_of(one) for one in sketches], compare):
        limit = min(sampled_below(sketches[number].runs), sampled_below(sketches[other].runs))
        for one in (number, other):
            if (one, limit) not in sizes:
                sizes[one, limit] = _size(sketches[one], limit)
        share, other_share = count / sizes[number, limit], count / sizes[other, limit]
        if max(share, other_share) >= _LEAST_SHARE:
            found[number].append(_Match(other, count, share, other_share))
            found[other].append(_Match(number, count, other_share, share))
    return found


def _size(one: Sketch, limit: int) -> int:
    """How many runs of a sketch are under a limit, each counted once; one at least."""
    return max(1, len({value for value in hashes_of(one) if value < limit}))


def _overlaps(hashes: Sequence[array[int]], compare: Callable[[int, int], bool]) -> Iterator[tuple[int, int, int]]:
    """Pairs of texts to compare that seem to share a fair part, by number, and how many runs are in both, each once."""
    sampled = [least_sample(one) for one in hashes]
    shared = shared_runs(sampled)
    postings: dict[int, list[int]] = defaultdict(list)
    for number in suspects(sampled, shared):
        common: dict[int, int] = defaultdict(int)
        for value in shared[number]:
            earlier = postings[value]
            for other in earlier:
                common[other] += 1
            if len(earlier) < _POSTINGS:
                earlier.append(number)
        alike = [
            other
            for other, count in common.items()
            if count >= _LEAST_SEEN * min(len(sampled[number]), len(sampled[other])) and compare(number, other)
        ]
        every = set(hashes[number]) if alike else set()
        both = ((other, len(every.intersection(hashes[other]))) for other in alike)
        yield from ((number, other, count) for other, count in both if count >= _LEAST_RUNS)


_LEAST_SEEN = 0.05
"""The part of the smaller of two samples in which a share of a tenth or more is seen, nearly always."""
_LEAST_SHARE = 0.1
_LEAST_RUNS = 5


CHECKS: tuple[Check, ...] = (
    Check("near-duplicate", options=NearDuplicate, gather=gather_post, conclude=near_duplicates, published=True),
)
