"""From drafts to readings: each draft on each of the platforms where it goes, in its language, with its settings."""

from __future__ import annotations

from smolint.dataclass import dataclass, field, replace
from smolint.loading import open_file
from smolint.parting import Parted, part
from smolint.platform import Platform
from smolint.reading import Reading
from smolint.session import project_root
from smolint.skipping import why_nowhere
from smolint.targets import language_of, parsers_for, platforms_of, shown_path
from smolint.type_checking import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from smolint.discovery import Found
    from smolint.draft import Draft
    from smolint.loading import Opened
    from smolint.markup.skips import Skips
    from smolint.setup import Setup

NOWHERE = Platform("", "", kind="blog")
"""Stands in for the platform of a draft that has none; only what the parser reports is then looked at."""


@dataclass(frozen=True, slots=True)
class Aimed:
    """A draft on each of its platforms, on `NOWHERE` where it has none; `skipped` says why it has none."""

    readings: tuple[Reading, ...]
    skipped: str = ""


def groups(opened: Opened) -> Iterator[list[Draft]]:
    """Drafts that are linted together: each alone from a stream, else all of the file."""
    return ([draft] for draft in opened.drafts) if opened.streamed else iter([list(opened.drafts)])


def readings_of(found: Found, setup: Setup) -> Iterator[Reading]:
    """Each draft of a file on each of its platforms, ready to be measured; drafts that cannot be read are left out."""
    opened = open_file(found.path, shown_path(found.path), parsers_for(found.path, setup.config, setup.host))
    root = project_root(found.path, found.argument, setup.config)
    for group in groups(opened) if opened else ():
        for aimed in aim(group, found.path, root, setup):
            yield from (one for one in aimed.readings if one.platform is not NOWHERE)


def aim(drafts: Sequence[Draft], path: Path, root: Path, setup: Setup) -> Iterator[Aimed]:
    """Find the platforms of drafts that were parsed together, so that the items of a thread know each other."""
    group = _Group(drafts, path, root, setup)
    for draft in drafts:
        yield Aimed((Reading(draft, NOWHERE),)) if draft.format == "unreadable" else _aim(draft, group)


@dataclass(frozen=True, slots=True)
class _Group:
    """Drafts that were parsed together; `threads` keeps them as a thread on each platform that was asked for."""

    drafts: Sequence[Draft]
    path: Path
    root: Path
    setup: Setup
    threads: dict[str, tuple[Draft, ...]] = field(default_factory=dict)

    @property
    def skips(self) -> Skips | None:
        """What Vale's rules do not read in the file; None without a configuration of Vale's."""
        return self.setup.vale.skips(self.path) if self.setup.vale else None

    def thread(self, draft: Draft, platform: str) -> tuple[Draft, ...]:
        if draft.parts > 1 and platform not in self.threads:
            self.threads[platform] = tuple(replace(one, platform=platform) for one in self.drafts)
        return self.threads.get(platform, ())


def _aim(draft: Draft, group: _Group) -> Aimed:
    path, config, host = group.path, group.setup.config, group.setup.host
    targets = platforms_of(draft, path, config, host)
    if targets.problems:
        draft = replace(draft, problems=(*draft.problems, *targets.problems))
    alone = len(group.drafts) == 1
    parted = part(draft, targets.platforms, path, host) if alone else Parted(draft, targets.platforms)
    own = [(text, one) for text, one in parted.own if not config.platform or one in targets.platforms]
    language = language_of(draft, path, config)
    shared = replace(parted.draft, language=language)
    readings = [_reading(shared, one, targets.platforms, group) for one in parted.platforms]
    for text, one in own:
        spoken = replace(text, language=language_of(text, path, config) or language)
        readings.append(_reading(spoken, one, (one,), group))
    # Without a platform of its own, what the parser found wrong is still to be said.
    nowhere = [] if parted.platforms else [Reading(replace(draft, language=language), NOWHERE, skips=group.skips)]
    covered = group.setup.vale is not None and bool(group.setup.vale.levels(path))
    skipped = "" if readings or covered else why_nowhere(targets.unknown, group.setup)
    return Aimed((*nowhere, *readings), skipped)


def _reading(draft: Draft, platform: Platform, targets: tuple[Platform, ...], group: _Group) -> Reading:
    config = group.setup.config
    settings = {one.name: one.default for one in platform.settings} | dict(config.settings.get(platform.name, {}))
    return Reading(
        replace(draft, platform=platform.name),
        platform,
        settings=settings,
        site=config.site,
        skips=group.skips,
        root=group.root,
        thread=group.thread(draft, platform.name),
        targets=targets,
        pipelines=config.spacy,
    )
