"""What is left out of a draft's passages: elements, classes, and what patterns match."""

from __future__ import annotations

from smolint.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Skips:
    """What the rules of a Vale configuration do not read; the defaults are Vale's own.

    Text in `elements` (SkippedScopes) is left out; that in the inline elements of `masked` (IgnoredScopes) is written
    as asterisks; `classes` (IgnoredClasses) leave out the elements that bear them. `tokens` and `blocks` are patterns
    (TokenIgnores, BlockIgnores) whose first group is read as code. `delimiters` stand for those of a comment.
    """

    elements: tuple[str, ...] = ("script", "style", "pre", "figure", "noscript", "iframe")
    masked: tuple[str, ...] = ("tt", "code", "kbd")
    classes: tuple[str, ...] = ("problematic", "pre", "code")
    tokens: tuple[str, ...] = ()
    blocks: tuple[str, ...] = ()
    delimiters: tuple[str, ...] = ()


OWN = Skips(elements=("script", "style", "pre", "noscript", "iframe"))
"""What smolint's own rules do not read."""
