"""The command: answers `--version` at once and leaves the rest to `smolint.cli`."""

from __future__ import annotations

import sys

from smolint import __version__


def main() -> None:
    """Run the `smolint` command on the process's arguments and exit with its code (see `smolint.cli.exits`)."""
    if sys.argv[1:] in (["--version"], ["-V"]):
        sys.stdout.write(f"smolint {__version__}\n")
        sys.exit(0)
    from smolint.cli.exits import run

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
