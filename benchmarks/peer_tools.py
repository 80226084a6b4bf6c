"""smolint and its peers: where each is found, how it is run, and how many rules it then has."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from peer_posts import posts_below
from peer_runs import Contender

TEXTLINT_RULES = ("write-good", "terminology", "stop-words", "alex", "common-misspellings", "en-capitalization")
STYLES = ("write-good", "proselint")
_WRITE_GOOD_CHECKS = 8
"""Its README: weasel, illusion, so, thereIs, passive, adverb, tooWordy, cliches; E-Prime is asked for apart."""

_ANY = frozenset(range(256))
"""Every exit code but that of a crash by a signal."""


@dataclass(frozen=True, slots=True)
class Places:
    """Where tools are looked for: folders of commands (before PATH), an npm prefix, Vale's styles, a place to write."""

    bins: tuple[Path, ...]
    node: Path | None
    styles: Path | None
    python: Path
    work: Path

    def command(self, name: str) -> str | None:
        """The path of a command, None where it is not installed."""
        npm = [self.node / "node_modules" / ".bin"] if self.node else []
        folders = [*self.bins, *npm, *os.get_exec_path()]
        return shutil.which(name, path=os.pathsep.join(str(folder) for folder in folders))


@dataclass(frozen=True, slots=True)
class Tool:
    """A linter as it is run here. `codes` are the exit codes of a run that did its work.

    `takes_files` where it is given the posts one by one instead of their folder.
    """

    name: str
    command: tuple[str, ...]
    rules: str
    version: tuple[str, ...] = ()
    codes: frozenset[int] = frozenset({0, 1})
    takes_files: bool = False
    folder: Path | None = None

    def lint(self, what: Path, *options: str, name: str = "") -> Contender:
        """The tool on a post or on all posts of a folder."""
        posts = posts_below(what) if what.is_dir() else [what]
        files = posts if self.takes_files else [what]
        command = (*self.command, *options)
        shown = f"{' '.join(_short(part) for part in command)} {what.name}"
        if what.is_dir():
            shown += "/**/*.md" if self.takes_files else "/"
        return Contender(
            name or self.name,
            (*command, *(str(file) for file in files)),
            len(posts),
            self.rules,
            shown,
            self.codes,
            self.folder,
        )

    def tell_version(self) -> Contender:
        """The tool asked for its version."""
        shown = " ".join(_short(part) for part in self.version)
        return Contender(self.name, self.version, rules=self.rules, shown=shown, codes=_ANY, folder=self.folder)


def _short(part: str) -> str:
    return Path(part).name if os.sep in part else part


def _printed(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def smolint(places: Places, command: str) -> Tool:
    """smolint with all its default rules, and no configuration but the defaults."""
    rules = json.loads(_printed(command, "rules", "--isolated", "--output-format", "json"))["rules"]
    count = sum(bool(rule["enabled"]) for rule in rules)
    defaults = places.work / "smolint.toml"
    defaults.write_text("", encoding="utf-8")
    return Tool("smolint", (command, "--config", str(defaults)), str(count), (command, "--version"), frozenset({0, 1}))


def peers(places: Places, smolint_command: str) -> list[Tool]:
    """The peers that are installed."""
    found = [_vale(places, smolint_command), _write_good(places), _proselint(places), _alex(places)]
    found += [_markdownlint(places), _textlint(places), _yoast(places), _typos(places)]
    return [tool for tools in found for tool in tools]


def _vale(places: Places, smolint_command: str) -> list[Tool]:
    """Vale and smolint with the same two public styles."""
    vale = places.command("vale")
    if not vale or not places.styles:
        return []
    present = [name for name in STYLES if (places.styles / name).is_dir()]
    count = sum(len(list((places.styles / name).glob("*.yml"))) for name in present)
    settings = places.work / "vale.ini"
    lines = [f"StylesPath = {places.styles}", "MinAlertLevel = suggestion", "[*.md]"]
    settings.write_text("\n".join([*lines, f"BasedOnStyles = {', '.join(present)}\n"]), encoding="utf-8")
    ours = (smolint_command, "--vale-config", str(settings), "--select", ",".join(present), "--no-cache")
    return [
        Tool("Vale", (vale, "--config", str(settings), "--output", "line"), str(count), (vale, "--version")),
        Tool("smolint, Vale’s styles", ours, str(count)),
    ]


def _write_good(places: Places) -> list[Tool]:
    command = places.command("write-good")
    rules = str(_WRITE_GOOD_CHECKS)
    # It ends with the number of its suggestions, of which the system keeps the last eight bits.
    return [Tool("write-good", (command,), rules, (command, "--version"), _ANY, True)] if command else []


def _proselint(places: Places) -> list[Tool]:
    command = places.command("proselint")
    if not command:
        return []
    checks = json.loads(_printed(command, "dump-config"))["checks"]
    count = f"{sum(bool(on) for on in checks.values())} groups"
    return [Tool("proselint", (command, "check"), count, (command, "version"), takes_files=True)]


def _alex(places: Places) -> list[Tool]:
    command = places.command("alex")
    return [Tool("alex", (command,), "2 lists", (command, "--version"))] if command else []


def _markdownlint(places: Places) -> list[Tool]:
    command = places.command("markdownlint-cli2")
    if not command:
        return []
    library = (places.node or Path()) / "node_modules" / "markdownlint" / "lib"
    count = str(len(list(library.glob("md[0-9]*.mjs"))) or "all")
    return [Tool("markdownlint-cli2", (command,), count, (command, "--help"), frozenset({0, 1, 2}), True)]


def _textlint(places: Places) -> list[Tool]:
    command = places.command("textlint")
    if not command or not places.node:
        return []
    modules = places.node / "node_modules"
    rules = [name for name in TEXTLINT_RULES if (modules / f"textlint-rule-{name}").is_dir()]
    settings = places.work / "textlintrc.json"
    settings.write_text(json.dumps({"rules": dict.fromkeys(rules, True)}), encoding="utf-8")
    run = (command, "--config", str(settings), "-f", "unix")
    # Rules are looked for below the folder in which it is started.
    version = (command, "--version")
    return [Tool("textlint", run, str(len(rules)), version, takes_files=True, folder=places.node)] if rules else []


def _yoast(places: Places) -> list[Tool]:
    node = places.command("node")
    if not node or not places.node or not (places.node / "node_modules" / "yoastseo").is_dir():
        return []
    run = (node, str(Path(__file__).with_name("peer_yoast.mjs")), str(places.node))
    return [Tool("yoastseo", run, _printed(*run, "--rules").strip(), (*run, "--version"), takes_files=True)]


def _typos(places: Places) -> list[Tool]:
    command = places.command("typos")
    version = (str(command), "--version")
    return [Tool("typos", (command,), "spelling", version, frozenset({0, 2}))] if command else []
