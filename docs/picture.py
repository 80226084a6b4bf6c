"""Draws the README's picture: what smolint really prints for one of its sample drafts, as an SVG.

Run from the repository's root: `python docs/picture.py`; it writes docs/report.svg.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from rich.console import Console
from rich.text import Text

DRAFTS = ("fixtures/linkedin/what-a-bakery-taught-me.md",)
COLUMNS = 80
TARGET = Path(__file__).parent / "report.svg"


def report() -> str:
    """What the command prints for the sample, with colours, 80 columns wide, in English."""
    command = [sys.executable, "-m", "smolint", "--color", "always", "--ui-language", "en", *DRAFTS]
    environment = {**os.environ, "COLUMNS": str(COLUMNS)}
    return subprocess.run(
        command, capture_output=True, text=True, encoding="utf-8", env=environment, check=False
    ).stdout


def without_web_fonts(svg: str) -> str:
    """The picture with the reader's own monospace font: nothing is fetched when it is shown."""
    start = svg.index("@font-face")
    end = svg.index(".terminal-", svg.rindex("@font-face"))
    return (svg[:start] + svg[end:]).replace("Fira Code", "ui-monospace, Menlo, Consolas, DejaVu Sans Mono")


def main() -> None:
    """Write the picture."""
    printed = report().rstrip("\n")
    prompt = Text.assemble(("$ ", "bold"), f"smolint {' '.join(DRAFTS)}\n\n")
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere:
        console = Console(record=True, width=COLUMNS, force_terminal=True, color_system="truecolor", file=nowhere)
        console.print(prompt + Text.from_ansi(printed))
        TARGET.write_text(without_web_fonts(console.export_svg(title="smolint")), encoding="utf-8")


if __name__ == "__main__":
    main()
