"""Runs as forks of one warm process, with a cache of their own, so that a test can make many of them."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

SERVER = """
import json, os, sys
sys.path[:] = [folder for folder in sys.path if folder]
import smolint.cli.check, smolint.builtin, smolint.cache.linting, smolint.cache.store, smolint.cli.exits
from smolint.__main__ import code_of
for line in sys.stdin:
    folder, arguments, told, environment = json.loads(line)
    child = os.fork()
    if not child:
        os.chdir(folder)
        os.environ |= environment
        for stream, path in zip((1, 2), told):
            os.dup2(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), stream)
        imported = set(sys.modules)
        os._exit(code_of(arguments))
    print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
"""


PICTURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489"
    "0000000d49444154789c6360000002000001e221bc330000000049454e44ae426082"
)


class Runner:
    """Makes runs in a folder, until its `with` block ends, and says whether they were told again from a record."""

    def __init__(self, base, root):
        self.root = root
        self.base = base
        self.cache = base / "cache"
        environment = {**os.environ, "XDG_CACHE_HOME": str(self.cache), "PYTHONDONTWRITEBYTECODE": "1"}
        self.process = subprocess.Popen(
            [sys.executable, "-c", SERVER], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment
        )

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.process.stdin.close()
        self.process.wait()
        self.process.stdout.close()

    def __call__(self, *arguments, folder=None, **environment):
        told = [str(self.base / name) for name in ("out", "err")]
        self.process.stdin.write(json.dumps([str(folder or self.root), arguments, told, environment]) + "\n")
        self.process.stdin.flush()
        code = int(self.process.stdout.readline())
        return code, *(Path(one).read_bytes() for one in told)

    def records(self):
        folder = self.cache / "smolint" / "runs"
        found = (path for path in folder.iterdir() if not path.suffix) if folder.is_dir() else ()
        return {path: path.stat().st_mtime_ns for path in found}

    def pages(self):
        """The files in which records keep what was written."""
        return list((self.cache / "smolint" / "runs").glob("*.pages"))

    def recorded(self, *arguments, **more):
        """Run until there is a record of the run; what it said."""
        for _ in range(4):
            before = self.records()
            said = self(*arguments, **more)
            if self.records() != before:
                return said
            time.sleep(0.25)
        raise AssertionError("the run is never recorded")
