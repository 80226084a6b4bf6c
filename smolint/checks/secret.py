"""Keys and tokens that would be published with a text.

Only forms that their issuers made recognisable count (a fixed prefix, a length, an alphabet), so that what is found
is one. detect-secrets 1.5.0 (2024) was tried: it gives no offsets, needs a network library, and lacks several of these.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import pairwise

from smolint.check import Check, Mark
from smolint.finding import Level
from smolint.late_pattern import compiled, late_pattern
from smolint.named_tuple import NamedTuple
from smolint.source import Span
from smolint.type_checking import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smolint.draft import Draft
    from smolint.reading import Reading

_FORMS = {
    "AWS": r"(?:AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16}(?![A-Za-z0-9])",
    "GitHub": r"gh[pousr]_[A-Za-z0-9]{36,251}|github_pat_[A-Za-z0-9]{22}_[A-Za-z0-9]{59}",
    "GitLab": r"gl(?:pat|dt|rt|ptt|cbt|soat)-[\w-]{20,64}",
    "Slack": r"xox[abeoprs]-[A-Za-z0-9-]{20,250}|xapp-\d-[A-Z0-9]+-\d+-[a-f0-9]{32,}",
    "Slack webhook": r"(?<=hooks\.slack\.com/services/)T[A-Z0-9]{8,12}/B[A-Z0-9]{8,12}/[A-Za-z0-9]{24}",
    "Stripe": r"[rs]k_live_[A-Za-z0-9]{24,247}|whsec_[A-Za-z0-9]{32,}",
    "Google": r"AIza[\w-]{35}(?![\w-])|ya29\.[\w-]{40,}|GOCSPX-[\w-]{28}",
    "npm": r"npm_[A-Za-z0-9]{36}(?![A-Za-z0-9])",
    "PyPI": r"pypi-AgE[\w-]{50,}",
    "OpenAI": r"sk-(?:proj-|svcacct-|admin-)?[\w-]{20,100}T3BlbkFJ[\w-]{20,100}",
    "Anthropic": r"sk-ant-[a-z]+\d{2}-[\w-]{80,}",
    "Hugging Face": r"hf_[A-Za-z]{34}(?![A-Za-z0-9])",
    "SendGrid": r"SG\.[\w-]{22}\.[\w-]{43}(?![\w-])",
    "Mailchimp": r"[0-9a-f]{32}-us\d{1,2}(?!\w)",
    "Brevo": r"xkeysib-[0-9a-f]{64}-[A-Za-z0-9]{16}",
    "Telegram": r"\d{8,10}:AA[\w-]{33}(?![\w-])",
    "DigitalOcean": r"do[opr]_v1_[0-9a-f]{64}",
    "Shopify": r"shp(?:at|ca|pa|ss)_[0-9a-fA-F]{32}",
    "JWT": r"eyJ[\w-]{10,2000}+\.eyJ[\w-]{10,8000}+\.[\w-]{20,2000}",
}
_FIELDS = r"aws_secret_access_key[\"']?\s{0,3}[=:]\s{0,3}[\"']?(?P<field>[A-Za-z0-9/+]{40})(?![A-Za-z0-9/+=])"
_KEY_BLOCK = (
    r"-----BEGIN (?P<kind>(?:[A-Z0-9]+ ){0,2}PRIVATE KEY(?: BLOCK)?)-----(?P<body>[\s\S]{24,8000}?)"
    r"-----END (?P=kind)-----"
)
# An address needs no border before it: the service's own path stands there.
_BORDER = r"(?<![A-Za-z0-9_+/])"
# What every text with a secret holds: the long pattern runs on those only.
_HINT = late_pattern(
    r"[^A-Za-z0-9_+/](?:AKIA|ASIA|ABIA|ACCA|gh[pousr]_|github_pat_|gl[a-z]{2,4}-|xox|xapp-|[rs]k_live_|whsec_|AIza|ya29"
    r"|GOCSPX|npm_|pypi-|sk-|hf_|SG\.|xkeysib|do[opr]_v1_|shp|eyJ)"
)
_HINT_INSIDE = late_pattern(r"hooks\.slack|-us\d|:AA|secret_access")
_KEY_HINT = "PRIVATE KEY"
# No form is shorter, nor the name of the field.
_LEAST_LETTERS = 20
_NAMED = {f"k{number}": name for number, name in enumerate(_FORMS)}


@cache
def _secret_pattern() -> re.Pattern[str]:
    """All forms in one pattern; compiled only for texts in which a hint of one stands."""
    return compiled(
        "|".join(
            f"{'' if form.startswith('(?<=') else _BORDER}(?P<{key}>{form})"
            for key, form in zip(_NAMED, _FORMS.values(), strict=True)
        )
        + f"|{_FIELDS}|{_KEY_BLOCK}"
    )


_PLACEHOLDER = late_pattern(
    r"example|sample|dummy|fake|your|token|placeholder|redacted|replace|xxxx|0000|(.)\1{5}",
    re.IGNORECASE,
)
_SHORTENED = late_pattern(r"\.\.\.|…|<|example|placeholder|xxxxxx|(.)\1{9}", re.IGNORECASE)
_LEAST_DIFFERENT = 8
_SAMPLE_CLAIMS = ("1234567890", "John Doe", "example")
# Keys of this kind stand in web pages on purpose, or are worthless soon: a warning will do.
_LESS_CERTAIN = frozenset({"Google", "JWT"})


class _Secret(NamedTuple):
    """A secret's range in the source, and who issued it."""

    start: int
    end: int
    kind: str


def secrets(reading: Reading, _: object) -> Iterator[Mark]:
    """Each key or token in a draft, code and front matter included; placeholders of documentation are left alone.

    Values: `kind`, `shown` (its first four and last two characters). Variant: `private-key`. The mark is secret, so
    that no report shows it whole.
    """
    text = reading.draft.source.text
    if not _may_hold(text):
        return
    for first, last in _ranges(reading.draft):
        for found in _find(text, first, last):
            span = Span(found.start, found.end)
            shown = f"{text[found.start : found.start + 4]}…{text[found.end - 2 : found.end]}"
            is_key = found.kind.startswith("private")
            at_most = Level.WARNING if found.kind in _LESS_CERTAIN else None
            variant = "private-key" if is_key else ""
            yield Mark(span, {"kind": found.kind, "shown": shown}, None, variant, at_most, secret=True)


# Asked once of a file, however many drafts it holds.
@lru_cache(maxsize=1)
def _may_hold(text: str) -> bool:
    """A quick look: whether a hint stands in a word, as white space parts them, that is long enough for a secret."""
    words = " ".join(["", *[word for word in text.split() if len(word) >= _LEAST_LETTERS]])
    return bool(_HINT.search(words) or _HINT_INSIDE.search(words)) or _KEY_HINT in text


def _ranges(draft: Draft) -> list[tuple[int, int]]:
    """The ranges of the source that belong to the draft: its front matter, its fields, its body, in order and apart."""
    body = draft.body_span
    blocks = [block.span() for block in draft.blocks] if body.start == body.end else [body]
    ranges = [*blocks, *(field.span for _, field in draft.fields)]
    if draft.index == 0:
        ranges.append(Span(0, body.start))
    apart: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if apart and start < apart[-1][1]:
            apart[-1] = (apart[-1][0], max(end, apart[-1][1]))
        elif start < end:
            apart.append((start, end))
    return apart


def _find(text: str, first: int, last: int) -> Iterator[_Secret]:
    for match in _secret_pattern().finditer(text, first, last):
        group = match.lastgroup or ""
        if match["kind"]:
            if not _SHORTENED.search(match["body"]):
                yield _Secret(match.start(), match.end(), "private key")
            continue
        kind = _NAMED.get(group, "AWS")
        start, end = match.span(group)
        if not (_is_sample(match[group]) if kind == "JWT" else _is_placeholder(match[group])):
            yield _Secret(start, end, kind)


def _is_placeholder(secret: str) -> bool:
    rising = sum(ord(two) - ord(one) == 1 for one, two in pairwise(secret))
    return bool(_PLACEHOLDER.search(secret)) or len(set(secret)) < _LEAST_DIFFERENT or rising * 2 > len(secret)


def _is_sample(token: str) -> bool:
    """Whether a JSON Web Token is none, or the one of a tutorial (RFC 7519 3.1, jwt.io)."""
    import base64
    import json

    try:
        parts = [base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)) for part in token.split(".")[:2]]
        header, claims = (json.loads(part) for part in parts)
    except (ValueError, RecursionError):
        return True
    return not isinstance(header, dict) or "alg" not in header or any(word in str(claims) for word in _SAMPLE_CLAIMS)


CHECKS: tuple[Check, ...] = (Check("secret", secrets),)
