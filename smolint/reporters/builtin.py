"""smolint's own output formats; each one's module is imported when its report is opened."""

from __future__ import annotations

import importlib
from functools import partial

from smolint.reporters.reporter import Report, ReportContext, Reporter
from smolint.type_checking import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TextIO

_FORMATS = {
    "text": (
        "text",
        "TextReport",
        "for people, with the source line and how to mend it",
        "pour lire à l’écran, avec la ligne en cause et comment la corriger",
    ),
    "concise": (
        "concise",
        "ConciseReport",
        "one line a finding, for editors",
        "une ligne par problème, pour les éditeurs",
    ),
    "json": ("json", "JsonReport", "the whole run as one JSON object", "tout le compte rendu en un objet JSON"),
    "jsonl": (
        "jsonl",
        "JsonLinesReport",
        "one JSON object a line, as they come",
        "un objet JSON par ligne, au fil de l’eau",
    ),
    "sarif": (
        "sarif",
        "SarifReport",
        "SARIF 2.1.0, for code scanning services",
        "SARIF 2.1.0, pour les services d’analyse",
    ),
    "github": ("github", "GithubReport", "annotations of GitHub Actions", "annotations de GitHub Actions"),
    "gitlab": ("gitlab", "GitlabReport", "GitLab’s Code Quality report", "rapport Code Quality de GitLab"),
    "junit": ("junit", "JunitReport", "JUnit XML, as test results", "JUnit XML, comme des résultats de tests"),
    "rdjson": (
        "rdjson",
        "RdjsonReport",
        "for reviewdog, with suggestions to apply",
        "pour reviewdog, avec des suggestions à appliquer",
    ),
    "checkstyle": (
        "checkstyle",
        "CheckstyleReport",
        "Checkstyle XML, for build services",
        "Checkstyle XML, pour les services d’intégration",
    ),
    "html": (
        "page",
        "PageReport",
        "a page to open in a browser and to send on",
        "une page à ouvrir dans un navigateur et à transmettre",
    ),
}


def builtin_reporters() -> list[Reporter]:
    """The output formats that come with smolint, the default (`text`) first."""
    return [
        Reporter(name, {"en": english, "fr": french}, open=_opener(module, report))
        for name, (module, report, english, french) in _FORMATS.items()
    ]


def _opener(module: str, report: str) -> Callable[[TextIO, ReportContext], Report]:
    return partial(_open, module, report)


def _open(module: str, report: str, stream: TextIO, context: ReportContext) -> Report:
    opened: Report = getattr(importlib.import_module(f"smolint.reporters.{module}"), report)(stream, context)
    return opened
