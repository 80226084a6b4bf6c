"""smolint: a linter for content. This page is the whole public API; everything else is private.

Importing smolint is cheap: each name is loaded when it is first used.
"""

__version__ = "0.1.0"

# Type checkers take this name for true; importing it from typing would double the time of `smolint --version`.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from smolint.check import Check, Gathered, Mark, NoOptions, Trace
    from smolint.config import Config
    from smolint.draft import Block, Comment, Content, Draft, Embed, Field, Image, Link, Problem
    from smolint.engine import lint, lint_text
    from smolint.errors import ConfigError, PluginError, SmolintError, SourceError, UsageError
    from smolint.finding import Edit, FileResult, Finding, Fix, Level, Note, Summary
    from smolint.hookspecs import hookimpl
    from smolint.host import platforms
    from smolint.language.sentences import sentences
    from smolint.parsers.parser import Parser
    from smolint.platform import Entity, Fact, FactsFile, Platform, Setting, read_facts
    from smolint.prose import Sentence
    from smolint.reading import Reading
    from smolint.reporters.reporter import Report, ReportContext, Reporter
    from smolint.rules import Rule
    from smolint.source import Piece, Position, Source, Span

_HOMES = {
    "smolint.check": ("Check", "Gathered", "Mark", "NoOptions", "Trace"),
    "smolint.config": ("Config",),
    "smolint.draft": ("Block", "Comment", "Content", "Draft", "Embed", "Field", "Image", "Link", "Problem"),
    "smolint.engine": ("lint", "lint_text"),
    "smolint.errors": ("ConfigError", "PluginError", "SmolintError", "SourceError", "UsageError"),
    "smolint.finding": ("Edit", "FileResult", "Finding", "Fix", "Level", "Note", "Summary"),
    "smolint.hookspecs": ("hookimpl",),
    "smolint.host": ("platforms",),
    "smolint.language.sentences": ("sentences",),
    "smolint.parsers.parser": ("Parser",),
    "smolint.platform": ("Entity", "Fact", "FactsFile", "Platform", "Setting", "read_facts"),
    "smolint.prose": ("Sentence",),
    "smolint.reading": ("Reading",),
    "smolint.reporters.reporter": ("Report", "ReportContext", "Reporter"),
    "smolint.rules": ("Rule",),
    "smolint.source": ("Piece", "Position", "Source", "Span"),
}
_HOME_OF = {name: module for module, names in _HOMES.items() for name in names}

__all__ = [
    "Block",
    "Check",
    "Comment",
    "Config",
    "ConfigError",
    "Content",
    "Draft",
    "Edit",
    "Embed",
    "Entity",
    "Fact",
    "FactsFile",
    "Field",
    "FileResult",
    "Finding",
    "Fix",
    "Gathered",
    "Image",
    "Level",
    "Link",
    "Mark",
    "NoOptions",
    "Note",
    "Parser",
    "Piece",
    "Platform",
    "PluginError",
    "Position",
    "Problem",
    "Reading",
    "Report",
    "ReportContext",
    "Reporter",
    "Rule",
    "Sentence",
    "Setting",
    "SmolintError",
    "Source",
    "SourceError",
    "Span",
    "Summary",
    "Trace",
    "UsageError",
    "__version__",
    "hookimpl",
    "lint",
    "lint_text",
    "platforms",
    "read_facts",
    "sentences",
]


def __getattr__(name: str) -> "Any":
    if name not in _HOME_OF:
        raise AttributeError(f"module 'smolint' has no attribute {name!r}")
    import importlib

    return getattr(importlib.import_module(_HOME_OF[name]), name)


def __dir__() -> list[str]:
    return __all__
