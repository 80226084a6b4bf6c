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
from binascii import crc32

from smolint import __version__, own_files
from smolint.fast import SEAL, name_of, opened, own_folder, seal

# Type checkers take this name for the type; typing itself is imported later, from the bundle's own neighbours.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import CodeType, ModuleType

    Source = tuple[str, str | None, bool, int, int]
    """A module's file, its file in `__pycache__`, whether it is a package, and the file's time and size."""
    Index = dict[str, tuple[Source, int, int, int]]
    """Of each module, the source, where its code begins and ends, and a checksum of it."""

_PACKAGE = os.path.dirname(os.path.abspath(__file__))
_FORMAT = 3
_ENDING = ".code"
_MOST = 8
"""Bundles that are kept, the newest: one for each installation and Python."""
_MOST_BYTES = 64_000_000
_LENGTH = 8


class _Loader(SourceFileLoader):
    """Loads a module as Python does, from code that is at hand."""

    code: memoryview

    def get_code(self, fullname: str) -> "CodeType":
        """The code of the module."""
        found: CodeType = marshal.loads(self.code)
        return found


class _Bundle:
    """Finds modules whose code was kept."""

    def __init__(self, index: "Index", code: memoryview) -> None:
        self.index = index
        self.code = code

    def find_spec(
        self, name: str, path: "Sequence[str] | None" = None, target: "ModuleType | None" = None
    ) -> ModuleSpec | None:
        """How to load a module; None where Python has to look for it."""
        if name not in self.index:
            return None
        source, begin, end, checksum = self.index[name]
        file, cached, package = source[:3]
        folder = path[0] if path else _first_folder(name)
        here = os.path.join(folder, name.rpartition(".")[2])
        if file != (os.path.join(here, "__init__.py") if package else f"{here}.py"):
            return None
        if _source(file, cached, package) != source:
            return None
        code = self.code[begin:end]
        if crc32(code) != checksum:
            del self.index[name]  # damaged: it will be kept anew
            return None
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
    try:
        bundle = _read(_place())
    except (OSError, ValueError, EOFError, TypeError):
        bundle = _Bundle({}, memoryview(b""))
    sys.meta_path.insert(0, bundle)


def keep() -> None:
    """Keep the code of the modules that Python had to find, for later runs; from here on, it finds all of them."""
    bundle = next((one for one in sys.meta_path if isinstance(one, _Bundle)), None)
    if bundle is None:
        return
    sys.meta_path.remove(bundle)
    found = {} if sys.dont_write_bytecode else _found(bundle.index)
    if found:
        kept = {name: (source, bytes(bundle.code[begin:end])) for name, (source, begin, end, _) in bundle.index.items()}
        try:
            _write(_place(), {**kept, **found})
        except OSError:
            return


def _found(index: "Index") -> "dict[str, tuple[Source, bytes]]":
    """The source and the code of smolint's modules, and its plugins', that are not kept as they are."""
    found = {}
    for name, module in list(sys.modules.items()):
        spec = getattr(module, "__spec__", None)
        if not name.startswith(("smolint.", "smolint_")) or not spec:
            continue
        if type(spec.loader) is not SourceFileLoader:
            continue
        source = _source(spec.loader.path, spec.cached, spec.submodule_search_locations is not None)
        if source and (name not in index or index[name][0] != source):
            try:
                found[name] = source, marshal.dumps(spec.loader.get_code(name))
            except (OSError, SyntaxError):
                continue
    return found


def _write(path: str, modules: "dict[str, tuple[Source, bytes]]") -> None:
    index: Index = {}
    end = 0
    for name, (source, code) in modules.items():
        index[name] = source, end, end + len(code), crc32(code)
        end += len(code)
    head = marshal.dumps((index, end))
    codes = (code for _, code in modules.values())
    own_files.write(path, (seal(path, head), len(head).to_bytes(_LENGTH, "big"), head, *codes))
    own_files.cut_back(os.path.dirname(path), _ENDING, _MOST, _MOST_BYTES)


def _read(path: str) -> _Bundle:
    """The bundle in a file. Raises OSError without one of the user's own, ValueError for one that is damaged."""
    with opened(path) as file:
        content = file.read()
    begin = SEAL + _LENGTH
    end = begin + int.from_bytes(content[SEAL:begin], "big")
    if seal(path, content[begin:end]) != content[:SEAL]:
        raise ValueError("damaged")
    index, length = marshal.loads(content[begin:end])
    if len(content) != end + length:
        raise ValueError("cut off")
    return _Bundle(index, memoryview(content)[end:])


def _place() -> str:
    given = (_FORMAT, _PACKAGE, __version__, sys.version, sys.implementation.cache_tag, sys.flags.optimize)
    return os.path.join(own_folder(), name_of(given) + _ENDING)
