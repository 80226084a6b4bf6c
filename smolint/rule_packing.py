"""Rules as plain values, in which compiled copies of packs keep them."""

from __future__ import annotations

import marshal
from collections.abc import Mapping

from smolint.finding import Level
from smolint.rules import Example, LateExamples, Rule
from smolint.type_checking import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, ItemsView, Iterable, Iterator
    from typing import Any

_LEVELS = {level.value: level for level in Level}
_LATE = ("message", "messages", "help", "helps", "why", "lines")
"""Maps that few runs look at of all rules: two thirds of what a pack holds."""


class LateMapping(Mapping[str, "Any"]):
    """A map of plain values, not empty, that is unpacked when it is first looked at."""

    __slots__ = ("_map", "_packed")

    def __init__(self, packed: bytes) -> None:
        self._packed = packed
        self._map: dict[str, Any] | None = None

    def _known(self) -> dict[str, Any]:
        if self._map is None:
            self._map = marshal.loads(self._packed)
        return self._map

    def __getitem__(self, key: str) -> Any:
        return self._known()[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._known())

    def __len__(self) -> int:
        return len(self._known())

    def items(self) -> ItemsView[str, Any]:
        """The keys and values; those of the map itself, many times as fast as what `Mapping` makes of its methods."""
        return self._known().items()

    def __bool__(self) -> bool:
        return True

    def __repr__(self) -> str:
        return repr(self._known())


class LateByWord(LateMapping):
    """A map from words, each of whose values is unpacked when it is first looked at: a draft has few of the words."""

    __slots__ = ()

    def __getitem__(self, key: str) -> Any:
        known = self._known()
        if isinstance(known[key], bytes):
            known[key] = marshal.loads(known[key])
        return known[key]

    def items(self) -> ItemsView[str, Any]:
        """The words and their values."""
        return dict(self).items()

    def __repr__(self) -> str:
        return repr(dict(self))


def packed(rule: Rule) -> dict[str, Any]:
    """The rule as plain values, but for its examples."""
    platforms = {name: level.value for name, level in rule.platforms.items()}
    own = {"level": rule.level.value, "platforms": platforms, "examples": len(rule.examples) > 0}
    late = {name: marshal.dumps(one) for name in _LATE if (one := getattr(rule, name))}
    needs: Mapping[str, Any] = rule.needs
    if needs:
        late["needs"] = marshal.dumps({word: marshal.dumps(texts) for word, texts in needs.items()})
    return _plain(rule) | own | late


def unpacked(rule: dict[str, Any], examples: Callable[[], Mapping[str, list[dict[str, Any]]]]) -> Rule:
    """The rule of these values; `examples` gives those of all rules of its pack, by id, as plain values."""
    levels = {place: _LEVELS[level] for place, level in rule["platforms"].items()}
    name = rule["id"]
    late = LateExamples(lambda: tuple(Example(**one) for one in examples().get(name, ()))) if rule["examples"] else ()
    maps = {name: LateMapping(rule[name]) for name in _LATE if rule[name]}
    if rule["needs"]:
        maps["needs"] = LateByWord(rule["needs"])
    return Rule(**rule | maps | {"level": _LEVELS[rule["level"]], "platforms": levels, "examples": late})


def packed_examples(rules: Iterable[Rule]) -> dict[str, list[dict[str, Any]]]:
    """The examples of rules as plain values, by the rules' ids."""
    return {rule.id: [_plain(one) for one in rule.examples] for rule in rules}


def _plain(one: Rule | Example) -> dict[str, Any]:
    return {name: getattr(one, name) for name in one.__match_args__}
