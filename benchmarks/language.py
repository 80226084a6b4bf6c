"""How well sentences, words, languages and syllables are told, and how fast.

`python benchmarks/language.py` measures on the texts of the repository. More to measure on:

    --corpus [LANGUAGE=]FOLDER   real drafts; without LANGUAGE, a part of the path that names one tells it (`fr/`), else
                                 the language that the whole draft is found to be in. May be given several times.
    --cmudict FILE               a CMUdict: English syllables, and how far each English draft's reading ease shifts
    --lexique FILE               Lexique 3 as tab-separated text: French syllables, instead of the repository's sample
    --without TEXT               leave out files with this in their path: not translated yet, for one
    --wrong                      show what was told wrongly
"""

from __future__ import annotations

import argparse
import csv
import json
import re
import time
from collections import Counter, defaultdict
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from smolint.aiming import aim, groups
from smolint.config import Config
from smolint.host import installed_host
from smolint.language.detect import detect, detect_block
from smolint.language.readability import reading_ease
from smolint.language.sentences import sentence_spans, sentences
from smolint.language.syllables import syllables
from smolint.language.words import word_spans
from smolint.loading import open_file
from smolint.session import Session

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from smolint.reading import Reading

TESTS = Path(__file__).parents[1] / "tests"
SETS = {"english": "en", "french": "fr", "golden-rules-english": "en", "golden-rules-french": "fr", "lines": ""}
LEAST_WORDS = 20
LEAST_BYTES = 1_000_000
LEAST_POST_WORDS = 100
_ENDINGS = frozenset({".md", ".mdx", ".markdown", ".html", ".txt", ".tweet"})
_KINDS = frozenset({"paragraph", "item", "quote"})
_LETTERS = re.compile(r"[a-z]+(?:'[a-z]+)?\Z")


class Paragraph(NamedTuple):
    """A text, its language, and the file it is from."""

    language: str
    text: str
    path: str


def share(right: float, total: float) -> str:
    """`right` of `total` in percent."""
    return f"{100 * right / total:.2f} %" if total else "none"


def golden_rules() -> None:
    """Print how many cases of each set of sentences are met exactly."""
    for name, language in SETS.items():
        cases = json.loads((TESTS / "conformance" / "sentences" / f"{name}.json").read_text(encoding="utf-8"))
        right = sum(sentences(case["text"], language) == case["sentences"] for case in cases)
        print(f"sentences, {name}: {right} of {len(cases)}")


def sample_paragraphs() -> Iterator[Paragraph]:
    """The repository's own paragraphs, in sixteen languages."""
    for row in _rows(TESTS / "data" / "paragraphs.tsv", "utf-8"):
        yield Paragraph(row["language"], row["text"], "paragraphs.tsv")


def readings(folder: Path, language: str) -> Iterator[Reading]:
    """Every draft below a folder, read as a blog post; `language` is `""` where each file tells its own."""
    for path in sorted(path for path in folder.rglob("*") if path.suffix in _ENDINGS):
        named = language or next((part for part in reversed(path.parts) if part in ("fr", "en")), "")
        config = Config(platform="wordpress", language=named)
        setup = Session(_HOST, config).setup(path.parent)
        opened = open_file(path, str(path.relative_to(folder)), setup.host.parsers)
        for group in groups(opened) if opened else ():
            for aimed in aim(group, path, folder, setup):
                yield from aimed.readings[:1]


_HOST = installed_host()


def paragraphs(drafts: Sequence[Reading]) -> Iterator[Paragraph]:
    """The paragraphs, items and quotations of drafts in French or English that have enough words."""
    for reading in drafts:
        for block in reading.draft.prose:
            if (
                block.kind in _KINDS
                and reading.draft.language in ("fr", "en")
                and len(block.prose.split()) >= LEAST_WORDS
            ):
                yield Paragraph(reading.draft.language, block.prose, reading.draft.source.path)


def detection(texts: Sequence[Paragraph], *, show: bool) -> None:
    """Print the share of paragraphs told right, alone and inside a draft of another language."""
    by_language: dict[str, list[Paragraph]] = defaultdict(list)
    for one in texts:
        by_language[one.language].append(one)
    for language, ones in sorted(by_language.items()):
        known = language in ("fr", "en")
        wanted = language if known else ""
        around = [other for other in ("fr", "en") if other != language]
        alone = [one for one in ones if detect(one.text) != wanted]
        inside = [one for one in ones for other in around if detect_block(one.text, other) != wanted]
        count = len(ones)
        told = f"{share(count - len(alone), count)} {'right' if known else 'unknown'}"
        within = share(count * len(around) - len(inside), count * len(around))
        print(f"detection, {language}: {told} of {count} paragraphs of {LEAST_WORDS}+ words; in another draft {within}")
        for one in alone if show else ():
            print(f"  {one.path}: told {detect(one.text) or 'unknown'}: {one.text[:120]!r}")


def _seconds(work: Callable[[], object]) -> float:
    """The least processor time of five runs."""
    best = float("inf")
    for _ in range(5):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best


def speed(texts: Sequence[Paragraph]) -> None:
    """Print how fast sentences and words are parted and the language of blocks is told, in megabytes a second."""
    for language in ("fr", "en"):
        own = [one.text for one in texts if one.language == language]
        size = sum(len(text.encode()) for text in own)
        own *= max(1, LEAST_BYTES // max(size, 1))
        size = sum(len(text.encode()) for text in own)
        for name, function in (
            ("sentences", sentence_spans),
            ("words", word_spans),
            ("blocks’ language", detect_block),
        ):
            seconds = _seconds(partial(_all, function, own, language))
            print(f"speed, {language}: {name} {size / seconds / 1e6:.1f} MB/s ({size / 1e6:.1f} MB)")


def _all(function: Callable[[str, str], object], texts: Sequence[str], language: str) -> None:
    for text in texts:
        function(text, language)


def _rows(path: Path, encoding: str) -> Iterator[Mapping[str, str]]:
    with path.open(encoding=encoding, newline="") as stream:
        yield from csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE)


def french_syllables(lexique: Path | None, *, show: bool) -> None:
    """Print the share of French words with the syllables of Lexique, by word and by how often it is met.

    Elided words, which Lexique counts as one syllable and smolint as part of the next word, are left out.
    """
    counts: dict[str, dict[int, float]] = defaultdict(lambda: defaultdict(float))
    if lexique is None:
        for row in _rows(TESTS / "data" / "french-syllables.tsv", "utf-8"):
            counts[row["word"]][int(row["syllables"])] += float(row["per_million"])
    else:
        for row in _rows(lexique, _encoding(lexique)):
            named = {key.lstrip("0123456789_"): value for key, value in row.items() if key}
            often = sum(float(named[key].replace(",", ".") or 0) for key in ("freqfilms2", "freqlivres"))
            counts[named["ortho"]][int(named["nbsyll"])] += often
    counts = {word: known for word, known in counts.items() if " " not in word and not word.endswith("'")}
    told = {word: syllables(word, "fr") for word in counts}
    total = sum(sum(known.values()) for known in counts.values())
    right = sum(known.get(told[word], 0) for word, known in counts.items())
    by_word = sum(told[word] in known for word, known in counts.items())
    print(
        f"syllables, fr: {share(right, total)} of words as they are met, {share(by_word, len(counts))} of {len(counts)}"
    )
    wrong = [(sum(known.values()), word) for word, known in counts.items() if told[word] not in known]
    for _, word in sorted(wrong, reverse=True)[:40] if show else ():
        print(f"  {word}: {told[word]}, Lexique {sorted(counts[word])}")


def _encoding(path: Path) -> str:
    try:
        path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"


def _cmudict(path: Path) -> dict[str, int]:
    """The syllables of each word's first pronunciation: its sounds that carry a stress."""
    known: dict[str, int] = {}
    for line in path.read_text(encoding="latin-1").splitlines():
        word, _, sounds = line.partition(" ")
        if sounds and not word.startswith(";"):
            known.setdefault(word.lower(), sum(sound[-1].isdigit() for sound in sounds.partition("#")[0].split()))
    return known


def english_syllables(cmudict: Path, drafts: Sequence[Reading]) -> None:
    """Print the share of English words with CMUdict's syllables, and the shift of each draft's reading ease."""
    known = _cmudict(cmudict)
    met: Counter[str] = Counter()
    shifts = []
    for reading in drafts:
        if reading.draft.language == "en":
            shifts += _shift(reading, known, met)
    right = sum(often for word, often in met.items() if syllables(word, "en") == known[word])
    print(f"syllables, en: {share(right, met.total())} of {met.total()} words that CMUdict knows")
    if shifts:
        shifts.sort()
        print(
            f"reading ease, en: {len(shifts)} drafts of {LEAST_POST_WORDS}+ words, shift against CMUdict "
            f"median {shifts[len(shifts) // 2]:.2f}, 95th percentile {shifts[int(len(shifts) * 0.95)]:.2f}, "
            f"largest {shifts[-1]:.2f} points"
        )


def _shift(reading: Reading, known: Mapping[str, int], met: Counter[str]) -> list[float]:
    words, count, parts = [], 0, 0
    for block in reading.draft.prose:
        if block.kind in _KINDS and reading.language_of(block) == "en":
            words += [block.text[start:end].lower().replace("’", "'") for start, end in reading.words(block)]
            parts += len(reading.sentences(block))
    ours = [syllables(word, "en") for word in words]
    theirs = [known.get(word, own) if _LETTERS.match(word) else own for word, own in zip(words, ours, strict=True)]
    met.update(word for word in words if word in known)
    count = len(words)
    if count < LEAST_POST_WORDS:
        return []
    eases = [reading_ease(count, parts, sum(beats), "en") or 0.0 for beats in (ours, theirs)]
    return [abs(eases[0] - eases[1])]


def main() -> None:
    """Read the command line and print every figure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", action="append", default=[], metavar="[LANGUAGE=]FOLDER")
    parser.add_argument("--cmudict", type=Path)
    parser.add_argument("--lexique", type=Path)
    parser.add_argument("--without", action="append", default=[], metavar="TEXT")
    parser.add_argument("--wrong", action="store_true")
    options = parser.parse_args()
    drafts = []
    for given in options.corpus:
        language, equals, folder = given.rpartition("=")
        drafts += list(readings(Path(folder), language if equals else ""))
    drafts = [one for one in drafts if not any(text in one.draft.source.path for text in options.without)]
    texts = list(paragraphs(drafts)) if options.corpus else list(sample_paragraphs())
    golden_rules()
    detection(texts, show=options.wrong)
    speed(texts)
    french_syllables(options.lexique, show=options.wrong)
    if options.cmudict:
        english_syllables(options.cmudict, drafts)


if __name__ == "__main__":
    main()
