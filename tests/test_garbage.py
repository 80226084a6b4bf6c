"""What a draft leaves in memory: nothing that Python has to look for, which takes time and lets a run grow."""

import gc

import pytest

from smolint import lint_text
from smolint.draft import Block

POST = """---
title: Notre levain a dix ans
tags: [pain, levain]
---

# Notre levain a dix ans

Chaque nuit, nous pétrissons deux cents pains. Le four est allumé à trois heures, et la première fournée sort à cinq.

- [La recette](https://www.example.fr/recette)
- ![](four.jpg)

<aside>Le four a été construit par le grand-père de Paul.</aside>

We also bake in English: *very* good bread is made of time.
"""


@pytest.fixture
def kept_garbage():
    """What only a search for garbage finds, from here on."""
    gc.collect()
    gc.disable()
    gc.set_debug(gc.DEBUG_SAVEALL)
    yield gc.garbage
    gc.set_debug(0)
    gc.garbage.clear()
    gc.enable()


@pytest.mark.parametrize("platform", ["wordpress", "linkedin", "twitter"])
def test_drafts_are_gone_once_they_are_linted(platform, kept_garbage):
    # Some checks remember the last few drafts that they have seen.
    for number in range(10):
        lint_text(f"{POST}\n{number}", platform=platform)
    gc.collect()
    assert not [one for one in kept_garbage if isinstance(one, Block)]
