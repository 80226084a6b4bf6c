"""Posts that declare a keyphrase, as the Markdown parser reads them, for the tests of the checks on keyphrases."""

from __future__ import annotations

from checks.linked import linked


def phrased(body, phrase="sourdough bread", *, language="en", title="Sourdough bread", path="post.md", **fields):
    """A reading of a post; fields are written into its front matter as they are."""
    written = {"title": title, "keyphrase": phrase} | {name.replace("_", "-"): value for name, value in fields.items()}
    front = "".join(f"{name}: {value}\n" for name, value in written.items() if value is not None)
    return linked(f"---\n{front}---\n{body}\n", path=path, language=language)


def found(reading, check, options):
    """Variant and marked source text of each mark."""
    return [(mark.variant, reading.draft.source[mark.span]) for mark in check(reading, options)]
