"""Terms that a rule or a vocabulary wants written in one way, given as patterns."""

from __future__ import annotations

from smolint.pattern_tree import PatternError, spellings


def is_phrase(text: str) -> bool:
    """Whether a text is words, digits, spaces and hyphens alone, so no pattern."""
    return all(sign.isalpha() or sign.isdigit() or sign in " -" for sign in text)


def in_case_of_term(term: str, observed: str) -> str:
    """What was found, in the case that the term's pattern gives it: `OAuth` for `Oauth` and the term `OAuth2?`.

    The term itself where that is not one certain spelling.
    """
    try:
        found = [one for one in spellings(term) if one.lower() == observed.lower()]
    except PatternError:
        return term
    return found[0] if len(found) == 1 else term
