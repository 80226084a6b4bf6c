"""The timings as text: a table and the commands of each case."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from peer_cases import Case
    from peer_runs import Timing

_HEAD = ("", "rules", "median", "min–max", "CPU", "peak", "posts", "posts/s", "× bare", "× smolint", "in CPU")


def baseline(timings: Sequence[Timing], name: str) -> Timing | None:
    """The timing of the contender with this name."""
    return next((one for one in timings if one.contender.name == name), None)


def lines(case: Case) -> Iterator[str]:
    """The case as lines to print."""
    bare, ours = baseline(case.timings, "bare Python"), baseline(case.timings, "smolint")
    rows = [_HEAD, *(_cells(timing, bare, ours) for timing in case.timings)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(_HEAD))]
    yield f"\n{case.title}"
    for row in rows:
        first, *others = (
            cell.ljust(width) if not column else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        yield "  ".join([first, *others]).rstrip()
    for timing in case.timings:
        yield f"  {timing.contender.name}: {timing.contender.typed()}"
        if not timing.worked:
            codes = sorted({run.code for run in timing.runs})
            yield f"    did not do its work: it ended with {', '.join(map(str, codes))}"


def _cells(timing: Timing, bare: Timing | None, ours: Timing | None) -> tuple[str, ...]:
    seconds = [run.seconds for run in timing.runs]
    posts = timing.contender.posts
    return (
        timing.contender.name,
        timing.contender.rules,
        duration(timing.seconds),
        f"{duration(min(seconds))}–{duration(max(seconds))}",
        duration(timing.cpu_seconds),
        f"{timing.peak_bytes / 1e6:.0f} MB",
        str(posts) if posts > 1 else "",
        rate(timing.rate) if posts > 1 else "",
        f"{timing.seconds / bare.seconds:.1f}" if bare else "",
        f"{ours.rate / timing.rate:.2f}" if ours else "",
        f"{ours.cpu_rate / timing.cpu_rate:.2f}" if ours else "",
    )


def duration(seconds: float) -> str:
    """A time in milliseconds below one second."""
    return f"{seconds:.1f} s" if seconds >= 1 else f"{seconds * 1000:.0f} ms"


def rate(posts: float) -> str:
    """Posts a second, with thousands told apart."""
    return f"{posts:,.0f}" if posts >= 10 else f"{posts:.1f}"
