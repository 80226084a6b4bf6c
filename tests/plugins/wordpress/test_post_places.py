"""Places in a stored post are exact, whatever it holds."""

from hypothesis import given, settings
from hypothesis import strategies as st

from wordpress.bodies import BODIES
from wordpress.made import assert_exact, post

MARKUP = st.text(st.sampled_from("[]/<>!-=\"' \nabé{}:&;"), max_size=60)
PIECES = st.sampled_from(
    ["<!-- wp:x ", "-->", "<!-- /wp:x -->", "[x", "[/x]", "[caption ", "[gallery", "<pre>", "</p>", "[code]"]
)


@given(text=BODIES)
@settings(max_examples=150, deadline=None)
def test_likely_posts(text):
    assert_exact(post(text), text)


@given(text=st.lists(MARKUP | PIECES, max_size=8).map("".join))
@settings(max_examples=250, deadline=None)
def test_unlikely_posts(text):
    assert_exact(post(text), text)


@given(text=BODIES)
@settings(max_examples=60, deadline=None)
def test_front_matter_moves_every_place(text):
    front = "---\ntitle: Où ?\n---\n"
    draft = post(front + text)
    assert draft.title.text == "Où ?"
    assert draft.body_span.start == len(front)
    assert_exact(draft, front + text)
