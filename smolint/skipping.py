"""Why a file or a draft is not linted, said to the one who named it."""

from __future__ import annotations

from smolint.locale import catalogue
from smolint.type_checking import TYPE_CHECKING

if TYPE_CHECKING:
    from smolint.setup import Setup


def why_unread(shown: str, setup: Setup) -> str:
    """Why no parser reads the file of that path, in the language of the setup."""
    endings = sorted({ending for parser in setup.host.parsers for ending in parser.endings})
    _ = catalogue(setup.language)
    bound = [name for one in setup.host.parsers if shown.lower().endswith(one.endings) for name in one.platforms]
    if bound:
        return _(
            "skipped: files of this kind are read for {names} only; "
            "move it to a folder “{name}”, or add --platform {name}",
            names=", ".join(dict.fromkeys(bound)),
            name=bound[0],
        )
    if shown.lower().endswith(tuple(endings)):
        ending = next(one for one in endings if shown.lower().endswith(one))
        return _("skipped: its content is not what smolint reads in {ending} files", ending=ending)
    return _("skipped: no parser reads this kind of file (smolint reads {endings})", endings=", ".join(endings))


def why_nowhere(unknown: tuple[str, ...], setup: Setup) -> str:
    """Why a draft goes to no platform, in the language of the setup; `unknown` are the names that no plugin knows."""
    _ = catalogue(setup.language)
    if unknown:
        return _("skipped: it goes to {names}, which no installed plugin knows", names=", ".join(unknown))
    example = next((name for name, one in setup.host.platforms.items() if one.kind == "social"), "name")
    return _(
        "skipped: its platform is unknown; name it in the file (post.{example}.txt), the folder or the front matter",
        example=example,
    )
