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
_LATE = ("message", "messages", "help", "helps", "why", "options", "lines")
"""Maps that few runs look at of all rules: most of what a pack holds."""


class LateMapping(Mapping[str, "Any"]):
    """A map of plain values, not empty, that is unpacked when it is first looked at."""

    __slots__ = ("_held",)

    def __init__(self, packed: bytes) -> None:
        self._held: Any = packed

    def _known(self) -> dict[str, Any]:
        if isinstance(self._held, bytes):
            self._held = marshal.loads(self._held)
        found: dict[str, Any] = self._held
        return found

    def __getitem__(self, key: str) -> Any:
        return self._known()[key]

    def __contains__(self, key: object) -> bool:
        return key in self._known()

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


def packed(rule: Rule) -> tuple[Any, ...]:
    """The rule as plain values in the order of its fields; instead of its examples, whether it has some."""
    fields = _plain(rule)
    for name in _LATE:
        fields[name] = marshal.dumps(fields[name]) if fields[name] else b""
    needs: Mapping[str, Any] = rule.needs
    if needs:
        fields["needs"] = marshal.dumps({word: marshal.dumps(texts) for word, texts in needs.items()})
    fields["level"] = rule.level.value
    fields["platforms"] = {place: level.value for place, level in rule.platforms.items()}
    fields["examples"] = len(rule.examples) > 0
    return tuple(fields.values())


def unpacked(fields: Iterable[Any], examples: Callable[[], Mapping[str, list[dict[str, Any]]]]) -> Rule:
    """The rule of these values; `examples` gives those of all rules of its pack, by id, as plain values."""
    (
        name, extends, level, message, path, messages, advice, advices, why, source, link,
        platforms, languages, options, has_examples, enabled, lines, needs,
    ) = fields  # fmt: skip
    return Rule(
        name,
        extends,
        _LEVELS[level],
        _late(message),
        path,
        _late(messages),
        _late(advice),
        _late(advices),
        _late(why),
        source,
        link,
        {place: _LEVELS[one] for place, one in platforms.items()} if platforms else platforms,
        languages,
        _late(options),
        LateExamples(lambda: tuple(Example(**one) for one in examples().get(name, ()))) if has_examples else (),
        enabled,
        _late(lines),
        LateByWord(needs) if needs else {},
    )


def _late(packed: bytes) -> Mapping[str, Any]:
    return LateMapping(packed) if packed else {}


def packed_examples(rules: Iterable[Rule]) -> dict[str, list[dict[str, Any]]]:
    """The examples of rules as plain values, by the rules' ids."""
    return {rule.id: [_plain(one) for one in rule.examples] for rule in rules}


def _plain(one: Rule | Example) -> dict[str, Any]:
    return {name: getattr(one, name) for name in one.__match_args__}
