"""What links carry to count visits: traces of one reader that leak, and the campaign parameters that owners want."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from smolint.check import Check, Mark
from smolint.checks.addresses import addresses, host_and_rest
from smolint.checks.shorteners import shortener_of
from smolint.dataclass import dataclass
from smolint.finding import Edit, Fix
from smolint.late_pattern import late_pattern
from smolint.link_kind import host_of
from smolint.named_tuple import NamedTuple
from smolint.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smolint.reading import Reading

_SEPARATOR = late_pattern(r"&(?:amp;|#0*38;|#x0*26;)?|#")
_TITLE_LENGTH = 200
_ESCAPED = str.maketrans("", "", "\\")


@dataclass(frozen=True, slots=True)
class Junk:
    """`parameters`: names of query parameters that trace a reader. `on_hosts`: `host name` pairs, for one site only."""

    parameters: tuple[str, ...] = ("fbclid", "gclid", "msclkid", "mc_eid", "igshid", "yclid", "_hsenc")
    on_hosts: tuple[str, ...] = ()


class _Parameter(NamedTuple):
    """A query parameter as written: its name, its place, and where the next one begins (its end if it is the last)."""

    name: str
    start: int
    end: int
    following: int


def link_tracking_junk(reading: Reading, options: Junk) -> Iterator[Mark]:
    """Each run of query parameters that trace one reader, with a fix that removes exactly these.

    Other parameters and the fragment stay. Values: `names` (with commas).
    """
    everywhere = frozenset(options.parameters)
    by_host = frozenset(options.on_hosts)
    for address in addresses(reading):
        if "?" in address.url:
            host = host_and_rest(address.url)[0]
            junk = everywhere | {pair.partition(" ")[2] for pair in by_host if pair.partition(" ")[0] == host}
            yield from _runs(reading.draft.source.text, address.span, junk)


def _runs(text: str, span: Span, junk: frozenset[str]) -> Iterator[Mark]:
    parameters = list(_parameters(text, span))
    for is_junk, group in groupby(parameters, key=lambda parameter: parameter.name in junk):
        if is_junk:
            run = list(group)
            yield _mark(text, span, run, first=run[0] == parameters[0], last=run[-1] == parameters[-1])


def _mark(text: str, span: Span, run: list[_Parameter], *, first: bool, last: bool) -> Mark:
    """The mark of a run of parameters, whose removal takes with it the one separator too many."""
    start, end = run[0].start, run[-1].end
    if last:
        # The separator before: `?` where nothing is left, else `&` however it is written.
        before = text.rfind("?" if first else "&", span.start, start)
        edit = Edit(Span(before, end), "")
    else:
        edit = Edit(Span(start, run[-1].following), "")
    names = ", ".join(dict.fromkeys(parameter.name for parameter in run))
    return Mark(Span(start, end), {"names": names}, Fix(_title(text, span, edit.span), (edit,)))


def _title(text: str, span: Span, removed: Span) -> str:
    """The address as it is and as it will be; of a long one only the part around the parameters."""
    first, last = max(span.start, removed.start - _TITLE_LENGTH), min(span.end, removed.end + _TITLE_LENGTH)
    before, after = text[first : removed.start], text[removed.end : last]
    return f"{before}{text[removed.start : removed.end][:_TITLE_LENGTH]}{after} → {before}{after}"


def _parameters(text: str, span: Span) -> Iterator[_Parameter]:
    """The query parameters of an address in the source, where `&` may be written as an entity."""
    start = text.find("?", span.start, span.end) + 1
    if "#" in text[span.start : start]:
        return
    while 0 < start < span.end:
        separator = _SEPARATOR.search(text, start, span.end)
        end = separator.start() if separator else span.end
        more = separator is not None and separator.group() != "#"
        following = separator.end() if separator and more else end
        name = text[start:end].partition("=")[0].translate(_ESCAPED)
        yield _Parameter(name, start, end, following)
        start = following if more else 0


@dataclass(frozen=True, slots=True)
class Untracked:
    """`parameters`: beginnings of the names of campaign parameters, any of which is enough."""

    parameters: tuple[str, ...] = ("utm_", "mtm_", "pk_", "at_", "xtor", "mc_cid")


def link_untracked(reading: Reading, options: Untracked) -> Iterator[Mark]:
    """Each address without a campaign parameter: of one's own site where that is configured, else of any.

    Short addresses stay silent, as nobody sees what they hide. Values: `host`.
    """
    own = host_of(reading.site)
    for address in addresses(reading):
        host, rest = host_and_rest(address.url)
        if own and host != own and not host.endswith(f".{own}"):
            continue
        query = rest.partition("?")[2].lower()
        tagged = any(f"&{query}".find(f"&{name}") >= 0 for name in options.parameters)
        if not tagged and shortener_of(address.url) is None:
            yield Mark(address.span, {"host": host})


CHECKS: tuple[Check, ...] = (
    Check("link-tracking-junk", link_tracking_junk, Junk),
    Check("link-untracked", link_untracked, Untracked),
)
