"""All figures of one draft in words, one a line: `smolint stats --all`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from smolint.cli.layout import table, title
from smolint.locale import N_
from smolint.named_tuple import NamedTuple
from smolint.reporters.cells import visible, width
from smolint.rules import fill

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smolint.cli.options import Invocation


class _Figure(NamedTuple):
    """A measure's key, its name for readers, whether it is a share, and the kind of platform that it is for."""

    key: str
    label: str
    share: bool = False
    kind: str = ""


_FIGURES = (
    _Figure("words", N_("words")),
    _Figure("quoted_words", N_("words in quotations")),
    _Figure("sentences", N_("sentences")),
    _Figure("mean_sentence_words", N_("words in a sentence, on average")),
    _Figure("long_sentence_share", N_("sentences of more than 20 words"), share=True),
    _Figure("passive_share", N_("sentences in the passive"), share=True),
    _Figure("transition_share", N_("sentences with a transition word"), share=True),
    _Figure("same_starts", N_("times that three sentences or more begin alike")),
    _Figure("reading_ease", N_("reading ease, 0 (hard) to 100 (easy)")),
    _Figure("longest_paragraph_words", N_("words in the longest paragraph")),
    _Figure("long_paragraphs", N_("paragraphs of more than 150 words")),
    _Figure("headings", N_("headings")),
    _Figure("longest_section_words", N_("words in the longest section")),
    _Figure("images", N_("images")),
    _Figure("images_without_alt", N_("images without a text alternative")),
    _Figure("internal_links", N_("internal links")),
    _Figure("outbound_links", N_("outbound links")),
    _Figure("hashtags", N_("hashtags"), kind="social"),
    _Figure("mentions", N_("mentions"), kind="social"),
    _Figure("length", N_("length, as the platform counts"), kind="social"),
    _Figure("length_limit", N_("longest that the platform takes"), kind="social"),
    _Figure("depth", N_("depth, 0 to 100"), kind="blog"),
)


def all_figures(draft: dict[str, Any], run: Invocation) -> list[str]:
    """The measures of a draft below its path; those that do not apply to it are left out."""
    number = f" ({draft['draft'] + 1})" if draft["draft"] else ""
    about = ", ".join(filter(None, (draft["platform"], draft["language"])))
    rows = [*_rows(draft, run)]
    room = max(width(value) for _, value in rows)
    padded = [(label, " " * (room - width(value)) + value) for label, value in rows]
    return [title(f"{visible(draft['path'])}{number} ({about})", run), *table(padded, run)]


def _rows(draft: dict[str, Any], run: Invocation) -> Iterator[tuple[str, str]]:
    kind = "blog" if draft["length"] is None else "social"
    for figure in _FIGURES:
        value = draft[figure.key]
        if value is not None and figure.kind in ("", kind):
            yield run.gettext(figure.label), shown_figure(value, run.language, share=figure.share)
    for part in (draft["depth_parts"] or {}).values():
        if part["max_points"] or part["points"]:
            yield f"  {_told(part, run.language)}", _earned(part, run.language)


def _told(part: dict[str, Any], language: str) -> str:
    """A part of the depth score: the value and what it counts."""
    label = part["label"].get(language, part["label"]["en"])
    space = "" if language == "en" and label.startswith("%") else "\N{NO-BREAK SPACE}"
    return f"{shown_figure(part['value'], language)}{space}{label}"


def _earned(part: dict[str, Any], language: str) -> str:
    points = shown_figure(abs(part["points"]), language)
    return f"{points} / {part['max_points']}" if part["max_points"] else f"\N{MINUS SIGN}{points}"


def shown_figure(value: float | None, language: str, *, share: bool = False) -> str:
    """A number as its language writes it, a share as a percentage; a hyphen where there is none."""
    if value is None:
        return "-"
    if not share:
        return fill("{value}", {"value": value}, language)
    space = "\N{NO-BREAK SPACE}" if language == "fr" else ""
    return fill("{value}", {"value": round(100 * value)}, language) + f"{space}%"
