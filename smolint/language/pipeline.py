"""A trained spaCy pipeline that the configuration names: its parser decides what is passive, on smolint's own words."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from smolint.time_limit import unweighed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.language import Language
    from spacy.tokens import Doc, Token

    from smolint.language.passives import Passive

_AUXILIARY = frozenset({"auxpass", "aux:pass"})
_SUBJECT = frozenset({"nsubjpass", "nsubj:pass", "csubjpass", "csubj:pass"})


def find_pipeline(name: str) -> Path | None:
    """The folder of a pipeline: of an installed package, or the one that it was saved to; None when there is none.

    Nothing is imported to find it, and no package but a pipeline is found: spaCy imports whatever it is told to load.
    """
    if (Path(name) / "config.cfg").is_file():
        return Path(name)
    package = find_spec(name) if name.isidentifier() else None
    folders = (package.submodule_search_locations or ()) if package else ()
    return next((Path(one) for one in folders if (Path(one) / "meta.json").is_file()), None)


@cache
def _loaded(name: str) -> Language:
    import spacy

    return spacy.load(name)


def parse(name: str, text: str, words: Sequence[tuple[int, int]], sentence_starts: Sequence[int]) -> Doc:
    """The `Doc` that a pipeline makes of a text cut into smolint's own words and sentences (see `build_doc`)."""
    from smolint.language.doc import build_doc

    with unweighed():
        pipeline = _loaded(name)
        doc = build_doc(text, words, sentence_starts, pipeline.vocab)
        for _, component in pipeline.pipeline:
            doc = component(doc)
    return doc


def parsed_passives(doc: Doc) -> Iterator[Passive]:
    """The passives of a parsed document, in order: dependencies decide, without any the mark `Voice=Pass` does."""
    from smolint.language.passives import Passive

    depends = doc.has_annotation("DEP")
    for token in doc:
        children = list(token.children) if depends else []
        if not (_has_passive(children) if depends else "Voice=Pass" in str(token.morph)):
            continue
        start = min([token.idx, *(child.idx for child in children if child.dep_ in _AUXILIARY)])
        yield Passive(start, token.idx + len(token))


def _has_passive(children: Sequence[Token]) -> bool:
    return any(child.dep_ in _AUXILIARY or child.dep_ in _SUBJECT for child in children)
