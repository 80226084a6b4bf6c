"""The code of smolint's own modules in one file of the user's own cache, from which the command imports them.

A run imports some 150 modules. For each, Python looks into folders, and opens and checks a file, which takes longer
than to run what is in it. As Python does with what it keeps in `__pycache__`, code is taken only while its source has
the size and the time that it had; every other module is left to Python.
"""

import marshal
import os
import sys
from _frozen_importlib import ModuleSpec
from _frozen_importlib_external import SourceFileLoader
from contextlib import suppress

from smolint import __version__, own_files
from smolint.fast import name_of, own_folder

# Type checkers take this name for the type; typing itself is imported later, if at all.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import CodeType, ModuleType

    from smolint.own_files import Parts

    Source = tuple[str, str | None, bool, int, int]
    """A module's file, its file in `__pycache__`, whether it is a package, and the file's time and size."""

_PACKAGE = os.path.dirname(os.path.abspath(__file__))
_FORMAT = 4
_ENDING = ".code"
_MOST = 8
"""Bundles that are kept, the newest: one for each installation and Python."""
_MOST_BYTES = 64_000_000


class _Loader(SourceFileLoader):
    """Loads a module as Python does, from code that is at hand."""

    code: bytes

    def get_code(self, fullname: str) -> "CodeType":
        """The code of the module."""
        found: CodeType = marshal.loads(self.code)
        return found


class _Bundle:
    """Finds modules whose code was kept."""

    def __init__(self, kept: "Parts") -> None:
        self.kept = kept

    def find_spec(
        self, name: str, path: "Sequence[str] | None" = None, target: "ModuleType | None" = None
    ) -> ModuleSpec | None:
        """How to load a module; None where Python has to look for it."""
        if name not in self.kept:
            return None
        source = self.kept.about(name)
        file, cached, package = source[:3]
        folder = path[0] if path else _first_folder(name)
        here = os.path.join(folder, name.rpartition(".")[2])
        if file != (os.path.join(here, "__init__.py") if package else f"{here}.py"):
            return None
        if _source(file, cached, package) != source:
            return None
        code = self.kept.read(name)
        if code is None:
            return None  # damaged: it will be kept anew
        loader = _Loader(name, file)
        loader.code = code
        spec = ModuleSpec(name, loader, origin=file, is_package=package)
        spec.has_location = True
        spec.cached = cached
        if package:
            spec.submodule_search_locations = [here]
        return spec


def _first_folder(package: str) -> str:
    """The first of the folders that Python imports from in which there is a package of that name, `""` for none."""
    found = (folder for folder in sys.path if os.path.exists(os.path.join(folder, package)))
    return next(found, "")


def _source(file: str, cached: str | None, package: bool) -> "Source | None":
    try:
        state = os.stat(file)
    except OSError:
        return None
    return file, cached, package, state.st_mtime_ns, state.st_size


def use() -> None:
    """Import modules from what earlier runs kept; not in a checkout, where code changes all the time."""
    if os.path.isfile(os.path.join(os.path.dirname(_PACKAGE), "pyproject.toml")):
        return
    sys.meta_path.insert(0, _Bundle(own_files.read_parts(_place())))


def keep() -> None:
    """Keep the code of the modules that Python had to find, for later runs; from here on, it finds all of them."""
    bundle = next((one for one in sys.meta_path if isinstance(one, _Bundle)), None)
    if bundle is None:
        return
    sys.meta_path.remove(bundle)
    found = {} if sys.dont_write_bytecode else _found(bundle.kept)
    if found:
        with suppress(OSError):
            own_files.write_parts(_place(), {**dict(bundle.kept.items()), **found})
            own_files.cut_back(own_folder(), _ENDING, _MOST, _MOST_BYTES)
    bundle.kept.close()


def _found(kept: "Parts") -> "dict[str, tuple[Source, bytes]]":
    """The source and the code of smolint's modules, and its plugins', that are not kept as they are."""
    found = {}
    for name, module in list(sys.modules.items()):
        spec = getattr(module, "__spec__", None)
        if not name.startswith(("smolint.", "smolint_")) or not spec:
            continue
        if type(spec.loader) is not SourceFileLoader:
            continue
        source = _source(spec.loader.path, spec.cached, spec.submodule_search_locations is not None)
        if source and (name not in kept or kept.about(name) != source):
            try:
                found[name] = source, marshal.dumps(spec.loader.get_code(name))
            except (OSError, SyntaxError):
                continue
    return found


def _place() -> str:
    given = (_FORMAT, _PACKAGE, __version__, sys.version, sys.implementation.cache_tag, sys.flags.optimize)
    return os.path.join(own_folder(), name_of(given) + _ENDING)
