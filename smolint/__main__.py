"""The command: answers `--version` and runs that have a record at once, and leaves the rest to `smolint.cli`."""

import sys

from smolint import __version__


def main() -> None:
    """Run the `smolint` command on the process's arguments and exit with its code (see `smolint.cli.exits`)."""
    arguments = sys.argv[1:]
    if arguments in (["--version"], ["-V"]):
        sys.stdout.write(f"smolint {__version__}\n")
        sys.exit(0)
    from smolint.fast import answer

    code = answer(arguments)
    if code is None:
        from smolint.cache.runs import recorded
        from smolint.cli.exits import run

        code = recorded(arguments, run)
    sys.exit(code)


if __name__ == "__main__":
    main()
