"""Classes made with smolint's `NamedTuple` are what typing makes of them."""

import copy
import pickle
import typing

import pytest

from smolint.named_tuple import NamedTuple


class Loaf(NamedTuple):
    """A loaf of bread."""

    name: str
    grams: int = 500
    seeds: "tuple[str, ...]" = ()

    @property
    def heavy(self) -> bool:
        """Whether it weighs more than a kilogram."""
        return self.grams > 1000

    def cut(self, share: float) -> "Loaf":
        return self._replace(grams=int(self.grams * share))

    @classmethod
    def small(cls) -> "Loaf":
        return cls("roll", 60)

    def __str__(self) -> str:
        return f"{self.name} ({self.grams} g)"


class Typed(typing.NamedTuple):
    """A loaf of bread."""

    name: str
    grams: int = 500
    seeds: "tuple[str, ...]" = ()


class Empty(NamedTuple):
    pass


def test_it_is_a_tuple():
    loaf = Loaf("rye", seeds=("sesame",))
    assert loaf == ("rye", 500, ("sesame",))
    assert (loaf.name, loaf[1], [*loaf]) == ("rye", 500, ["rye", 500, ("sesame",)])
    assert isinstance(loaf, tuple)
    assert hash(loaf) == hash(("rye", 500, ("sesame",)))
    assert Empty() == ()


def test_methods():
    assert Loaf("rye", 1200).heavy
    assert Loaf("rye", 1200).cut(0.5) == ("rye", 600, ())
    assert Loaf.small() == ("roll", 60, ())
    assert str(Loaf("rye")) == "rye (500 g)"


@pytest.mark.parametrize("name", ["_fields", "_field_defaults", "__doc__", "__slots__", "__module__", "__match_args__"])
def test_it_tells_of_itself_what_typings_does(name):
    assert getattr(Loaf, name) == getattr(Typed, name)


def test_its_names():
    assert (Loaf.__name__, Loaf.__qualname__, Loaf.__annotations__["grams"]) == ("Loaf", "Loaf", int)
    assert repr(Loaf("rye")) == "Loaf(name='rye', grams=500, seeds=())"
    assert Loaf("rye")._asdict() == {"name": "rye", "grams": 500, "seeds": ()}


@pytest.mark.parametrize("same", [copy.copy, copy.deepcopy, lambda one: pickle.loads(pickle.dumps(one))])
def test_copies(same):
    loaf = same(Loaf("rye", 800, ("sesame",)))
    assert (type(loaf), loaf) == (Loaf, ("rye", 800, ("sesame",)))


@pytest.mark.parametrize(
    ("given", "named"),
    [
        pytest.param((), {}, id="too few"),
        pytest.param(("rye", 1, (), 2), {}, id="too many"),
        pytest.param(("rye",), {"colour": "brown"}, id="unknown"),
        pytest.param(("rye",), {"name": "rye"}, id="twice"),
    ],
)
def test_wrong_values(given, named):
    with pytest.raises(TypeError):
        Loaf(*given, **named)


def test_a_field_without_a_default_behind_one_with():
    with pytest.raises(TypeError):

        class Wrong(NamedTuple):
            name: str = ""
            grams: int

    assert "Wrong" not in globals()


def test_fields_stay_as_they_are():
    with pytest.raises(AttributeError):
        Loaf("rye").name = "oat"
    with pytest.raises(AttributeError):
        Loaf("rye").colour = "brown"


def test_many_values_are_made_as_the_first_is():
    loaves = [Loaf(f"loaf {number}", seeds=("flax",)) for number in range(60)]
    assert loaves == [(f"loaf {number}", 500, ("flax",)) for number in range(60)]
    with pytest.raises(TypeError, match="name"):
        Loaf()


def test_a_class_that_derives_from_one_makes_its_own():
    class Rye(Loaf):
        def __new__(cls, grams):
            return super().__new__(cls, "rye", grams)

    assert [Rye(number) for number in range(60)] == [("rye", number, ()) for number in range(60)]
    assert (type(Rye(1)), type(Loaf("oat"))) == (Rye, Loaf)


def test_values_that_come_in_order():
    assert Loaf._make(["rye", 1, ()]) == Loaf("rye", 1)
    with pytest.raises(TypeError):
        Loaf._make(["rye"])


def test_a_name_that_is_no_field_is_not_replaced():
    with pytest.raises(ValueError, match="colour"):
        Loaf("rye")._replace(colour="brown")
