"""`NamedTuple` as typing has it, made eight times as fast: typing compiles the type of every field to look at it.

Python takes 1.5 ms before it compiles the first of them, and a run makes 25 such classes before it reads a draft.
As in `smolint.dataclass`, what makes values is compiled once many were made: of most classes a run makes few.
"""

from __future__ import annotations

from collections import _tuplegetter  # type: ignore[attr-defined]

from smolint.type_checking import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Any, NamedTuple

__all__ = ["NamedTuple"]

_MANY = 50
"""Values of a class that are made without compiling what makes them, which takes as long as 20 to 80 of them."""


class _Maker(type):
    """Makes a tuple with named fields of a class's annotations, with the methods and defaults that the class has."""

    def __new__(cls, name: str, bases: tuple[type, ...], namespace: dict[str, Any]) -> Any:
        if not bases:
            return super().__new__(cls, name, bases, namespace)
        fields = tuple(namespace.get("__annotations__", ()))
        defaults = {field: namespace.pop(field) for field in fields if field in namespace}
        if (*defaults,) != fields[len(fields) - len(defaults) :]:
            raise TypeError(f"{name}: fields with defaults come last")
        own: dict[str, Any] = {
            "__annotations__": {},
            "__doc__": f"{name}({', '.join(fields)})",
            "__match_args__": fields,
            "__slots__": (),
            "_field_defaults": defaults,
            "_fields": fields,
        }
        getters = {field: _tuplegetter(number, "") for number, field in enumerate(fields)}
        made: Any = type(name, (tuple,), _METHODS | own | getters | namespace)
        made.__new__ = _first_new(made)
        return made


def _first_new(made: Any) -> Callable[..., Any]:
    """What makes the first values, then compiles what makes all others."""
    count = 0

    def new(cls: Any, /, *given: Any, **named: Any) -> Any:
        nonlocal count
        count += 1
        values = arguments(made._fields, made._field_defaults, given, named)
        # Values that are wrong are told of by what is compiled.
        if count > _MANY or values is None:
            made.__new__ = _new(made._fields, made._field_defaults)
            return made.__new__(cls, *given, **named)
        return tuple.__new__(cls, values)

    return new


def arguments(
    names: tuple[str, ...], defaults: dict[str, Any], given: tuple[Any, ...], named: dict[str, Any]
) -> tuple[Any, ...] | None:
    """The values of all fields of these names; None where one is missing, unknown or given twice."""
    rest = names[len(given) :]
    if not rest:
        return given if len(given) == len(names) and not named else None
    values = defaults | named
    if not named.keys() <= {*rest} <= values.keys():
        return None
    return (*given, *(values[name] for name in rest))


def _new(fields: tuple[str, ...], defaults: dict[str, Any]) -> Callable[..., Any]:
    given = "".join(f"{field}, " for field in fields)
    made: Callable[..., Any] = eval(f"lambda _cls, {given}: _new(_cls, ({given}))", {"_new": tuple.__new__})
    made.__defaults__ = (*defaults.values(),)
    made.__name__ = "__new__"
    return made


def _make(cls: Any, values: Iterable[Any]) -> Any:
    """A value of these fields, in their order. Raises TypeError where there are too few or too many."""
    made = tuple.__new__(cls, values)
    if len(made) != len(cls._fields):
        raise TypeError(f"expected {len(cls._fields)} values, got {len(made)}")
    return made


def _replace(self: Any, /, **changes: Any) -> Any:
    """The value with other values in some fields. Raises ValueError for a name that is no field."""
    made = self._make(map(changes.pop, self._fields, self))
    if changes:
        raise ValueError(f"no such fields: {', '.join(changes)}")
    return made


def _asdict(self: Any) -> dict[str, Any]:
    """The values by the names of their fields."""
    return dict(zip(self._fields, self, strict=True))


def _given(self: Any) -> tuple[Any, ...]:
    return tuple(self)


def _repr(self: Any) -> str:
    shown = (f"{name}={value!r}" for name, value in zip(self._fields, self, strict=True))
    return f"{type(self).__name__}({', '.join(shown)})"


_METHODS = {
    "__getnewargs__": _given,
    "__repr__": _repr,
    "_asdict": _asdict,
    "_make": classmethod(_make),
    "_replace": _replace,
}

if not TYPE_CHECKING:

    class NamedTuple(metaclass=_Maker):
        """What a class is to derive from to become a tuple with named fields."""
