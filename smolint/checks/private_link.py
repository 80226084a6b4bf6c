"""Links and images that only their author's machine or network can open."""

from __future__ import annotations

from functools import lru_cache
from urllib.parse import urlsplit

from smolint.check import Check, Mark
from smolint.draft import Link
from smolint.finding import Level
from smolint.late_pattern import late_pattern
from smolint.link_kind import host_of
from smolint.platform import find_urls
from smolint.type_checking import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Literal

    from smolint.reading import Reading
    from smolint.source import Span

# RFC 1918 private networks, RFC 3927 link-local addresses, loopback and the unspecified address.
_PRIVATE_ADDRESS = late_pattern(
    r"127(?:\.\d{1,3}){3}|10(?:\.\d{1,3}){3}|192\.168(?:\.\d{1,3}){2}|172\.(?:1[6-9]|2\d|3[01])(?:\.\d{1,3}){2}"
    r"|169\.254(?:\.\d{1,3}){2}|0\.0\.0\.0|::1"
)
_OWN_MACHINE = late_pattern(r"(?:.+\.)?localhost|127(?:\.\d{1,3}){3}|0\.0\.0\.0|::1")
# RFC 6762 and ICANN's resolution of 2024 (.internal), the home and office names that routers hand out.
_PRIVATE_DOMAINS = frozenset({"localhost", "local", "internal", "intranet", "intra", "lan", "corp"})
_BARE_NAMES = frozenset({"localhost", "intranet"})
_STAGING_LABEL = late_pattern(
    r"(?:\A|-)(?:staging|stg|preprod|pre-prod|pre-production|recette|uat|intranet)\d{0,2}(?=-.|\Z)"
)
# Words that public hosts carry too (dev.to, preview.example.org): they count on the author's own site only.
_OWN_STAGING_HOST = late_pattern(r"(?:[\w-]+[.-])?(?:dev|test|preview|beta|demo|qa)\d{0,2}\..+")
_EDITOR_PATH = late_pattern(
    r"/wp-admin(?:/(?!admin-ajax\.php)|$)|/wp-login\.php|[?&]preview(?:=true|_id=\d)|[?&]p=\d+&preview"
)
_LONGEST_HOST = 253
"""Characters, RFC 1035."""
_FILE = late_pattern(r"file:/|[A-Za-z]:[\\/](?![\\/])|\\\\\w")
# RFC 2606: no host of these is anybody's.
_DOCUMENTATION = frozenset({"example", "test", "invalid"})


def private_link(reading: Reading, _: object) -> Iterator[Mark]:
    """Each link or image whose address is private. Values: `url`, `host`.

    Variants: `file` (a file on the author's disk), `staging` (a site that is not yet public), `editor` (a page that
    only editors may open). A tutorial may send its readers to their own machine: in a blog post with code, links to
    localhost are let pass, and so are those to a private network whose address the reader sees. Colleagues share a
    network: on their own platforms only files and localhost are reported.
    """
    draft = reading.draft
    internal = reading.platform.internal
    is_tutorial = reading.platform.kind == "blog" and any(block.kind == "code" or block.code for block in draft.blocks)
    own = host_of(reading.site)
    marks = []
    for link in _links(reading):
        reason = private_reason(link.url, own)
        if reason is None or (internal and _is_shared(link.url, reason)):
            continue
        if reason or not (is_tutorial and _is_shown_how(link)):
            marks.append(_mark(link.url, link.url_span, reason))
    for image in draft.content.images:
        reason = private_reason(image.target, own)
        if reason is not None and not (internal and _is_shared(image.target, reason)):
            marks.append(_mark(image.target, image.target_span, reason))
    yield from sorted(marks, key=lambda mark: mark.span)


def _links(reading: Reading) -> Iterator[Link]:
    """The links of a draft, and the addresses in a post that its platform would not link (`http://localhost`)."""
    links = reading.draft.content.links
    yield from links
    if reading.platform.kind != "blog" and "://" in reading.post.text:
        known = {link.url_span.start for link in links}
        for url in find_urls(reading.post.text):
            span = reading.post.span(*url.span)
            if span.start not in known:
                yield Link(url.text, url.text, span, span, "bare")


def _is_shared(url: str, reason: str) -> bool:
    """Whether an address that outsiders cannot open works for colleagues: all but a disk and localhost."""
    return reason != "file" and _OWN_MACHINE.fullmatch(host_of(url)) is None


def _is_shown_how(link: Link) -> bool:
    host = host_of(link.url)
    return _OWN_MACHINE.fullmatch(host) is not None or host in link.text


def _mark(url: str, span: Span, reason: str) -> Mark:
    at_most = Level.WARNING if reason in ("staging", "editor") else None
    return Mark(span, {"url": url, "host": host_of(url) or url}, variant=reason, at_most=at_most)


def private_reason(url: str, site_host: str = "") -> str | None:
    """`file`, `staging`, `editor`, `""` for a private network or machine; None for what the public may open."""
    url = url.strip()
    if _FILE.match(url):
        return "file"
    host = host_of(url)
    kind = _kind_of(host)
    if kind == "documentation":
        return None
    if kind == "private":
        return ""
    if kind == "staging" or (_same_site(host, site_host) and _OWN_STAGING_HOST.fullmatch(host)):
        return "staging"
    may_edit = ("/wp-" in url or "preview" in url) and (host or url.startswith("/"))
    return "editor" if may_edit and _EDITOR_PATH.search(_path(url)) else None


@lru_cache(maxsize=1024)
def _kind_of(host: str) -> Literal["documentation", "private", "staging", ""]:
    """What a host's name tells of it, label by label; nothing where it is longer than names can be."""
    if len(host) > _LONGEST_HOST:
        return ""
    *others, last = host.split(".")
    if last in _DOCUMENTATION or others[-1:] == ["example"]:
        return "documentation"
    if last in (_PRIVATE_DOMAINS if others else _BARE_NAMES) or [*others[-1:], last] == ["home", "arpa"]:
        return "private"
    if _PRIVATE_ADDRESS.fullmatch(host):
        return "private"
    return "staging" if any(_STAGING_LABEL.search(label) for label in others[:-1]) else ""


def _same_site(host: str, site_host: str) -> bool:
    """Whether two hosts end in the same two labels."""
    return bool(site_host) and host != site_host and host.split(".")[-2:] == site_host.split(".")[-2:]


def _path(url: str) -> str:
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return parts.path + (f"?{parts.query}" if parts.query else "")


CHECKS: tuple[Check, ...] = (Check("private-link", private_link),)
