"""Dataclasses made quickly are those of the standard library."""

from __future__ import annotations

import copy
import dataclasses
import inspect
import pickle
from collections.abc import Mapping
from dataclasses import FrozenInstanceError

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smolint.dataclass import dataclass, defaults, field, replace

OPTIONS = [
    pytest.param({}, id="plain"),
    pytest.param({"frozen": True}, id="frozen"),
    pytest.param({"slots": True}, id="with slots"),
    pytest.param({"frozen": True, "slots": True}, id="frozen with slots"),
    pytest.param({"frozen": True, "eq": False}, id="frozen by identity"),
    pytest.param({"slots": True, "eq": False}, id="slots by identity"),
]


def classes(**options):
    """The same class made by the standard library and made quickly."""

    def make(decorator, field):
        @decorator(**options)
        class Post:
            """A post."""

            title: str
            words: int = 0
            tags: list[str] = field(default_factory=list, hash=False)
            seen: Mapping[str, int] = field(default_factory=dict, compare=False, repr=False)

        return Post

    return make(dataclasses.dataclass, dataclasses.field), make(dataclass, field)


@dataclass(frozen=True, slots=True)
class Kept:
    """One that can be pickled."""

    name: str
    parts: tuple[int, ...] = ()


@dataclass
class Bare:
    number: int = 1


@dataclass(frozen=True)
class Empty:
    """One without fields."""


@dataclass(frozen=True, slots=True)
class EmptyWithSlots:
    """One without fields, and without a place for other attributes."""


@dataclass(frozen=True)
class Checked:
    """One that looks at what it is given."""

    number: int

    def __post_init__(self):
        if self.number < 0:
            raise ValueError("too small")


@dataclasses.dataclass(frozen=True)
class Special(Checked):
    """One that inherits, made by the standard library."""

    name: str = ""


@dataclass(frozen=True)
class OwnSpecial(Checked):
    """One that inherits."""

    name: str = ""


@pytest.mark.parametrize("options", OPTIONS)
def test_the_class_is_the_same(options):
    slow, quick = classes(**options)
    for number in range(220):
        quick(f"number {number}")
    assert inspect.signature(quick).parameters.keys() == inspect.signature(slow).parameters.keys()
    assert str(quick.__dataclass_params__) == str(slow.__dataclass_params__)
    assert [one.name for one in dataclasses.fields(quick)] == [one.name for one in dataclasses.fields(slow)]
    assert quick.__init__.__annotations__ == slow.__init__.__annotations__
    assert quick.__match_args__ == slow.__match_args__
    assert quick.__doc__ == slow.__doc__
    assert getattr(quick, "__slots__", None) == getattr(slow, "__slots__", None)
    assert (quick.__hash__ is None) == (slow.__hash__ is None)
    assert quick.__qualname__ == slow.__qualname__


@pytest.mark.parametrize("options", OPTIONS)
@given(first=st.tuples(st.sampled_from("ab"), st.sampled_from([0, 1])), second=st.tuples(st.sampled_from("ab")))
def test_values_behave_the_same(options, first, second):
    slow, quick = ([one(*first, [], {"x": 1}), one(*second)] for one in classes(**options))
    assert list(map(repr, quick)) == list(map(repr, slow))
    assert (quick[0] == quick[1]) == (slow[0] == slow[1])
    assert quick[0] != "a post"
    assert dataclasses.asdict(quick[0]) == dataclasses.asdict(slow[0])
    assert repr(dataclasses.replace(quick[0], words=7)) == repr(dataclasses.replace(slow[0], words=7))
    if options == {"frozen": True, "slots": True}:
        assert (hash(quick[0]), hash(quick[1])) == (hash(slow[0]), hash(slow[1]))


@pytest.mark.parametrize("options", OPTIONS)
@pytest.mark.parametrize("name", ["words", "unknown"])
def test_what_can_be_changed(options, name):
    if options == {"frozen": True, "slots": True} and name == "unknown":
        pytest.skip("Python 3.11 itself trips over its copy of the class")
    outcomes = []
    for cls in classes(**options):
        one = cls("x")
        for change in (lambda: setattr(one, name, 3), lambda: delattr(one, name)):  # noqa: B023
            try:
                change()
                outcomes.append(None)
            except AttributeError as error:
                outcomes.append((type(error), str(error) if options.get("frozen") else ""))
    assert outcomes[:2] == outcomes[2:]


@pytest.mark.parametrize("options", OPTIONS)
def test_wrong_arguments(options):
    for cls in classes(**options):
        for given_arguments in ((), ("a", 1, [], {}, 5)):
            with pytest.raises(TypeError):
                cls(*given_arguments)
        with pytest.raises(TypeError):
            cls("a", wrong=1)


@pytest.mark.parametrize("one", [Kept("a", (1, 2)), Bare(3), Empty(), EmptyWithSlots(), Checked(1), OwnSpecial(1, "x")])
def test_copies(one):
    assert pickle.loads(pickle.dumps(one)) == one
    assert copy.copy(one) == one
    assert copy.deepcopy(one) == one


def test_each_value_has_its_own_default():
    _, quick = classes()
    first, second = quick("a"), quick("b")
    first.tags.append("x")
    assert second.tags == []


def test_without_brackets_docstring_and_fields():
    assert repr(Bare()) == "Bare(number=1)"
    assert Bare(2) == Bare(2)
    assert Empty() == Empty()
    assert hash(Empty()) == hash(Empty())


def test_what_is_done_after_init():
    with pytest.raises(ValueError, match="too small"):
        Checked(-1)
    assert hash(Checked(1)) == hash(Checked(1))


@pytest.mark.parametrize("cls", [Special, OwnSpecial])
def test_inheriting(cls):
    one = cls(1, "x")
    assert (one.number, one.name) == (1, "x")
    assert one != Checked(1)
    with pytest.raises(FrozenInstanceError):
        one.number = 2
    with pytest.raises(ValueError, match="too small"):
        cls(-1)


def test_a_subclass_that_is_no_dataclass_has_its_own_attributes():
    class Named(Checked):
        pass

    one = Named(1)
    one.label = "x"
    assert one.label == "x"
    del one.label
    with pytest.raises(FrozenInstanceError):
        one.number = 2
    with pytest.raises(FrozenInstanceError):
        del one.number


def test_methods_of_its_own_are_kept():
    @dataclass(frozen=True)
    class Same:
        number: int

        def __eq__(self, other):
            return True

        def __hash__(self):
            return 7

        def __repr__(self):
            return "same"

    assert Same(1) == Same(2)
    assert hash(Same(1)) == 7
    assert repr(Same(1)) == "same"


def test_a_field_without_default_after_one_with_it():
    @dataclass
    class Wrong:
        first: int = 1
        second: int

    with pytest.raises(SyntaxError):
        Wrong()


@pytest.mark.parametrize("options", OPTIONS)
def test_other_values_in_some_fields(options):
    quick = classes(**options)[1]
    assert repr(replace(quick("a", tags=["b"]), words=7)) == repr(quick("a", 7, ["b"]))
    with pytest.raises(TypeError):
        replace(quick("a"), wrong=1)


def test_defaults():
    @dataclass(frozen=True)
    class Limits:
        most: int = 3
        words: list[str] = field(default_factory=list)

    @dataclasses.dataclass
    class Foreign:
        most: int = 3
        words: list[str] = dataclasses.field(default_factory=list)

    assert defaults(Limits) == defaults(Foreign) == {"most": 3, "words": []}
    assert dataclasses.fields(Limits)
    assert defaults(Limits) == {"most": 3, "words": []}


def test_a_field_of_the_standard_library_is_refused():
    with pytest.raises(TypeError, match="words"):

        @dataclass
        class Wrong:
            words: list[str] = dataclasses.field(default_factory=list)


def test_the_hash_beside_an_own_way_to_compare():
    def make(decorator):
        @decorator(frozen=True)
        class Folded:
            name: str

            def __eq__(self, other):
                return self.name.lower() == other.name.lower()

        return Folded

    assert hash(make(dataclass)("Rye")) == hash(make(dataclasses.dataclass)("Rye")) == hash(("Rye",))
