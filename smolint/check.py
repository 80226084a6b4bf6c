"""Checks: how a rule is decided. What a plugin's `smolint_checks` returns."""

from __future__ import annotations

from collections.abc import Mapping

from smolint.dataclass import dataclass, field
from smolint.named_tuple import NamedTuple
from smolint.type_checking import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
    from typing import Any

    from smolint.errors import Phrase
    from smolint.finding import Fix, Level
    from smolint.reading import Reading
    from smolint.source import Span


@dataclass(frozen=True, slots=True)
class Mark:
    """A place where a rule speaks: its span, the values for the message, a fix if there is one.

    `variant` picks one of the rule's `messages`; `at_most` caps the level (a fact of low confidence never
    raises an error). `secret` hides the marked text in all that is reported about the draft.
    """

    span: Span
    values: Mapping[str, Any] = field(default_factory=dict)
    fix: Fix | None = None
    variant: str = ""
    at_most: Level | None = None
    secret: bool = False


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why a rule could not be followed to its end on a draft; the user is told once, with the rule's file and line.

    `key` is the key of the rule's file where the cause stands.
    """

    problem: Phrase
    key: str = ""


@dataclass(frozen=True, slots=True)
class Trace:
    """What a corpus check keeps of one draft (plain picklable values), and where a finding would stand."""

    mark: Mark
    kept: Any = None


@dataclass(frozen=True, slots=True)
class Gathered:
    """A trace with its draft's identity, as a corpus check sees all of them when the run ends.

    `published` is true for what the configuration calls published: compared with, never spoken of.
    """

    path: str
    draft: int
    platform: str
    kept: Any
    published: bool = False

    @property
    def identity(self) -> tuple[str, int, str]:
        """The path, number and platform of the draft."""
        return self.path, self.draft, self.platform


@dataclass(frozen=True, slots=True)
class NoOptions:
    """The options of a check that has none."""


@dataclass(frozen=True, slots=True)
class Check:
    """A named way to decide rules that `extends` it.

    `options` is a frozen dataclass: its fields, in kebab-case, are the keys that a rule may set; a default of
    each is required.
    `run` looks at one draft, and may end with a Trouble. A corpus check instead has `gather` (one draft to a trace, or
    None) and `conclude` (all traces of the run to pairs of a trace's number and the values, or a variant, of its
    message).
    `links` gives, of what a corpus check keeps of a draft, values that it may have in common with others: if what is
    concluded of a draft depends on those drafts alone with which it shares one, directly or through others.
    `published` is true for a corpus check that also sees the traces of what the configuration calls published.
    `on_closed` is true for a check whose rules run on a platform that has closed too, where all others are silent.
    """

    name: str
    run: Callable[[Reading, Any], Iterable[Mark | Trouble]] | None = None
    options: type = NoOptions
    gather: Callable[[Reading, Any], Trace | None] | None = None
    conclude: Callable[[Sequence[Gathered], Any], Iterable[tuple[int, Mapping[str, Any]]]] | None = None
    links: Callable[[Any], Iterable[Hashable]] | None = None
    published: bool = False
    on_closed: bool = False


class LateCheck(NamedTuple):
    """A check that is imported when it is first needed: the module of that name has it in its `CHECKS`."""

    name: str
    module: str

    def load(self) -> Check:
        """The check. Raises what importing its module raises."""
        from importlib import import_module

        checks: tuple[Check, ...] = import_module(self.module).CHECKS
        return next(one for one in checks if one.name == self.name)


class Checks(Mapping[str, Check]):
    """Checks by name; one that comes late is imported when it is first asked for."""

    def __init__(self) -> None:
        self._known: dict[str, Check | LateCheck] = {}

    def add(self, checks: Iterable[Check | LateCheck]) -> None:
        """Add checks, each under its name."""
        self._known.update((one.name, one) for one in checks)

    @property
    def late(self) -> frozenset[str]:
        """The names of those that have not been imported yet."""
        return frozenset(name for name, one in self._known.items() if isinstance(one, LateCheck))

    def __getitem__(self, name: str) -> Check:
        found = self._known[name]
        if isinstance(found, LateCheck):
            found = self._known[name] = found.load()
        return found

    def __contains__(self, name: object) -> bool:
        return name in self._known

    def __iter__(self) -> Iterator[str]:
        return iter(self._known)

    def __len__(self) -> int:
        return len(self._known)
