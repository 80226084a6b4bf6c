"""A draft being read: the measures that several checks share, each worked out once and only when asked for."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property

from smolint.language.detect import detect_block, is_foreign
from smolint.language.graphemes import count_graphemes
from smolint.platform import Fact
from smolint.prose import Prose
from smolint.type_checking import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path
    from typing import Any

    from bs4 import BeautifulSoup
    from spacy.tokens import Doc

    from smolint.draft import Block, Draft, Field, Image
    from smolint.markup.skips import Skips
    from smolint.markup.view import View
    from smolint.platform import Entity, Platform
    from smolint.prose import Sentence


_SPACES = dict.fromkeys(map(ord, "\t\n\r\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}"), " ")


class Reading:
    """One draft on one platform, with everything that checks ask about it.

    `settings` is the platform's own table of the configuration, `site` the site's address, `root` the folder
    in which local files are looked for, `thread` all drafts of the thread that this one belongs to (itself included),
    `targets` all platforms to which the draft goes (this one included), `skips` what a Vale configuration leaves out,
    `pipelines` the spaCy pipeline for each language that the configuration names. `scoped`, `laid` and `laid_plain`
    keep what `smolint.scopes`, `smolint.texts` and `smolint.checks.own_words` made of it, by scopes.
    """

    def __init__(
        self,
        draft: Draft,
        platform: Platform,
        *,
        settings: Mapping[str, Any] | None = None,
        site: str = "",
        root: Path | None = None,
        thread: tuple[Draft, ...] = (),
        targets: tuple[Platform, ...] = (),
        skips: Skips | None = None,
        pipelines: Mapping[str, str] | None = None,
    ) -> None:
        self.draft = draft
        self.platform = platform
        self.settings = settings or {}
        self.site = site
        self.root = root
        self.thread = thread or (draft,)
        self.targets = targets or (platform,)
        self.skips = skips
        self.pipelines = pipelines or {}
        self.scoped: dict[tuple[str, ...], tuple[Block, ...]] = {}
        self.laid: dict[tuple[str, ...], Any] = {}
        self.laid_plain: dict[tuple[str, ...], dict[str, Any]] = {}
        self._languages: dict[int, str] = {}
        self._places: dict[int, tuple[Prose, int]] = {}
        self._docs: dict[int, Doc] = {}

    def language_of(self, block: Block) -> str:
        """The block's language: what its markup declares, else what its text clearly is, else the draft's.

        `""` when it is unknown, or prose in a language that is neither French nor English.
        """
        if block.language:
            return block.language
        key = id(block)
        if key not in self._languages:
            self._languages[key] = detect_block(block.prose, self.draft.language)
        return self._languages[key]

    def is_foreign(self, block: Block) -> bool:
        """Whether a block is in a language that is neither French nor English; False where nothing tells."""
        language = self.language_of(block)
        return is_foreign(block.prose) if not language else language not in ("fr", "en")

    @cached_property
    def proses(self) -> dict[str, Prose]:
        """The draft's prose by language, in the order in which the languages first appear in it."""
        blocks: dict[str, list[Block]] = {}
        for block in self.draft.prose:
            blocks.setdefault(self.language_of(block), []).append(block)
        return {language: Prose(those, language) for language, those in blocks.items()}

    def place(self, block: Block) -> tuple[Prose, int]:
        """The prose that a block stands in and its number there; another block than those of `proses` stands alone."""
        if not self._places:
            for prose in self.proses.values():
                self._places |= {id(one): (prose, number) for number, one in enumerate(prose.blocks)}
        key = id(block)
        if key not in self._places:
            self._places[key] = Prose((block,), self.language_of(block)), 0
        return self._places[key]

    def sentences(self, block: Block) -> tuple[Sentence, ...]:
        """The sentences of a block, in order. Inline code stands in them as U+FFFC."""
        prose, number = self.place(block)
        first, end = prose.block_sentences[number : number + 2]
        return prose.sentences[first:end]

    def sentence_lengths(self, block: Block) -> list[int]:
        """How many words each sentence of a block has, counted like `word_count`."""
        prose, number = self.place(block)
        first, end = prose.block_sentences[number : number + 2]
        return prose.sentence_lengths[first:end]

    def words(self, block: Block) -> tuple[tuple[int, int], ...]:
        """The words of a block, code left out, as ranges of its text: as its language counts them."""
        prose, number = self.place(block)
        first, end = prose.block_words[number : number + 2]
        offset, text = prose.offsets[number], prose.text
        starts = [start - offset for start in text.starts[first:end]]
        return tuple(zip(starts, [end - offset for end in text.ends[first:end]], strict=True))

    def words_in(self, block: Block, start: int, end: int) -> list[str]:
        """The words, as written, of those `words` of a block that begin in the range `[start, end)` of its text."""
        prose, number = self.place(block)
        offset, text = prose.offsets[number], prose.text
        return text.written[bisect_left(text.starts, offset + start) : bisect_left(text.starts, offset + end)]

    def fine_word_count(self, block: Block) -> int:
        """How many `words` a block has."""
        prose, number = self.place(block)
        return prose.block_words[number + 1] - prose.block_words[number]

    def word_count(self, block: Block) -> int:
        """How many words a block has, code left out, as writing tools count them: « l’arbre » and « dit-il » are one.

        Published limits (Yoast's 20 words a sentence, 300 a post) are meant so; `words` cuts French finer.
        """
        prose, number = self.place(block)
        return prose.word_counts[number]

    def words_between(self, block: Block, start: int, end: int) -> int:
        """How many words of a block, counted like `word_count`, begin in the range `[start, end)` of its text."""
        prose, number = self.place(block)
        starts, offset = prose.whole_words, prose.offsets[number]
        return bisect_left(starts, offset + end) - bisect_left(starts, offset + start)

    @cached_property
    def post(self) -> Block:
        """The text as it will be posted on a social platform, with its map back to the source."""
        return self._posted(self.draft)

    @cached_property
    def thread_posts(self) -> tuple[Block, ...]:
        """The text of each post of the thread as it will be posted, in order; this draft's alone outside of one."""
        return tuple(self.post if one is self.draft else self._posted(one) for one in self.thread)

    @staticmethod
    def _posted(draft: Draft) -> Block:
        from smolint.post import posted_text

        return draft.post or posted_text(draft)

    @cached_property
    def hashtags(self) -> list[Entity]:
        """The hashtags of the posted text, as the platform recognises them; spans are in `post.text`."""
        return self.platform.hashtags(self.post.text)

    @cached_property
    def mentions(self) -> list[Entity]:
        """The mentions of the posted text, as the platform recognises them; spans are in `post.text`."""
        return self.platform.mentions(self.post.text)

    @cached_property
    def urls(self) -> list[Entity]:
        """The URLs of the posted text, as the platform recognises them; spans are in `post.text`."""
        return self.platform.urls(self.post.text)

    @cached_property
    def length(self) -> int:
        """The length of the posted text as the platform counts it, with the field that counts too."""
        return self.platform.length(self.post.text) + self.length_of_field

    @cached_property
    def counted_field(self) -> Field | None:
        """The front-matter field that the platform posts and counts with the body (a content warning)."""
        field = self.draft.field(*self.platform.counted_fields)
        return field if field and isinstance(field.value, str) else None

    @cached_property
    def length_of_field(self) -> int:
        """How many graphemes the counted field takes of the post's limit."""
        return count_graphemes(self.counted_field.value) if self.counted_field else 0

    def fact(self, name: str) -> Fact | None:
        """A fact of the platform; a setting that the configuration makes goes before the published value."""
        fact = self.platform.facts.get(name)
        for setting in self.platform.settings:
            if setting.fact == name and self.settings.get(setting.name) is not None:
                value, source = self.settings[setting.name], f"[{self.platform.name}] {setting.name}"
                return Fact(name, value, source, fact.as_of if fact else "", "high")
        return fact

    @cached_property
    def local_images(self) -> tuple[tuple[Image, Path], ...]:
        """The images that are files of the draft's project, each with its path, which may be missing."""
        from smolint.image_place import locate_images

        return locate_images(self.draft, self.root)

    @cached_property
    def view(self) -> View:
        """The draft as rules of Vale's packs read it."""
        from smolint.markup.skips import Skips
        from smolint.markup.view import view

        return view(self.draft, self.skips or Skips())

    @cached_property
    def own_view(self) -> View:
        """The draft's markup as smolint's own rules read it: figures are text too."""
        from smolint.markup.skips import OWN
        from smolint.markup.view import view

        return view(self.draft, OWN)

    @cached_property
    def dom(self) -> BeautifulSoup:
        """A BeautifulSoup tree of the source's HTML, whose tags and strings carry exact source offsets."""
        from smolint.parsers.soup import soup

        return soup(self.draft.source.text)

    def doc(self, block: Block) -> Doc:
        """A spaCy `Doc` of a block, with the same words and sentence starts as `words` and `sentences`.

        Its offsets are those of the block's text; each character of white space is written as a plain space, so that
        phrases match over the ends of lines. Needs the extra `smolint[spacy]`.
        """
        key = id(block)
        if key not in self._docs:
            from smolint.language.doc import build_doc

            self._docs[key] = build_doc(*self._tokens(block))
        return self._docs[key]

    def parsed(self, block: Block, pipeline: str) -> Doc:
        """As `doc`, with what the components of a trained spaCy pipeline add; the pipeline is a package or a folder."""
        from smolint.language.pipeline import parse

        return parse(pipeline, *self._tokens(block))

    def _tokens(self, block: Block) -> tuple[str, tuple[tuple[int, int], ...], list[int]]:
        starts = [sentence.start for sentence in self.sentences(block)]
        return block.prose.translate(_SPACES), self.words(block), starts
