"""Readings of social posts, for the tests of checks."""

from __future__ import annotations

from dataclasses import replace

import smolint_facebook
import smolint_linkedin
import smolint_twitter
from smolint_twitter.tweet_files import parse_tweets

from smolint.parsers.markdown import parse_markdown
from smolint.parsers.text import parse_text
from smolint.platform import Platform
from smolint.reading import Reading
from smolint.source import Source

PLATFORMS = {
    platform.name: platform
    for plugin in (smolint_twitter, smolint_facebook, smolint_linkedin)
    for platform in plugin.smolint_platforms()
} | {"blog": Platform("blog", "Blog", "blog")}
_PARSERS = {".tweet": parse_tweets, ".md": parse_markdown, ".txt": parse_text}


def thread(text, platform="twitter", *, path="post.tweet", language=""):
    """A reading of each draft of a file, which are the items of one thread."""
    chosen = PLATFORMS[platform] if isinstance(platform, str) else platform
    parsed = _PARSERS[path[path.rindex(".") :]](Source(path, text))
    drafts = tuple(replace(draft, platform=chosen.name, language=language) for draft in parsed)
    return [Reading(draft, chosen, thread=drafts) for draft in drafts]


def read(text, platform="twitter", *, path="post.tweet", language=""):
    """The reading of a file's only draft."""
    (reading,) = thread(text, platform, path=path, language=language)
    return reading


def marked(readings, check, options):
    """The source texts that a check marks, over all drafts of a file, in order."""
    return [each.draft.source[mark.span] for each in readings for mark in check(each, options)]
