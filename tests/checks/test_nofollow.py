from __future__ import annotations

import pytest

from checks.linked import linked, texts
from smolint.check import NoOptions
from smolint.checks.nofollow import link_all_nofollow

MILL = '<a href="https://mill.example/" rel="nofollow">the mill</a>'
OVEN = '<a href="https://oven.example/" rel="noopener nofollow">the oven</a>'


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        pytest.param(f"<p>{MILL}</p>", [MILL], id="the only link"),
        pytest.param(f"<p>{OVEN} {MILL}</p>", [OVEN], id="all of several"),
        pytest.param(f'<p>{MILL} <a href="/rye">rye</a></p>', [MILL], id="a page of one's own does not count"),
        pytest.param(f'<p>{MILL} <a href="https://a.example/">a</a></p>', [], id="one that may be followed"),
        pytest.param('<a href="https://a.example/" rel="sponsored nofollow">a</a>', [], id="paid for"),
        pytest.param('<a href="https://a.example/" rel="ugc nofollow">a</a>', [], id="written by a user"),
        pytest.param('<a href="https://bakery.example/" rel="nofollow">a</a>', [], id="one's own site"),
        pytest.param("<p>No link at all.</p>", [], id="no link"),
    ],
)
def test_links_to_other_sites(text, marks):
    assert texts(linked(text, path="a.html", site="https://bakery.example"), link_all_nofollow, NoOptions()) == marks
