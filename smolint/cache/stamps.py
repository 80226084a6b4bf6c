"""Fingerprints: of everything but a file itself that its result comes from."""

from __future__ import annotations

import sys
from pathlib import Path

from smolint import fast
from smolint.code_stamp import code_fingerprint, files_stamp
from smolint.type_checking import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Any

    from smolint.host import Host
    from smolint.rules import Rule
    from smolint.setup import Setup

_UNTOLD = frozenset({"origins"})
"""Parts of the configuration that change no result."""
_UNREAD = frozenset({"examples", "lines"})
"""Parts of a rule that change no finding."""


def setup_fingerprint(setup: Setup) -> bytes:
    """16 bytes that change with the rules and configuration in force, smolint's version and every plugin's."""
    parts = [code_fingerprint(), _plugins(setup.host), setup.language]
    config = setup.config
    parts += [f"{name}={getattr(config, name)!r}" for name in config.__match_args__ if name not in _UNTOLD]
    parts += [_rule(setup.rules[name]) for name in sorted(setup.rules)]
    parts.append(repr(setup.vale.config) if setup.vale else "")
    return digest("\0".join(parts).encode("utf-8", "backslashreplace"))


def digest(*contents: bytes) -> bytes:
    """16 bytes that tell contents apart, whatever their lengths."""
    return fast.digest(b"".join(len(content).to_bytes(8, "little") + content for content in contents))


def _rule(rule: Rule) -> str:
    return repr([(name, getattr(rule, name)) for name in rule.__match_args__ if name not in _UNREAD])


def _plugins(host: Host) -> str:
    """Names and versions of the plugins; of one that is worked on where it stands, its files as well."""
    told: list[Any] = []
    for plugin in host.plugins:
        module = sys.modules.get(plugin.module)
        place = getattr(module, "__file__", None)
        files = files_stamp(Path(place).parent) if place and "site-packages" not in Path(place).parts else 0
        told.append((plugin.name, plugin.distribution, plugin.version, files))
    return repr(told)
