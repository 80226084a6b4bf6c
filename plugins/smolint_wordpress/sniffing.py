"""Which files are WordPress's own, from their beginning alone: cheap, as every HTML and XML file is asked."""

from __future__ import annotations

import re

from smolint.late_pattern import late_pattern

_MARKUP = late_pattern(
    r"<!--\s*wp:[a-z]|(?<!\[)\[(?:gallery|playlist|audio|video|caption|wp_caption|embed|youtube|contact-form(?:-7)?)"
    r"(?:[\s=][^\[\]<>]*)?\](?!\])"
)
_WHOLE_PAGE = late_pattern(r"\s*+(?:<!--(?:(?!-->).)*+-->\s*+)*+<(?:!doctype|html|head|body)\b", re.I | re.S)


def is_post(head: str) -> bool:
    """Whether the beginning of an HTML file is a post as WordPress stores it: with blocks or core shortcodes.

    A whole web page is not: WordPress takes its own markup out when it renders a page, so brackets that are
    left there are text.
    """
    return bool(_MARKUP.search(head)) and not _WHOLE_PAGE.match(head)


def is_export(head: str) -> bool:
    """Whether the beginning of a file is that of a WordPress export."""
    return "wordpress.org/export/" in head
