from __future__ import annotations

import pytest

from checks.linked import linked, texts
from smolint.checks.ads import AdsHeavy, ads, ads_heavy
from smolint.finding import Level

WORDS = "We bake bread at dawn on every day of the year. "


def units(text, path="post.md"):
    reading = linked(text, path=path)
    return [reading.draft.source[span] for span in ads(reading).units]


@pytest.mark.parametrize(
    "ad",
    [
        pytest.param('<ins class="adsbygoogle" data-ad-slot="1">', id="AdSense unit"),
        pytest.param('<amp-ad width="300">', id="AMP"),
        pytest.param('<iframe src="https://rcm-eu.amazon-adsystem.com/e/cm?t=a">', id="frame of a network"),
        pytest.param('<div id="div-gpt-ad-1234">', id="Google's publisher tag"),
        pytest.param('<div class="post-part ad-slot wide">', id="box of that class"),
        pytest.param('<aside class="publicité">', id="French box"),
        pytest.param("<!-- ad break -->", id="comment"),
        pytest.param("<!--Ads1-->", id="comment of Quick Adsense"),
        pytest.param('<!-- wp:advads/gblock {"itemID":"ad_1"} /-->', id="WordPress block"),
        pytest.param('[the_ad id="3"]', id="shortcode of Advanced Ads"),
        pytest.param('[adrotate banner="1"]', id="shortcode of AdRotate"),
        pytest.param("{% include ads/top.html %}", id="Jekyll include"),
        pytest.param("{{< adsense >}}", id="Hugo shortcode"),
        pytest.param("<AdSense slot={1} />", id="component"),
        pytest.param('<script async src="https://cdn.taboola.com/a.js">', id="script alone"),
    ],
)
def test_counts_an_ad(ad):
    assert units(f"{WORDS}\n\n{ad}\n\n{WORDS}") == [ad]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param('`[ad]` and `<ins class="adsbygoogle">` are how it is done.', id="inline code"),
        pytest.param('```\n<ins class="adsbygoogle"></ins>\n```', id="listing"),
        pytest.param('<div class="header shadow-box">x</div>', id="other classes"),
        pytest.param("[ads](https://ads.example) and [ad][1] are links.", id="link"),
        pytest.param("[addtoany] and [audio]", id="other shortcodes"),
        pytest.param("<!-- add a picture -->", id="note to oneself"),
        pytest.param("{% include address.html %} {{< admonition >}}", id="other templates"),
        pytest.param("<Admonition>Beware</Admonition> <Address />", id="other components"),
        pytest.param('<iframe src="https://www.youtube.com/embed/x"></iframe>', id="film"),
        pytest.param('<script src="https://gist.github.com/a.js"></script>', id="script of something else"),
    ],
)
def test_counts_no_ad(text):
    assert units(text) == []


def test_a_box_and_the_unit_in_it_are_one_ad():
    script = '<script src="//pagead2.googlesyndication.com/a.js"></script>'
    text = f'<!-- ad -->\n<div class="ad-box">{script}\n<ins class="adsbygoogle"></ins></div>'
    assert units(f"{WORDS}\n\n{text}\n") == ['<ins class="adsbygoogle">']
    assert len(units('<div class="ad-box"></div><div class="ad-box"></div>', "post.html")) == 2


@pytest.mark.parametrize(
    ("url", "affiliate"),
    [
        pytest.param("https://www.amazon.fr/dp/25?ie=1&tag=fournil-21", True, id="Amazon with a partner's tag"),
        pytest.param("https://www.amazon.fr/dp/25", False, id="Amazon without"),
        pytest.param("https://amzn.to/3abc", True, id="Amazon's short link"),
        pytest.param("https://www.awin1.com/cread.php?awinmid=1", True, id="Awin"),
        pytest.param("https://www.awin.com/fr", False, id="Awin's own site"),
        pytest.param("https://clk.tradedoubler.com/click?p=2", True, id="Tradedoubler"),
        pytest.param("https://track.effiliation.com/servlet/effi.redir?id=1", True, id="Effiliation"),
        pytest.param("https://click.linksynergy.com/deeplink?id=1", True, id="Rakuten"),
        pytest.param("https://www.anrdoezrs.net/click-1", True, id="CJ"),
        pytest.param("https://host.example/?aff=42", True, id="partner in the query"),
        pytest.param("https://host.example/ref/4211", True, id="partner in the path"),
        pytest.param("https://docs.example/ref/strings", False, id="reference"),
        pytest.param("https://shop.example/?ref=newsletter", False, id="where one comes from"),
        pytest.param("https://affairs.example/affidavit", False, id="words that begin so"),
    ],
)
def test_affiliate_links(url, affiliate):
    assert len(ads(linked(f"A [book]({url}).")).affiliate) == affiliate


def test_a_sponsored_link_is_one():
    reading = linked('<p>See <a rel="nofollow sponsored" href="https://a.example/">it</a>.</p>', path="post.html")
    assert len(ads(reading).affiliate) == 1


def test_too_many_ads_for_the_words():
    text = "\n\n".join([WORDS * 10, "[ad]", WORDS * 5, "[ads]", WORDS * 2])
    assert texts(linked(text), ads_heavy, AdsHeavy()) == ["[ads]"]
    assert texts(linked(f"{text}\n\n{WORDS * 20}"), ads_heavy, AdsHeavy()) == []
    (mark,) = ads_heavy(linked(text), AdsHeavy())
    assert mark.values == {"count": 2, "words": 189, "density": 1.1, "limit": 0.57}


def test_too_many_affiliate_links_for_the_words():
    links = " ".join(f"[a](https://amzn.to/{number})" for number in range(6))
    (mark,) = ads_heavy(linked(f"{WORDS * 10}\n\n{links}"), AdsHeavy())
    assert mark.variant == "affiliate"
    assert texts(linked(f"{WORDS * 40}\n\n{links}"), ads_heavy, AdsHeavy()) == []
    assert texts(linked(" ".join(links.split()[:4])), ads_heavy, AdsHeavy()) == []


def test_an_ad_above_the_first_words_is_a_suggestion():
    marks = list(ads_heavy(linked(f"# Bread\n\n[ad]\n\n{WORDS * 30}"), AdsHeavy()))
    assert [(mark.variant, mark.at_most) for mark in marks] == [("above", Level.SUGGESTION)]


def test_a_rendered_page_is_its_themes_affair():
    page = '<!doctype html><html><body><div class="ad-box"></div><div class="ad-box"></div><p>Bread.</p></body></html>'
    assert texts(linked(page, path="post.html"), ads_heavy, AdsHeavy()) == []
