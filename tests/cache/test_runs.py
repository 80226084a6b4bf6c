"""What a run is noticed to look at."""

import json
import subprocess
import sys

NOTICED = """
import json, os, sys, tempfile
from smolint.cache.runs import Trail
trail = Trail("nowhere")
tempfile.gettempdir()
sys.addaudithook(trail.notice)
with tempfile.TemporaryFile() as one, tempfile.SpooledTemporaryFile(2) as other, tempfile.NamedTemporaryFile() as named:
    for file in (one, other, named):
        file.write(b"bread")
        file.seek(0)
        assert file.read() == b"bread"
with open("made", "w+") as file:
    file.write("cake")
with open("post.md") as file, open("kept", "r+") as kept:
    file.read(), kept.read()
os.listdir("posts")
trail.asleep = True
print(json.dumps([[os.path.relpath(one) for one in found] for found in trail.taken()]))
"""


def test_what_a_run_makes_itself_is_not_what_it_looked_at(tmp_path):
    (tmp_path / "posts").mkdir()
    for name in ("post.md", "kept"):
        (tmp_path / name).touch()
    ended = subprocess.run([sys.executable, "-c", NOTICED], cwd=tmp_path, capture_output=True, check=True)
    assert json.loads(ended.stdout) == [["post.md", "kept"], ["posts"]]
