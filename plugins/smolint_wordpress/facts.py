"""What is known about WordPress, read from `platform.toml` when first asked for."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from smolint.platform import read_facts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smolint.platform import Fact


@cache
def _facts() -> dict[str, Fact]:
    return read_facts(files(__package__).joinpath("platform.toml").read_text(encoding="utf-8"))


class WordPressFacts(Mapping[str, "Fact"]):
    """The facts of the platform by name; the file is read only when a rule or a command looks at one."""

    def __getitem__(self, name: str) -> Fact:
        return _facts()[name]

    def __iter__(self) -> Iterator[str]:
        return iter(_facts())

    def __len__(self) -> int:
        return len(_facts())
