"""Posts that are long enough and say little: a low depth score, explained part by part."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smolint.check import Check, Mark
from smolint.checks.depth import is_post, post_words
from smolint.checks.depth_score import WORST, depth_score, plain_parts
from smolint.checks.opening import opening
from smolint.dataclass import dataclass
from smolint.language.phrases import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from smolint.checks.depth_parts import Part
    from smolint.reading import Reading


@dataclass(frozen=True, slots=True)
class ThinContent:
    """`min_score`: the lowest score that is fine; `min_earned`: the same before deductions.

    What stuffing and repetition cost does not count here: `depth/stuffed` and `depth/padded` speak of those.
    Texts under `min_words` words are left to `depth/too-short`.
    """

    min_score: int = 20
    min_earned: int = 45
    min_words: int = 300


def depth_thin_content(reading: Reading, options: ThinContent) -> Iterator[Mark]:
    """The title of a long enough post whose depth score is under `min_score`, or under `min_earned` before deductions.

    Values: `score`, `limit` (the higher of both), and in both languages the three parts that lose most (`worst_en`,
    `worst_fr`), what would raise these (`advice_en`, `advice_fr`), and all parts (`parts_en`, `parts_fr`).
    """
    if not is_post(reading) or post_words(reading) < options.min_words or reading.draft.language not in LANGUAGES:
        return
    place = opening(reading)
    # Most posts are fine whatever their sentences say: counting the words of these takes longest.
    plain = plain_parts(reading)
    if not place or _is_fine(plain.earned, plain.fragment.points, -WORST, options):
        return
    depth = depth_score(reading)
    cohesion = next(part.points for part in depth.parts if part.name == "cohesion")
    if _is_fine(depth.earned, plain.fragment.points, cohesion, options):
        return
    values: dict[str, object] = {"score": depth.score, "limit": max(options.min_score, options.min_earned)}
    for language in ("en", "fr"):
        values[f"worst_{language}"] = ", ".join(describe(part, language) for part in depth.worst)
        values[f"parts_{language}"] = _listed(depth.parts, language)
        values[f"advice_{language}"] = ", ".join(part.advice[language] for part in depth.worst)
    yield Mark(place, values)


def _is_fine(earned: int, fragment: int, cohesion: int, options: ThinContent) -> bool:
    """Whether the points earned and those that a fragment and want of cohesion take away leave enough.

    Short sentences with ever new words have little cohesion too: alone it proves nothing, so it weighs half here.
    """
    return earned >= options.min_earned and earned + fragment + cohesion // 2 >= options.min_score


def _listed(parts: Iterable[Part], language: str) -> str:
    return ", ".join(describe(part, language) for part in parts if part.max_points or part.points)


def describe(part: Part, language: str) -> str:
    """A part of the score in words: what was counted, and the points it earned or took away."""
    value = f"{part.value:g}".replace(".", "," if language == "fr" else ".")
    space = "" if part.label[language].startswith("%") and language == "en" else "\N{NO-BREAK SPACE}"
    return f"{value}{space}{part.label[language]} ({_points(part, language)})"


def _points(part: Part, language: str) -> str:
    noun = "point" if abs(part.points) < 2 else "points"
    points = f"\N{MINUS SIGN}{-part.points}" if part.points < 0 else f"{part.points}"
    if not part.max_points:
        return f"{points}\N{NO-BREAK SPACE}{noun}"
    of = {"en": f"{points} of {part.max_points} points", "fr": f"{points} {noun} sur {part.max_points}"}
    return of[language]


CHECKS: tuple[Check, ...] = (Check("depth-thin-content", depth_thin_content, ThinContent),)
