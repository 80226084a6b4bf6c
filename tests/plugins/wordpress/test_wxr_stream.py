"""Streaming: any cut of the file gives the same drafts, and memory stays bounded."""

import io
import tracemalloc

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from smolint_wordpress.wxr import stream_export

from wordpress.bodies import BODIES
from wordpress.made import FIXTURES, FOOT, HEAD, assert_exact, export, item, stream

BAKERY = (FIXTURES / "boulangerie.wxr.xml").read_bytes()
BROKEN = (FIXTURES / "broken.wxr.xml").read_bytes()


class Trickle(io.RawIOBase):
    """A file that gives as many bytes at a time as it likes."""

    def __init__(self, raw, size):
        self.raw, self.size, self.at = raw, size, 0

    def read(self, _count=-1):
        part = self.raw[self.at : self.at + self.size]
        self.at += len(part)
        return part


class Generated(io.RawIOBase):
    """An export of at least so many bytes that is written while it is read."""

    def __init__(self, size, posts):
        self.left, self.posts, self.held, self.begun = size, posts, b"", False

    def read(self, count=-1):
        while len(self.held) < count and self.left > 0:
            new = self.posts if self.begun else HEAD.encode()
            self.begun = True
            self.held += new
            self.left -= len(new)
            if self.left <= 0:
                self.held += FOOT.encode()
        part, self.held = self.held[:count], self.held[count:]
        return part


def summary(drafts):
    return [(draft.index, draft.format, draft.source, draft.content, draft.fields, draft.problems) for draft in drafts]


@pytest.mark.parametrize("raw", [BAKERY, BROKEN], ids=["whole", "broken"])
@pytest.mark.parametrize("size", [1, 7, 100, 4096])
def test_the_size_of_the_reads_changes_nothing(raw, size):
    assert summary(stream_export(Trickle(raw, size), "export.xml")) == summary(stream(raw))


@given(cut=st.integers(0, len(BAKERY)))
@settings(max_examples=60, deadline=None)
def test_a_file_cut_off_anywhere_keeps_what_came_before(cut):
    drafts = stream(BAKERY[:cut])
    kept = [draft for draft in drafts if draft.format == "wxr"]
    assert summary(kept) == summary(stream(BAKERY)[: len(kept)])
    assert len(drafts) - len(kept) <= 1


@given(at=st.integers(0, len(BAKERY) - 1), byte=st.integers(0, 255))
@settings(max_examples=60, deadline=None)
def test_a_wrong_byte_costs_at_most_one_post(at, byte):
    drafts = stream(BAKERY[:at] + bytes([byte]) + BAKERY[at + 1 :])
    assert sum(draft.format == "wxr" for draft in drafts) >= 2


@given(raw=st.binary(max_size=300))
@settings(max_examples=60, deadline=None)
def test_garbage_between_items_harms_nobody(raw):
    noise = raw.replace(b"<", b"")
    drafts = stream(HEAD.encode() + item("One").encode() + noise + item("Two").encode() + noise + FOOT.encode())
    assert [draft.title.text for draft in drafts] == ["One", "Two"]


def in_cdata(text):
    return "<![CDATA[" + text.replace("]]>", "]]]]><![CDATA[>") + "]]>"


def escaped(text):
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


@given(bodies=st.lists(BODIES, min_size=1, max_size=3), wrap=st.sampled_from([in_cdata, escaped]))
@settings(max_examples=150, deadline=None)
def test_every_place_is_exact_in_item_and_file(bodies, wrap):
    whole = export(*(item(wrap(body[:40]), wrap(body)) for body in bodies))
    drafts = stream(whole)
    assert all(draft.format == "wxr" for draft in drafts)
    assert len(drafts) == sum(bool(body.strip()) for body in bodies)
    for draft in drafts:
        assert_exact(draft, whole)


def test_an_item_above_the_limit_is_reported_and_the_next_one_read():
    whole = export(item("Huge", "<![CDATA[" + "<p>word</p>\n" * 1000 + "]]>"), item("Small"))
    drafts = stream(whole, item_limit=5000)
    assert [(draft.format, draft.index) for draft in drafts] == [("unreadable", 0), ("wxr", 1)]
    assert "too long" in drafts[0].problems[0].values["reason"]
    assert_exact(drafts[1], whole)


def peak_of(size, posts):
    """The most memory taken while an export is read, in bytes, and how many drafts it gave."""
    tracemalloc.start()
    try:
        count = sum(1 for _ in stream_export(Generated(size, posts), "export.xml"))
        return tracemalloc.get_traced_memory()[1], count
    finally:
        tracemalloc.stop()


def test_memory_does_not_grow_with_the_file():
    posts = "".join(
        item(f"Post {number}", in_cdata(("<p>" + "Some words here. " * 50 + "</p>\n") * 2)) for number in range(20)
    ).encode()
    small, few = peak_of(100_000, posts)
    large, many = peak_of(600_000, posts)
    assert many > 4 * few > 0
    assert large < 1.5 * small + 500_000


@pytest.mark.slow
def test_a_file_of_over_200_megabytes_is_read_in_little_memory():
    import resource

    long = in_cdata(("<p>" + "Some words here, and an é. " * 40 + "</p>\n") * 200)
    posts = (item("Long", long) + item("Picture", long, kind="attachment")).encode()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    count = sum(1 for _ in stream_export(Generated(210_000_000, posts), "export.xml"))
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    assert count > 400
    assert grown < 80_000, "kilobytes"
