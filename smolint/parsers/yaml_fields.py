"""YAML read into `Field`s with exact places, from the parser's events: no recursion, no expansion of aliases."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from smolint.draft import Field
from smolint.late_pattern import compiled
from smolint.source import Span

if TYPE_CHECKING:
    import yaml

_DEEPEST = 50
_MOST_FIELDS = 20_000
_UNPRINTABLE = compiled("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_BLOCK_INDICATOR = compiled(r"[|>][^\r\n]*(?:\r\n|\n|\r|\Z)")
_PROPERTIES = compiled(r"(?:[&!][^\s,\[\]{}]*+\s++)*+")
_PLAIN_TAG = "tag:yaml.org,2002:str"


class YamlError(Exception):
    """YAML that cannot be read: the parser's reason, and the offset of the place in the YAML text.

    `context` is the offset at which what the parser was reading began, None when it does not say.
    """

    def __init__(self, reason: str, offset: int, context: int | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.offset = offset
        self.context = context


class _Open:
    """A collection being read: what it has so far, and the key that waits for its value."""

    def __init__(self, mapping: bool, start: int, anchor: str | None) -> None:
        self.mapping = mapping
        self.start = start
        self.anchor = anchor
        self.key: Field | None = None
        self.size = 1
        self.children: list[tuple[str | int, Field]] = []


def read_yaml(text: str, base: int) -> Field | None:
    """The YAML document as one field (a mapping's fields are its children), places counted from `base`.

    None for an empty document. Raises YamlError where it cannot be read.
    """
    import yaml

    clean = re.sub("[\ud800-\udfff]", "\ufffd", text)
    bad = _UNPRINTABLE.search(clean)
    if bad:
        raise YamlError(f"the character U+{ord(bad.group()):04X} is not allowed", bad.start())
    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    reader = _Reader(clean, base)
    try:
        for event in yaml.parse(clean, Loader=loader):
            reader.take(event)
            if isinstance(event, yaml.DocumentEndEvent):
                break
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        began = _index(error.context_mark) if error.context_mark else None
        raise YamlError(str(error.problem or error.context or error), _index(mark), began) from None
    except yaml.YAMLError as error:
        raise YamlError(str(error).splitlines()[0], 0) from None
    return reader.result


class _Reader:
    def __init__(self, text: str, base: int) -> None:
        self.text = text
        self.base = base
        self.result: Field | None = None
        self._open: list[_Open] = []
        self._anchors: dict[str, tuple[Field, int]] = {}

    def take(self, event: yaml.Event) -> None:
        import yaml

        if isinstance(event, yaml.ScalarEvent):
            self._give(self._scalar(event), event.anchor, 1)
        elif isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
            start = self._start(event)
            if len(self._open) >= _DEEPEST:
                raise YamlError("it is nested too deeply", start)
            self._open.append(_Open(isinstance(event, yaml.MappingStartEvent), start, event.anchor))
        elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            collection = self._open.pop()
            field = self._collection(collection, _index(event.end_mark))
            self._give(field, collection.anchor, collection.size)
        elif isinstance(event, yaml.AliasEvent):
            self._give_alias(event)

    def _start(self, event: yaml.NodeEvent) -> int:
        """Where a value itself begins, behind its anchor and its tag (`&name`, `!!str`)."""
        start = _index(event.start_mark)
        properties = _PROPERTIES.match(self.text, start) if event.anchor or getattr(event, "tag", None) else None
        return properties.end() if properties else start

    def _scalar(self, event: yaml.ScalarEvent) -> Field:
        end = _index(event.end_mark)
        start = min(self._start(event), end)
        style = event.style or ""
        if style in ("'", '"'):
            start, end = start + 1, end - 1
        elif style in ("|", ">"):
            indicator = _BLOCK_INDICATOR.match(self.text, start)
            start = indicator.end() if indicator else start
            body = self.text[start:end]
            start += len(body) - len(body.lstrip(" \r\n"))
            end = max(start, start + len(self.text[start:end].rstrip()))
        value = _plain_value(event.value) if not style and event.tag is None else event.value
        return Field(value, self._span(start, end), Span(0, 0))

    def _collection(self, collection: _Open, end: int) -> Field:
        end = collection.start + len(self.text[collection.start : end].rstrip())
        children = tuple(collection.children)
        value: Any = [field.value for _, field in children]
        if collection.mapping:
            value = {str(key): field.value for key, field in children}
        return Field(value, self._span(collection.start, end), Span(0, 0), children)

    def _give_alias(self, event: yaml.AliasEvent) -> None:
        field, size = self._anchors.get(event.anchor or "", (Field(None, Span(0, 0), Span(0, 0)), 1))
        span = self._span(_index(event.start_mark), _index(event.end_mark))
        if size + sum(collection.size for collection in self._open) > _MOST_FIELDS:
            field, size = Field(None, span, span), 1
        self._give(Field(field.value, span, span, field.children), None, size)

    def _give(self, field: Field, anchor: str | None, size: int) -> None:
        """Put a finished field where it belongs."""
        if self._open:
            self._open[-1].size += size
        if anchor:
            self._anchors[anchor] = (field, size)
        if not self._open:
            self.result = self.result or field
            return
        parent = self._open[-1]
        if not parent.mapping:
            parent.children.append((len(parent.children), Field(field.value, field.span, field.span, field.children)))
        elif parent.key is None:
            parent.key = field
        else:
            name = self.text[parent.key.span.start - self.base : parent.key.span.end - self.base]
            key = parent.key.value if isinstance(parent.key.value, str) else name
            parent.children.append((key, Field(field.value, field.span, parent.key.span, field.children)))
            parent.key = None

    def _span(self, start: int, end: int) -> Span:
        return Span(self.base + start, self.base + max(start, end))


def _index(mark: Any) -> int:
    """The offset of a mark, in code points with the C parser as with the Python one."""
    return int(mark.index) if mark else 0


def _plain_value(written: str) -> Any:
    """The value of a plain scalar: number, boolean, None, a date as an ISO string, else the text."""
    import yaml

    tag = _resolver().resolve(yaml.ScalarNode, written, (True, False))
    if tag == _PLAIN_TAG:
        return written
    loader: Any = yaml.SafeLoader("")
    try:
        value: Any = loader.construct_object(yaml.ScalarNode(tag, written))
    except (yaml.YAMLError, ValueError, OverflowError):
        return written
    finally:
        loader.dispose()
    return value.isoformat() if hasattr(value, "isoformat") else value


@cache
def _resolver() -> Any:
    """What tells numbers, dates and the like by how they are written; a loader takes ten times as long to make."""
    from yaml.resolver import Resolver

    return Resolver()
