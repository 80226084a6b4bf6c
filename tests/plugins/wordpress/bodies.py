"""Bodies of posts, as hypothesis makes them up."""

from hypothesis import strategies as st

TEXT = st.text(
    st.sampled_from("aé🥖 \n&<>]\"'[/p-!") | st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=80
)
BODIES = st.lists(
    st.one_of(
        TEXT,
        st.sampled_from(
            [
                "<p>Un <b>mot</b> &eacute;crit</p>",
                "\n\n",
                '<!-- wp:image {"id":1} --><figure><img src="a.png" alt="é"/></figure><!-- /wp:image -->',
                "[gallery ids='1,2']",
                '[caption id="a"]<img src="b.png" /> Légende[/caption]',
                "https://example.com/a?b=1&amp;c=2\n",
                "<pre>x\r\n y</pre>",
                "]]>",
            ]
        ),
    ),
    max_size=6,
).map("".join)
