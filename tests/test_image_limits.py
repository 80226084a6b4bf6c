from __future__ import annotations

import pytest

from smolint.finding import Level
from smolint.host import installed_host
from smolint.image_limits import bound, bounds, ratio_range, takes
from smolint.platform import Fact


@pytest.mark.parametrize("name", sorted(installed_host().platforms))
@pytest.mark.parametrize("role", ["post", "story", "card", "thumbnail", "body"])
def test_every_published_limit_can_be_used(name: str, role) -> None:
    fact = installed_host().platforms[name].facts.get
    for pair in ("px_min", "px_max", "wanted", "gif_px_max", "width"):
        assert all(len(one.value) == 2 and min(one.value) > 0 for one in bounds(fact, role, pair))
    for number in ("max_bytes", "gif_max_bytes", "max_pixels", "gif_max_pixels", "gif_max_frames", "min_width"):
        assert all(one.value > 0 for one in bounds(fact, role, number))
    for formats in bounds(fact, role, "formats"):
        assert takes(formats.value, "JPEG")
    for ratio in bounds(fact, role, "ratio"):
        low, high, _ = ratio_range(ratio)
        assert 0 < low <= high


@pytest.mark.parametrize(
    ("name", "confidence", "level"),
    [
        ("image_max_bytes", "high", Level.ERROR),
        ("image_max_bytes", "medium", Level.WARNING),
        ("image_max_bytes", "low", Level.SUGGESTION),
        ("image_max_bytes_api", "high", Level.SUGGESTION),
    ],
)
def test_confidence_caps_the_level(name: str, confidence, level: Level) -> None:
    facts = {name: Fact(name, 1000, "", "", confidence)}
    limit = bound(facts.get, "post", "max_bytes")
    assert limit is not None
    assert limit.at_most == level


def test_a_fact_without_a_value_limits_nothing() -> None:
    facts = {"image_max_bytes": Fact("image_max_bytes", None, "", "", "low")}
    assert bound(facts.get, "post", "max_bytes") is None


@pytest.mark.parametrize(
    ("formats", "image_format", "taken"),
    [
        (["jpg", "png"], "JPEG", True),
        (["jpg", "png"], "MPO", True),
        (["jpg", "png"], "WEBP", False),
        (["heif"], "HEIC", True),
        (["tiff"], "TIFF", True),
        (["image/*"], "AVIF", True),
    ],
)
def test_formats_by_either_name(formats: list[str], image_format: str, taken: bool) -> None:
    assert takes(formats, image_format) is taken
