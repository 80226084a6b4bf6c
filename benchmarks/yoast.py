"""Measure posts with smolint and with Yoast SEO's own analysis, and show where the two differ.

    npm install --prefix /tmp/yoast yoastseo@3.6
    python benchmarks/yoast.py --yoast /tmp/yoast --language fr posts/

yoastseo is GPL and an outside reference: it is never shipped, imported or copied. Both tools get the same blocks:
Yoast reads the HTML of the blocks that smolint found (`--rendered`: of the whole file through markdown-it-py instead).
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from smolint.checks.quotation import is_quotation
from smolint.parsers.front_matter import read_front_matter
from smolint.parsers.html_file import parse_html
from smolint.parsers.markdown import parse_markdown
from smolint.source import Source

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from smolint.draft import Block

LEAST_WORDS = 50
"""Shorter files are no posts: one word more or less is two percent of them."""

GOOD, OK, BAD = "good", "ok", "bad"
Figures = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Criterion:
    """One line of the report: how a figure is compared, and for what percentage of posts it should agree."""

    name: str
    wanted: int
    agrees: Callable[[Figures, Figures], bool]
    distance: Callable[[Figures, Figures], float]


def _relative(name: str, wanted: int, tolerance: float) -> Criterion:
    def distance(ours: Figures, theirs: Figures) -> float:
        return abs(float(ours[name]) - float(theirs[name])) / max(float(theirs[name]), 1.0)

    return Criterion(name, wanted, lambda ours, theirs: distance(ours, theirs) <= tolerance, distance)


def _absolute(name: str, wanted: int, tolerance: float) -> Criterion:
    def distance(ours: Figures, theirs: Figures) -> float:
        if ours[name] is None or theirs[name] is None:
            return 0.0 if ours[name] is theirs[name] else 1000.0
        return abs(float(ours[name]) - float(theirs[name]))

    return Criterion(name, wanted, lambda ours, theirs: distance(ours, theirs) <= tolerance + 1e-9, distance)


def _light(name: str) -> Criterion:
    order = (GOOD, OK, BAD)

    def distance(ours: Figures, theirs: Figures) -> float:
        return abs(order.index(ours["lights"][name]) - order.index(theirs["lights"][name]))

    return Criterion(f"light: {name}", 95, lambda ours, theirs: distance(ours, theirs) == 0, distance)


CRITERIA = (
    _relative("words", 95, 0.02),
    _relative("sentences", 90, 0.05),
    _absolute("long_sentence_share", 90, 0.04),
    _absolute("reading_ease", 90, 4),
    _absolute("passive_share", 85, 0.06),
    _absolute("transition_share", 85, 0.06),
    *(_light(name) for name in ("text_length", "paragraph_length", "long_sentences", "same_starts", "subheadings")),
)


def _lights(figures: Figures) -> dict[str, str]:
    """Yoast's published thresholds on smolint's figures."""
    words, section = figures["words"], figures["longest_section_words"]
    few = words <= 300
    return {
        "text_length": GOOD if words >= 300 else OK if words >= 250 else BAD,
        "paragraph_length": _limits(figures["longest_paragraph_words"], 150, 200),
        "long_sentences": _limits(round(100 * figures["long_sentence_share"], 1), 25, 30),
        "same_starts": BAD if figures["same_starts"] else GOOD,
        "subheadings": GOOD if few else _limits(section, 300, 350) if figures["headings"] else BAD,
    }


def _limits(value: float, good: float, fair: float) -> str:
    return GOOD if value <= good else OK if value <= fair else BAD


def _files(paths: Iterable[str]) -> Iterator[Path]:
    for path in map(Path, paths):
        yield from sorted(found for found in path.rglob("*") if found.suffix in _PARSERS) if path.is_dir() else [path]


_PARSERS = {".md": parse_markdown, ".markdown": parse_markdown, ".html": parse_html, ".htm": parse_html}
_CONTAINERS = {"item": "<ul><li>{}</li></ul>", "cell": "<table><tr><td>{}</td></tr></table>"}


def block_html(block: Block) -> str:
    """A block as the HTML that a browser would show for it."""
    parts, done = [], 0
    for start, end in block.code:
        parts += [escape(block.text[done:start]), f"<code>{escape(block.text[start:end])}</code>"]
        done = end
    inner = "".join([*parts, escape(block.text[done:])]).replace("\n", "<br />")
    if block.kind == "heading":
        return f"<h{block.level}>{inner}</h{block.level}>"
    if block.kind in _CONTAINERS:
        return _CONTAINERS[block.kind].format(inner)
    inner = f"<p>{inner}</p>"
    return f"<ul><li>{inner}</li></ul>" if "list" in block.within else inner


def _html(path: Path, *, rendered: bool) -> str:
    text = path.read_text(encoding="utf-8", errors="replace")
    if rendered:
        body = text[read_front_matter(text).body_start :]
        return body if path.suffix.startswith(".htm") else _rendered(body)
    drafts = _PARSERS[path.suffix](Source(str(path), text))
    blocks = (block for draft in drafts for block in draft.prose if not is_quotation(block))
    return "\n".join(map(block_html, blocks))


def _rendered(markdown: str) -> str:
    from markdown_it import MarkdownIt

    reader = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    # Half of Yoast's figures take each line of the HTML for a sentence; a wrapped line of Markdown is none.
    reader.add_render_rule("softbreak", lambda *_: " ")
    return str(reader.render(markdown))


def ours(files: Iterable[Path], language: str) -> dict[Path, Figures]:
    """The figures of `smolint stats` for each file, the words of quotations left out, as Yoast leaves them."""
    command = [sys.executable, "-m", "smolint", "stats", "--output-format", "json", "--isolated"]
    command += ["--platform", "wordpress", "--language", language, *map(str, files)]
    drafts = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)["drafts"]
    found = {}
    for draft in drafts:
        draft["words"] -= draft["quoted_words"]
        draft["lights"] = _lights(draft)
        found[Path(draft["path"]).resolve()] = draft
    return found


def theirs(files: Iterable[Path], language: str, yoast: str, *, rendered: bool) -> dict[Path, Figures]:
    """The figures of yoastseo for each file."""
    files = list(files)
    lines = [json.dumps({"language": language, "html": _html(path, rendered=rendered)}) for path in files]
    command = ["node", str(Path(__file__).with_suffix(".mjs")), yoast]
    ran = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, input="\n".join(lines) + "\n")
    return {path.resolve(): json.loads(line) for path, line in zip(files, ran.stdout.splitlines(), strict=True)}


def main() -> int:
    """Print, for each figure, the share of posts on which both tools agree, and the posts that differ most."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="+", help="posts, or folders of posts (.md, .html)")
    parser.add_argument("--yoast", required=True, metavar="DIR", help="the folder in which npm installed yoastseo")
    parser.add_argument("--language", required=True, choices=["en", "fr"])
    parser.add_argument("--rendered", action="store_true", help="give Yoast the whole file, rendered elsewhere")
    parser.add_argument("--worst", type=int, default=3, metavar="N", help="how many posts to name for each figure")
    parser.add_argument("--dump", type=Path, metavar="FILE", help="write all figures there, as JSON lines")
    given = parser.parse_args()
    files = list(_files(given.paths))
    here = ours(files, given.language)
    there = theirs(files, given.language, given.yoast, rendered=given.rendered)
    both = {path: (here[path], there[path]) for path in there if path in here}
    both = {path: pair for path, pair in both.items() if pair[1]["words"] >= LEAST_WORDS}
    if given.dump:
        rows = (json.dumps({"path": str(path), "ours": pair[0], "theirs": pair[1]}) for path, pair in both.items())
        given.dump.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return _report(both, given.worst)


def _report(both: dict[Path, tuple[Figures, Figures]], worst: int) -> int:
    print(f"{len(both)} posts")
    for criterion in CRITERIA:
        agreeing = sum(criterion.agrees(*pair) for pair in both.values())
        share = 100 * agreeing / max(len(both), 1)
        print(
            f"{'ok ' if share >= criterion.wanted else '-- '}{criterion.name:24} {share:5.1f} % of {criterion.wanted} %"
        )
        apart = [item for item in both.items() if not criterion.agrees(*item[1])]
        for path, pair in sorted(apart, key=lambda item: -criterion.distance(*item[1]))[:worst]:
            print(f"     {_shown(pair[0], criterion)} / {_shown(pair[1], criterion)}  {path}")
    return 0


def _shown(figures: Figures, criterion: Criterion) -> str:
    name = criterion.name.removeprefix("light: ")
    value = figures["lights"][name] if name in figures["lights"] and name != criterion.name else figures[name]
    return f"{value:.3g}" if isinstance(value, float) else str(value)


if __name__ == "__main__":
    raise SystemExit(main())
