"""The command: answers `--version` and runs that have a record at once, and leaves the rest to `smolint.cli`."""

import os
import sys

from smolint import __version__

# Type checkers take this name for the type; importing it from typing would double the time of `smolint --version`.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn

    from smolint.fast import Record

_INTERRUPTED = 130
_UNRECORDED = "--no-cache"
"""A run that is given this keeps no record; should it be the value of an option, it is only as slow as the first."""
_COLLECT_AFTER = 100_000
"""Objects after which Python looks for garbage; with its own 700, it would again and again while modules load."""


def main() -> "NoReturn":
    """Run the `smolint` command on the process's arguments and exit with its code (see `smolint.cli.exits`)."""
    if None in (sys.stdin, sys.stdout, sys.stderr):
        from smolint.standard_streams import open_missing

        open_missing()
    try:
        code = code_of(sys.argv[1:])
    except KeyboardInterrupt:
        # While modules were loaded: what runs then ends quietly by itself.
        code = _INTERRUPTED
    _leave(code)


def code_of(arguments: list[str]) -> int:
    """Run the `smolint` command on some arguments; its exit code."""
    if arguments in (["--version"], ["-V"]):
        try:
            sys.stdout.write(f"smolint {__version__}\n")
            sys.stdout.flush()
        except OSError:
            pass  # A full disk, a closed pipe: the long way meets it as well, and tells of it.
        else:
            return 0
    if _UNRECORDED in arguments:
        return _made(arguments)
    from smolint.fast import answer

    code, record = answer(arguments)
    return _made(arguments, record) if code is None else code


def _made(arguments: list[str], record: "Record | None" = None) -> int:
    import gc

    gc.set_threshold(_COLLECT_AFTER)
    from smolint import code_bundle

    code_bundle.use()
    from smolint import late_pattern

    late_pattern.recall()
    code = _run(arguments, record)
    late_pattern.keep()
    code_bundle.keep()
    return code


def _run(arguments: list[str], record: "Record | None") -> int:
    from smolint.cli.exits import run

    if _UNRECORDED in arguments:
        return run(arguments)
    from smolint.cache.runs import recorded

    return recorded(arguments, run, record)


def _leave(code: int) -> "NoReturn":
    """End the process as Python does, but for taking apart all that was loaded, which takes longer than a tweet."""
    watched = sys.getprofile() or sys.gettrace()
    threading = sys.modules.get("threading")
    if watched or (threading and threading.active_count() > 1):
        sys.exit(code)
    import atexit

    try:
        atexit._run_exitfuncs()
        sys.stdout.flush()
        sys.stderr.flush()
    except (OSError, ValueError, AttributeError):
        # A stream that is full, closed or missing: Python knows what to do.
        sys.exit(code)
    os._exit(code)


if __name__ == "__main__":
    main()
