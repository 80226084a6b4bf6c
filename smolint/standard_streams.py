"""The standard streams that a process was started without (`smolint >&-`)."""

from __future__ import annotations

import os
import sys

_STREAMS = (("stdin", "r"), ("stdout", "w"), ("stderr", "w"))


def open_missing() -> None:
    """Let what is missing of standard input, output and error lead nowhere.

    Otherwise the next file that is opened would get its number, and be written to in its place.
    """
    for number, (name, mode) in enumerate(_STREAMS):
        try:
            os.fstat(number)
        except OSError:
            nowhere = os.open(os.devnull, os.O_RDWR)  # the lowest number that is free: this one
            os.set_inheritable(nowhere, True)
        if getattr(sys, name) is None:
            stream = open(number, mode, encoding="utf-8", closefd=False)  # noqa: SIM115 (open until the process ends)
            setattr(sys, name, stream)
            setattr(sys, f"__{name}__", stream)
