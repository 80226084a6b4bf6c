"""`dataclass` as the standard library has it, made twenty times as fast.

A run makes a hundred of them before it reads its first draft, and Python 3.11 compiles six functions for each, 0.3 ms.
Here `__init__` alone is compiled, once many values were made: of most classes a run makes one. The other methods are
ordinary functions that look the fields up, and what `dataclasses` asks a class for is made when it asks.
"""

from __future__ import annotations

from functools import cached_property
from operator import attrgetter

from smolint.named_tuple import arguments
from smolint.type_checking import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from dataclasses import dataclass, field, replace
    from typing import Any

__all__ = ["dataclass", "defaults", "field", "replace"]

_MANY = 150
"""Values of a class that are made without compiling its `__init__`, which takes as long as 40 to 160 of them."""


def _decorator(cls: Any = None, /, **options: bool) -> Any:
    """Make a class a dataclass; of the options, `frozen`, `slots` and `eq` are known.

    One that inherits fields is left to the standard library.
    """
    return _make(cls, **options) if cls is not None else lambda target: _make(target, **options)


def _replaced(one: Any, /, **changes: Any) -> Any:
    """The value with other values in some fields; of all fields, each is one that `__init__` takes."""
    return type(one)(**{name: getattr(one, name) for name in type(one).__match_args__} | changes)


class _Missing:
    """Stands for a default that is not there."""


class _Field:
    """What a class says of a field; takes what `dataclasses.field` takes."""

    __slots__ = ("compare", "default", "default_factory", "given", "hash", "name", "repr")

    def __init__(self, **given: Any) -> None:
        self.name = ""
        self.given = given
        self.default = given.get("default", _Missing)
        self.default_factory = given.get("default_factory", _Missing)
        self.repr = given.get("repr", True)
        self.compare = given.get("compare", True)
        self.hash = self.compare if given.get("hash") is None else given["hash"]

    def first(self) -> Any:
        """The default, made anew by a factory; `_Missing` where there is none."""
        return self.default if self.default_factory is _Missing else self.default_factory()


if not TYPE_CHECKING:
    dataclass, field, replace = _decorator, _Field, _replaced


def defaults(cls: Any) -> dict[str, Any]:
    """The fields of a dataclass with their defaults. Raises TypeError for other classes."""
    asked = vars(cls).get("__dataclass_fields__")
    if isinstance(asked, _Asked):
        return {one.name: one.first() for one in asked.shape.fields}
    from dataclasses import MISSING, fields

    return {
        one.name: one.default_factory() if one.default_factory is not MISSING else one.default for one in fields(cls)
    }


class _Shape:
    """A class with what it says of its fields, which is looked at once a value is made or compared.

    Of most classes a run makes no value.
    """

    def __init__(self, cls: Any, *, frozen: bool, eq: bool) -> None:
        own = vars(cls)
        self.cls = cls
        self.names = tuple(cls.__annotations__)
        self.given = {name: own[name] for name in self.names if name in own}
        self.frozen = frozen
        self.eq = eq

    @cached_property
    def fields(self) -> list[_Field]:
        """The fields in their order."""
        return [_field(name, self.given) for name in self.names]

    @cached_property
    def defaults(self) -> dict[str, Any]:
        """The plain defaults by the fields' names."""
        return {one.name: one.default for one in self.fields if one.default is not _Missing}

    @cached_property
    def factories(self) -> dict[str, Callable[[], Any]]:
        """What makes the defaults of other fields, by their names."""
        return {one.name: one.default_factory for one in self.fields if one.default_factory is not _Missing}

    @cached_property
    def slots(self) -> list[Callable[[Any, Any], None]]:
        """What puts a value into each slot; none where the class has none."""
        return [slot.__set__ for name in self.names if hasattr(slot := vars(self.cls).get(name), "__set__")]

    @cached_property
    def checks(self) -> bool:
        """Whether the class looks at its values once they are made."""
        return hasattr(self.cls, "__post_init__")

    @cached_property
    def compared(self) -> Callable[[Any], tuple[Any, ...]]:
        """What gives the values by which two are equal."""
        return _values([field.name for field in self.fields if field.compare])

    @cached_property
    def hashed(self) -> Callable[[Any], tuple[Any, ...]]:
        """What gives the values of which the hash is made."""
        return _values([one.name for one in self.fields if (one.compare if one.hash is None else one.hash)])


def _make(cls: Any, *, frozen: bool = False, slots: bool = False, eq: bool = True) -> Any:
    if any("__dataclass_fields__" in vars(base) for base in cls.__mro__[1:]):
        import dataclasses

        _give_fields(cls, dataclasses.field)
        return dataclasses.dataclass(cls, frozen=frozen, slots=slots, eq=eq)
    shape = _Shape(cls, frozen=frozen, eq=eq)
    for name, value in shape.given.items():
        if hasattr(value, "default_factory") and not isinstance(value, _Field):
            raise TypeError(f"{name}: `field` is to be that of smolint.dataclass")
    # Without a docstring, the signature would be worked out to stand in for it.
    own = dict(vars(cls)) | {"__doc__": cls.__doc__ or cls.__name__}
    methods = _methods(shape, slots=slots)
    if own.get("__hash__") is None:
        # Python itself takes the hash from a class that has an `__eq__` of its own.
        own.pop("__hash__", None)
    shape.cls = _with_slots(shape, methods | own) if slots else _with_methods(shape, methods | own)
    return shape.cls


def _methods(shape: _Shape, *, slots: bool) -> dict[str, Any]:
    """What the class gets where it has no such methods of its own."""
    methods: dict[str, Any] = {
        "__init__": _first_init(shape),
        "__repr__": _repr(shape),
        "__match_args__": shape.names,
        "__dataclass_fields__": _Asked(shape, "__dataclass_fields__"),
        "__dataclass_params__": _Asked(shape, "__dataclass_params__"),
    }
    if shape.eq:
        methods |= _comparing(shape)
    if shape.frozen:
        methods |= _freezing(shape)
        if slots:
            methods |= _keeping(shape.names)
    return methods


def _field(name: str, given: dict[str, Any]) -> _Field:
    value = given.get(name, _Missing)
    found = value if isinstance(value, _Field) else _Field(default=value)
    found.name = name
    return found


def _give_fields(cls: Any, make: Callable[..., Any]) -> None:
    for name, value in list(vars(cls).items()):
        if isinstance(value, _Field):
            setattr(cls, name, make(**value.given))


def _with_slots(shape: _Shape, namespace: dict[str, Any]) -> Any:
    """The class once more: slots cannot be added to one that is there."""
    cls = shape.cls
    for name in (*shape.given, "__dict__", "__weakref__"):
        namespace.pop(name, None)
    namespace |= {"__slots__": shape.names, "__qualname__": cls.__qualname__}
    return type(cls)(cls.__name__, cls.__bases__, namespace)


def _with_methods(shape: _Shape, namespace: dict[str, Any]) -> Any:
    """The class with methods, and with plain defaults where it has what `field` gives."""
    cls, before = shape.cls, vars(shape.cls)
    for name, value in namespace.items():
        if name not in before or before[name] is not value:
            setattr(cls, name, value)
    for name, value in shape.given.items():
        if isinstance(value, _Field):
            if value.default is _Missing:
                delattr(cls, name)
            else:
                setattr(cls, name, value.default)
    return cls


class _Asked:
    """What `dataclasses` looks up in a class for `fields`, `replace` and the like, made when it is looked up."""

    def __init__(self, shape: _Shape, name: str) -> None:
        self.shape = shape
        self._name = name

    def __get__(self, one: Any, cls: Any) -> Any:
        import dataclasses

        made = self.shape.cls
        said = (one for one in self.shape.fields if one.given.get("default") is not _Missing)
        given = {one.name: dataclasses.field(**one.given) for one in said}
        twin: Any = type(made.__name__, (), {**given, "__annotations__": made.__annotations__, "__doc__": "Fields."})
        twin.__module__ = made.__module__
        twin = dataclasses.dataclass(twin, init=False, repr=False, eq=False)
        made.__dataclass_fields__ = twin.__dataclass_fields__
        made.__dataclass_params__ = params = twin.__dataclass_params__
        params.init, params.repr, params.eq, params.frozen = True, True, self.shape.eq, self.shape.frozen
        return getattr(made, self._name)


def _first_init(shape: _Shape) -> Callable[..., None]:
    """What makes the first values, then compiles the `__init__` of all others."""
    count = 0

    def init(self: Any, *given: Any, **named: Any) -> None:
        nonlocal count
        count += 1
        values = _arguments(shape, given, named)
        # Arguments that are wrong are told of by the compiled one.
        if count > _MANY or values is None:
            shape.cls.__init__ = _init(shape.cls, shape.fields, frozen=shape.frozen)
            shape.cls.__init__(self, *given, **named)
            return
        if shape.slots:
            for put, value in zip(shape.slots, values, strict=True):
                put(self, value)
        elif values:
            self.__dict__.update(zip(shape.names, values, strict=True))
        if shape.checks:
            self.__post_init__()

    return init


def _arguments(shape: _Shape, given: tuple[Any, ...], named: dict[str, Any]) -> tuple[Any, ...] | None:
    """The values of all fields, as `smolint.named_tuple.arguments`."""
    defaults = shape.defaults
    if shape.factories and len(given) < len(shape.names):
        defaults = defaults | {name: make() for name, make in shape.factories.items() if name not in named}
    return arguments(shape.names, defaults, given, named)


def _init(cls: Any, fields: Sequence[_Field], *, frozen: bool) -> Callable[..., None]:
    scope: dict[str, Any] = {"_unset": _Missing, "_put": object.__setattr__}
    parameters, lines = ["self"], []
    for field in fields:
        name = value = field.name
        parameter = name
        if field.default_factory is not _Missing:
            scope[f"_make_{name}"] = field.default_factory
            parameter, value = f"{name}=_unset", f"_make_{name}() if {name} is _unset else {name}"
        elif field.default is not _Missing:
            scope[f"_default_{name}"] = field.default
            parameter = f"{name}=_default_{name}"
        parameters.append(parameter)
        slot = vars(cls).get(name)
        if frozen and hasattr(slot, "__set__"):
            # Half as long as to look the slot up by its name each time.
            scope[f"_put_{name}"] = slot.__set__
            lines.append(f"_put_{name}(self, {value})")
        else:
            lines.append(f"_put(self, {name!r}, {value})" if frozen else f"self.{name} = {value}")
    if hasattr(cls, "__post_init__"):
        lines.append("self.__post_init__()")
    exec(f"def __init__({', '.join(parameters)}):\n " + "\n ".join(lines or ["pass"]), scope)
    init: Callable[..., None] = scope["__init__"]
    init.__annotations__ = cls.__annotations__ | {"return": None}
    init.__qualname__ = f"{cls.__qualname__}.__init__"
    return init


def _repr(shape: _Shape) -> Callable[[Any], str]:
    def told(self: Any) -> str:
        shown = (f"{field.name}={getattr(self, field.name)!r}" for field in shape.fields if field.repr)
        return f"{type(self).__qualname__}({', '.join(shown)})"

    return told


def _comparing(shape: _Shape) -> dict[str, Any]:
    def equal(self: Any, other: object) -> Any:
        return shape.compared(self) == shape.compared(other) if other.__class__ is self.__class__ else NotImplemented

    def hashing(self: Any) -> int:
        return hash(shape.hashed(self))

    return {"__eq__": equal, "__hash__": hashing if shape.frozen else None}


def _values(names: list[str]) -> Callable[[Any], tuple[Any, ...]]:
    """What gives the values of some attributes, as a tuple."""
    if len(names) > 1:
        return attrgetter(*names)
    return lambda one: tuple(getattr(one, name) for name in names)


def _frozen(reason: str) -> AttributeError:
    from dataclasses import FrozenInstanceError

    return FrozenInstanceError(reason)


def _freezing(shape: _Shape) -> dict[str, Any]:
    def set_attribute(self: Any, name: str, value: Any) -> None:
        if type(self) is shape.cls or name in shape.names:
            raise _frozen(f"cannot assign to field {name!r}")
        super(shape.cls, self).__setattr__(name, value)

    def delete_attribute(self: Any, name: str) -> None:
        if type(self) is shape.cls or name in shape.names:
            raise _frozen(f"cannot delete field {name!r}")
        super(shape.cls, self).__delattr__(name)

    return {"__setattr__": set_attribute, "__delattr__": delete_attribute}


def _keeping(names: tuple[str, ...]) -> dict[str, Any]:
    """How values without a `__dict__` that cannot be changed are pickled and copied."""

    def state(self: Any) -> list[Any]:
        return [getattr(self, name) for name in names]

    def set_state(self: Any, state: list[Any]) -> None:
        for name, value in zip(names, state, strict=True):
            object.__setattr__(self, name, value)

    return {"__getstate__": state, "__setstate__": set_state}
