"""What most posts of a folder or an export do is the house's way, and no finding."""

from __future__ import annotations

from collections import defaultdict
from pathlib import PurePath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from smolint.check import Gathered
    from smolint.draft import Draft

_BUNDLES = frozenset({"index", "_index"})


def house_of(draft: Draft) -> str:
    """The folder of a file's posts, that around it for page bundles (`my-post/index.md`); an export's own path."""
    path = PurePath(draft.source.path)
    if draft.format == "wxr":
        return str(path)
    return str(path.parent.parent if path.stem.lower() in _BUNDLES else path.parent)


def by_house(houses: Iterable[str]) -> Iterable[list[int]]:
    """The numbers of the traces of each house, in order."""
    numbers: dict[str, list[int]] = defaultdict(list)
    for number, house in enumerate(houses):
        numbers[house].append(number)
    return numbers.values()


def unusual(traces: Sequence[Gathered], min_posts: int, min_share: int) -> Iterator[tuple[int, Mapping[str, object]]]:
    """The traces that keep values beside their house, with these values.

    Where at least `min_posts` posts of a house are there, and more than `min_share` percent keep some, none does.
    """
    for numbers in by_house(trace.kept[0] for trace in traces):
        odd = [number for number in numbers if traces[number].kept[1]]
        if len(numbers) < min_posts or len(odd) * 100 <= len(numbers) * min_share:
            yield from ((number, traces[number].kept[1]) for number in odd)
