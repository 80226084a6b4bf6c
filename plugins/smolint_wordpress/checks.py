"""The checks on sharing: are readers given a way to pass a post on, and does it still work?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from smolint.check import Check, Mark, Trace
from smolint.checks.depth import is_standing_page
from smolint.finding import Level
from smolint.source import Span
from smolint_wordpress.sharing import find_sharing
from smolint_wordpress.sharing_table import sharing_table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from smolint.check import Gathered, NoOptions
    from smolint.draft import Draft
    from smolint.reading import Reading

_MONTHS = {
    "en": "January February March April May June July August September October November December",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
}


def gather_missing(reading: Reading, _options: NoOptions) -> Trace | None:
    """A trace of a draft in which readers find no way to share it.

    A rendered page must show the buttons. A post's source need not: unless the configuration says that posts
    carry them themselves, the theme is supposed to, and the run speaks of it once. A site's own pages (about,
    contact) need none.
    """
    setting = reading.settings.get("sharing")
    draft = reading.draft
    if setting == "none" or draft.format == "unreadable" or (setting == "theme" and not draft.page):
        return None
    if is_standing_page(draft) and not draft.page:
        return None
    if not (draft.title or draft.blocks) or any(hit.service.kind == "share" for hit in find_sharing(reading)):
        return None
    where = "page" if draft.page else "content" if setting == "content" else "source"
    at_most = Level.SUGGESTION if where == "source" else None
    variant = "" if where == "source" else where
    return Trace(Mark(_beginning(draft), variant=variant, at_most=at_most), where)


def conclude_missing(traces: Sequence[Gathered], _options: NoOptions) -> Iterator[tuple[int, Mapping[str, Any]]]:
    """Each page and each post that must carry the buttons; of all other posts only the first, with their number."""
    sources = [index for index, trace in enumerate(traces) if trace.kept == "source"]
    for index, trace in enumerate(traces):
        if trace.kept != "source":
            yield index, {"variant": trace.kept}
    if sources:
        first = min(sources, key=lambda index: (traces[index].path, traces[index].draft))
        posts = len({(traces[index].path, traces[index].draft) for index in sources})
        yield first, {"posts": posts, "variant": "several" if posts > 1 else ""}


def dead_modules(reading: Reading, _options: NoOptions) -> Iterable[Mark]:
    """The places of modules and share links whose service has closed."""
    for hit in find_sharing(reading):
        if hit.service.dead:
            values = {"name": hit.service.name, "since": hit.service.since, **_dates(hit.service.since)}
            at_most = Level.WARNING if hit.service.confidence == "low" else None
            yield Mark(hit.span, values, variant="" if hit.service.since else "undated", at_most=at_most)


def follow_only(reading: Reading, _options: NoOptions) -> Iterable[Mark]:
    """The first follow module of a draft that has no sharing module, where one is wanted."""
    setting = reading.settings.get("sharing")
    page = reading.draft.page
    if setting == "none" or (setting == "theme" and not page):
        return
    hits = find_sharing(reading)
    if any(hit.service.kind == "share" for hit in hits):
        return
    follow = next((hit for hit in hits if hit.service.kind == "follow"), None)
    if follow:
        yield Mark(follow.span, at_most=None if page or setting == "content" else Level.SUGGESTION)


def duplicate_modules(reading: Reading, _options: NoOptions) -> Iterable[Mark]:
    """The first place of each further sharing module; plain share links and scripts of the page's own do not count."""
    seen: list[str] = []
    for hit in find_sharing(reading):
        service = hit.service
        if service.kind != "share" or not service.module or service.dead or service.key in (*seen, "web_share_api"):
            continue
        seen.append(service.key)
        if len(seen) > 1:
            first = sharing_table().services[seen[0]]
            yield Mark(hit.span, {"name": service.name, "first": first.name})


def _dates(since: str) -> dict[str, str]:
    """The day in words, by language: `since_en`, `since_fr`."""
    if not since:
        return {}
    year, month, day = since.split("-")
    number = int(day)
    english = f"{number} {_MONTHS['en'].split()[int(month) - 1]} {year}"
    french = f"{'1er' if number == 1 else number}\N{NO-BREAK SPACE}{_MONTHS['fr'].split()[int(month) - 1]} {year}"
    return {"since_en": english, "since_fr": french}


def _beginning(draft: Draft) -> Span:
    """The title, else the first heading, else the first block, else the place where the body begins."""
    if draft.title:
        return draft.title.span()
    first = next((block for block in draft.blocks if block.kind == "heading"), next(iter(draft.prose), None))
    return first.span() if first else Span(draft.body_span.start, draft.body_span.start)


CHECKS = (
    Check("sharing-module-missing", gather=gather_missing, conclude=conclude_missing),
    Check("sharing-module-dead", run=dead_modules),
    Check("follow-is-not-share", run=follow_only),
    Check("sharing-module-duplicate", run=duplicate_modules),
)
