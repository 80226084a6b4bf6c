"""How the command ends: exit codes, and a kind word instead of a traceback."""

from __future__ import annotations

import os
import sys
from contextlib import suppress

from smolint.errors import SmolintError, reason_of
from smolint.locale import Catalogue, catalogue
from smolint.type_checking import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

CLEAN = 0
FINDINGS = 1
WRONG = 2
"""Wrong usage or configuration, or a file that cannot be read."""
BUG = 3
"""Something in smolint or in a plugin failed."""
INTERRUPTED = 130
BROKEN_PIPE = 141
"""128 and the number of SIGPIPE, as a shell reports it."""


def run(arguments: Sequence[str]) -> int:
    """Run the command on these arguments; its exit code. Errors are told on standard error."""
    from smolint.cli.output import open_streams

    # Before numpy is imported (by spaCy): its threads are of no use here, take time to start, and outlive no fork.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    open_streams()
    try:
        code = _invoke(arguments)
        sys.stdout.flush()
    except BrokenPipeError:
        _drop_output()
        return BROKEN_PIPE
    except OSError as error:
        # A full disk, a lost mount: nothing that smolint or the drafts did.
        _drop_output()
        _ = _catalogue_for(arguments)
        return _tell(_("error: {reason}", reason=reason_of(error).told(_)), WRONG)
    except KeyboardInterrupt:
        return INTERRUPTED
    return code


def _drop_output() -> None:
    """Send what is left of the output nowhere, so that Python does not try to write it when it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _invoke(arguments: Sequence[str]) -> int:
    from smolint.cli.plain import plain_run

    try:
        plain = plain_run(arguments)
        code = plain() if plain else _by_click(arguments)
    except SmolintError as error:
        _ = _catalogue_for(arguments)
        return _tell(_("error: {reason}", reason=error.told(_)), WRONG)
    except OSError:
        raise
    # The outermost border: whatever else fails is smolint's fault, and the user must be told how to report it.
    except Exception as error:  # noqa: BLE001
        return _tell(bug_report(error, arguments), BUG)
    return code if isinstance(code, int) else CLEAN


def _by_click(arguments: Sequence[str]) -> Any:
    """Run the command that click finds in the arguments; what the command returns."""
    import click

    from smolint.cli.group import cli
    from smolint.cli.spoken import Speaker

    try:
        # Not `cli.main`, which would end the process itself where a pipe breaks.
        with cli.make_context("smolint", list(arguments), obj=Speaker(lambda: _catalogue_for(arguments))) as context:
            return cli.invoke(context)
    except click.exceptions.Exit as end:
        return end.exit_code
    except click.ClickException as error:
        from smolint.cli.usage import usage_error

        return _tell(usage_error(error, _catalogue_for(arguments)), WRONG)


def bug_report(error: Exception, arguments: Sequence[str]) -> str:
    """What to tell about an unexpected failure; the traceback only where `--verbose` was asked for."""
    _ = _catalogue_for(arguments)
    lines = [_("This is a bug in smolint, not in your drafts: {reason}", reason=f"{type(error).__name__}: {error}")]
    if {"--verbose", "-v"} & set(arguments):
        import traceback

        lines.append("".join(traceback.format_exception(error)))
    else:
        lines.append(_("Run the command again with --verbose, and send its output with your report."))
    return "\n".join(lines)


def _catalogue_for(arguments: Sequence[str]) -> Catalogue:
    """The words to speak where a command has not begun, or could not."""
    from smolint.cli.language import spoken_language

    return catalogue(spoken_language(arguments, os.environ))


def _tell(text: str, code: int) -> int:
    from smolint.cli.output import warn

    with suppress(OSError):  # where standard error is full too, the exit code tells
        warn(text.rstrip("\n"))
    return code
