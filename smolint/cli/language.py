"""The language to speak before the arguments are understood: for help pages, and for what is wrong with them."""

from __future__ import annotations

import os
import re
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from smolint.config import find_config, load_config
from smolint.errors import SmolintError
from smolint.late_pattern import compiled
from smolint.locale import LANGUAGES, language_of_locale
from smolint.plain_file import read_plain_text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_SETTING = compiled(r"""^[ \t]*ui-language[ \t]*=[ \t]*["'](\w+)["']""", re.MULTILINE)


def spoken_language(arguments: Sequence[str], environment: Mapping[str, str]) -> str:
    """The language of `--ui-language`, else that of the configuration, else the locale's."""
    given = _value(arguments, "--ui-language")
    if given in LANGUAGES:
        return given
    return _configured(arguments) or language_of_locale(environment)


def _value(arguments: Sequence[str], option: str) -> str:
    following = next((value for name, value in pairwise(arguments) if name == option), "")
    return following or next((one.partition("=")[2] for one in arguments if one.startswith(f"{option}=")), "")


def _configured(arguments: Sequence[str]) -> str:
    """What the configuration says, even one that is wrong elsewhere: that is what the user must be told."""
    named = _value(arguments, "--config")
    if "--isolated" in arguments and not named:
        return ""
    try:
        path = Path(named) if named else find_config(_start(arguments))
        if path is None:
            return ""
        found = load_config(path).ui_language
    except SmolintError:
        found = _spelt(path) if path else ""
    except OSError:  # a folder that is closed, or gone
        return ""
    return found if found in LANGUAGES else ""


def _spelt(path: Path) -> str:
    try:
        match = _SETTING.search(read_plain_text(path, errors="replace"))
    except OSError:
        return ""
    return match.group(1) if match else ""


def _start(arguments: Sequence[str]) -> Path:
    """The folder of the first path among the arguments, else the current one."""
    path = next((Path(one) for one in arguments if not one.startswith("-") and os.path.exists(one)), Path())
    return Path(os.path.abspath(path if os.path.isdir(path) else path.parent))
