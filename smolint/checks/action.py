"""What a rule of a pack does about what it finds: Vale's actions, turned into fixes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from smolint.checks.reference import with_groups
from smolint.dataclass import dataclass, field
from smolint.errors import phrase
from smolint.finding import Fix
from smolint.insertion import text_edit
from smolint.options import OptionError, did_you_mean, nearest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from smolint.draft import Block
    from smolint.reading import Reading

ACTIONS = ("replace", "remove", "edit", "suggest", "convert")


@dataclass(frozen=True)
class Acting:
    """Options of a rule that can mend what it finds.

    `action` is a map of `name` and `params`; with `matchcase` a replacement takes the case of what it replaces; `safe`
    says that the fix never changes what a reader understands.
    """

    action: Mapping[str, Any] = field(default_factory=dict, hash=False)
    matchcase: bool = False
    safe: bool = False

    @property
    def act(self) -> str:
        """The action's name, "" for none."""
        return str(self.action.get("name") or "")

    @property
    def params(self) -> tuple[str, ...]:
        """The action's parameters; lists within the list are laid end to end."""
        found: list[str] = []
        for one in self.action.get("params") or ():
            found += map(str, one) if isinstance(one, list | tuple) else [str(one)]
        return tuple(found)

    def suggestions(self, text: str, groups: Sequence[str] = ()) -> list[str]:
        """What could stand in place of a matched text; `groups` are what the groups of its pattern matched."""
        from smolint.checks.action_steps import edited, simple
        from smolint.checks.match_case import matched_case

        if self.act == "replace":
            options = [with_groups(one, text, groups) for one in self.params]
            return [matched_case(one, text) for one in options] if self.matchcase else options
        if self.act == "remove":
            return [""]
        if self.act == "edit":
            return [edited(text, self.params, groups)]
        return [simple(text)] if self.act == "convert" else []


def check_action(options: Acting) -> None:
    """Raise OptionError where an action's name or parameters are wrong."""
    from smolint.checks.action_steps import step_problem

    name = options.act
    if name and name not in ACTIONS:
        problem = phrase("'{name}' is no action", name=name)
        raise OptionError("action", problem, did_you_mean(nearest(name, ACTIONS)))
    if name == "edit" and (wrong := step_problem(options.params)):
        raise OptionError("action", *wrong)


def fix_of(
    reading: Reading, block: Block, start: int, end: int, suggestions: Sequence[str], *, safe: bool = False
) -> Fix | None:
    """The fix that puts the first suggestion in place of `[start, end)` of a block's text.

    None where there is no suggestion, nothing would change, or markup is in the way. Of several, the title
    names all, and the fix is never safe.
    """
    text, span = block.text[start:end], block.span(start, end)
    if not suggestions or suggestions[0] == text or "\ufffc" in block.prose[start:end]:
        return None
    if reading.draft.source[span] != text:
        return None
    edit = text_edit(reading.draft, span, suggestions[0])
    if edit is None:
        return None
    title = f"{text.strip()} → {' / '.join(suggestions) or '∅'}"
    return Fix(title, (edit,), safe=safe and len(suggestions) == 1)


def listed(options: Sequence[str]) -> str:
    """Suggestions as Vale lists them: each in quotes, "or" before the last."""
    quoted = [f"'{one}'" for one in options]
    if len(quoted) <= 2:
        return " or ".join(quoted)
    return ", ".join([*quoted[:-1], f"or {quoted[-1]}"])
