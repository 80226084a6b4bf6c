"""`dataclass` as the standard library has it, made four times as fast.

A run makes a hundred of them before it reads its first draft, and Python 3.11 compiles six functions for each, 0.3 ms.
Here `__init__` alone is compiled, when the first value is made; the other methods are ordinary functions that look the
fields up.
"""

from __future__ import annotations

import dataclasses
from operator import attrgetter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from dataclasses import dataclass

__all__ = ["dataclass"]


def _decorator(cls: Any = None, /, **options: bool) -> Any:
    """Make a class a dataclass; of the options, `frozen`, `slots` and `eq` are known.

    One that inherits fields is left to the standard library.
    """
    return _make(cls, **options) if cls is not None else lambda target: _make(target, **options)


if not TYPE_CHECKING:
    dataclass = _decorator


def _make(cls: Any, *, frozen: bool = False, slots: bool = False, eq: bool = True) -> Any:
    if any(dataclasses.is_dataclass(base) for base in cls.__mro__[1:]):
        return dataclasses.dataclass(cls, frozen=frozen, slots=slots, eq=eq)
    # Without a docstring, the signature would be worked out to stand in for it.
    cls.__doc__ = cls.__doc__ or cls.__name__
    made = dataclasses.dataclass(cls, init=False, repr=False, eq=False, slots=slots)
    params = made.__dataclass_params__
    params.init, params.repr, params.eq, params.frozen = True, True, eq, frozen
    fields = dataclasses.fields(made)
    methods: dict[str, Any] = {"__init__": _first_init(made, fields, frozen=frozen), "__repr__": _repr}
    if eq:
        methods |= _comparing(fields, frozen=frozen)
    if frozen:
        methods |= _freezing(made, frozenset(field.name for field in fields), slots=slots)
    for name, method in methods.items():
        # Python itself takes the hash from a class that has an `__eq__` of its own.
        if name not in vars(made) or (name == "__hash__" and made.__hash__ is None):
            setattr(made, name, method)
    return made


def _first_init(cls: Any, fields: Iterable[dataclasses.Field[Any]], *, frozen: bool) -> Callable[..., None]:
    def init(self: Any, *given: Any, **named: Any) -> None:
        cls.__init__ = _init(cls, fields, frozen=frozen)
        cls.__init__(self, *given, **named)

    return init


def _init(cls: Any, fields: Iterable[dataclasses.Field[Any]], *, frozen: bool) -> Callable[..., None]:
    scope: dict[str, Any] = {"_unset": dataclasses.MISSING, "_put": object.__setattr__}
    parameters, lines = ["self"], []
    for field in fields:
        name = value = field.name
        parameter = name
        if field.default_factory is not dataclasses.MISSING:
            scope[f"_make_{name}"] = field.default_factory
            parameter, value = f"{name}=_unset", f"_make_{name}() if {name} is _unset else {name}"
        elif field.default is not dataclasses.MISSING:
            scope[f"_default_{name}"] = field.default
            parameter = f"{name}=_default_{name}"
        parameters.append(parameter)
        lines.append(f"_put(self, {name!r}, {value})" if frozen else f"self.{name} = {value}")
    if hasattr(cls, "__post_init__"):
        lines.append("self.__post_init__()")
    exec(f"def __init__({', '.join(parameters)}):\n " + "\n ".join(lines or ["pass"]), scope)
    init: Callable[..., None] = scope["__init__"]
    init.__annotations__ = {field.name: field.type for field in fields} | {"return": None}
    init.__qualname__ = f"{cls.__qualname__}.__init__"
    return init


def _repr(self: Any) -> str:
    shown = (f"{field.name}={getattr(self, field.name)!r}" for field in dataclasses.fields(self) if field.repr)
    return f"{type(self).__qualname__}({', '.join(shown)})"


def _comparing(fields: Iterable[dataclasses.Field[Any]], *, frozen: bool) -> dict[str, Any]:
    compared = _values([field.name for field in fields if field.compare])
    hashed = _values([field.name for field in fields if (field.compare if field.hash is None else field.hash)])

    def equal(self: Any, other: object) -> Any:
        return compared(self) == compared(other) if other.__class__ is self.__class__ else NotImplemented

    def hashing(self: Any) -> int:
        return hash(hashed(self))

    return {"__eq__": equal, "__hash__": hashing if frozen else None}


def _values(names: list[str]) -> Callable[[Any], tuple[Any, ...]]:
    """What gives the values of some attributes, as a tuple."""
    if len(names) > 1:
        return attrgetter(*names)
    return lambda one: tuple(getattr(one, name) for name in names)


def _freezing(cls: Any, names: frozenset[str], *, slots: bool) -> dict[str, Any]:
    def set_attribute(self: Any, name: str, value: Any) -> None:
        if type(self) is cls or name in names:
            raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")
        super(cls, self).__setattr__(name, value)

    def delete_attribute(self: Any, name: str) -> None:
        if type(self) is cls or name in names:
            raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")
        super(cls, self).__delattr__(name)

    methods = {"__setattr__": set_attribute, "__delattr__": delete_attribute}
    return methods | {"__getstate__": _state, "__setstate__": _set_state} if slots else methods


def _state(self: Any) -> list[Any]:
    return [getattr(self, field.name) for field in dataclasses.fields(self)]


def _set_state(self: Any, state: list[Any]) -> None:
    for field, value in zip(dataclasses.fields(self), state, strict=True):
        object.__setattr__(self, field.name, value)
