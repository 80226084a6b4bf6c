"""Vale's globs: `*` runs over slashes as well, `**` by folders; `{md,html}` is either, `!` at the front none of it."""

from __future__ import annotations

import re
from functools import lru_cache

from smolint.late_pattern import compiled


def matches(glob: str, path: str) -> bool:
    """Whether a glob matches a path written with forward slashes, as a whole."""
    negated, pattern = _compiled(glob)
    return (pattern.fullmatch(path) is not None) is not negated


@lru_cache(maxsize=512)
def _compiled(glob: str) -> tuple[bool, re.Pattern[str]]:
    wanted = glob.lstrip("!")
    by_folder = "**" in wanted
    return wanted != glob, compiled(_translated(wanted, r"[^/]*" if by_folder else ".*"), re.DOTALL)


# A bracket that is not soon closed is one as it stands: a row of them is not read again from each.
_PART = compiled(r"\*\*/|\*\*|\*|\?|\[!?[^\]]{1,100}\]|[{},]|\\.|.", re.DOTALL)


def _translated(glob: str, star: str) -> str:
    parts, depth = [], 0
    for part in _PART.findall(glob):
        if part == "**/":
            parts.append("(?:.*/)?")
        elif part == "**":
            parts.append(".*")
        elif part == "*":
            parts.append(star)
        elif part == "?":
            parts.append("[^/]" if star != ".*" else ".")
        elif part.startswith("[") and len(part) > 1:
            inner = part[1:-1].replace("\\", r"\\")
            parts.append(f"[^{inner[1:]}]" if inner.startswith("!") else f"[{inner}]")
        elif part == "{":
            depth += 1
            parts.append("(?:")
        elif part == "}" and depth:
            depth -= 1
            parts.append(")")
        elif part == "," and depth:
            parts.append("|")
        else:
            parts.append(re.escape(part[-1] if part.startswith("\\") else part))
    return "".join(parts) + ")" * depth
