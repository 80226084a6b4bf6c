from __future__ import annotations

from dataclasses import replace

import pytest

from checks.made import SOCIAL, image, link, made
from checks.social import read
from smolint.check import NoOptions
from smolint.checks.private_link import private_link, private_reason


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        pytest.param("http://localhost:3000/", "", id="localhost"),
        pytest.param("http://127.0.0.1", "", id="loopback"),
        pytest.param("http://[::1]:8080/", "", id="loopback, version 6"),
        pytest.param("https://10.0.0.12/menu", "", id="network 10"),
        pytest.param("https://192.168.1.20", "", id="network 192.168"),
        pytest.param("https://172.16.0.1", "", id="network 172.16"),
        pytest.param("http://printer.local", "", id=".local"),
        pytest.param("https://wiki.bakery.internal/x", "", id=".internal"),
        pytest.param("http://intranet/menu", "", id="a bare name"),
        pytest.param("file:///home/ada/oven.png", "file", id="file address"),
        pytest.param("C:\\Users\\ada\\oven.png", "file", id="Windows path"),
        pytest.param("https://staging.bakery.com", "staging", id="staging"),
        pytest.param("https://shop-preprod.bakery.fr/x", "staging", id="preprod"),
        pytest.param("https://recette.bakery.fr", "staging", id="recette"),
        pytest.param("https://shop.stg2-new.bakery.fr", "staging", id="a numbered staging host"),
        pytest.param("https://nas.home.arpa", "", id="a home network"),
        pytest.param("https://intranet.bakery.fr", "staging", id="intranet of the site"),
        pytest.param("https://bakery.com/?p=3&preview=true", "editor", id="preview"),
        pytest.param("https://bakery.com/wp-admin/post.php?post=3", "editor", id="administration"),
        pytest.param("/wp-admin/", "editor", id="administration of the own site"),
    ],
)
def test_tells_why_an_address_is_private(url, reason):
    assert private_reason(url) == reason


@pytest.mark.parametrize(
    "url",
    [
        "https://bakery.com/localhost",
        "https://dev.to/bread",
        "https://dev.mysql.com",
        "https://preview.redd.it/x.png",
        "https://www.staging.com",
        "https://10best.com",
        "https://172.32.0.1",
        "https://8.8.8.8",
        "https://staging.example.com",
        "https://localbakery.com",
        "https://wordpress.org/documentation/wp-admin-bar",
        "mailto:ada@localhost",
        "images/oven.png",
        "#local",
        "",
        "http://[broken",
        "https://staging-." + "a." * 200 + "fr",
    ],
)
def test_public_addresses(url):
    assert private_reason(url) is None


def test_test_hosts_count_on_the_own_site_only():
    assert private_reason("https://dev.bakery.com", "bakery.com") == "staging"
    assert private_reason("https://dev.bakery.com", "other.com") is None
    assert private_reason("https://demo.com", "demo.com") is None


def urls(reading):
    return [mark.values["url"] for mark in private_link(reading, NoOptions())]


def test_a_tutorial_may_link_to_localhost():
    local = link("http://localhost:3000")
    assert urls(made("Open it.", ("code", "npm start"), local)) == []
    assert urls(made("Open it.", local)) == [local.url]
    assert urls(made("Open it.", ("code", "npm start"), local, platform=SOCIAL)) == [local.url]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        pytest.param("Open [the page](http://127.0.0.1:8000).", [], id="own machine"),
        pytest.param("Open <http://192.168.33.10>.", [], id="a network address that is shown"),
        pytest.param("Open [the page](http://192.168.33.10).", ["http://192.168.33.10"], id="one that is hidden"),
    ],
)
def test_a_tutorial_may_show_a_network_address(line, found):
    assert urls(read(f"{line}\n\n    vagrant up\n", "blog", path="post.md")) == found


def test_images_and_test_sites_are_wrong_in_tutorials_too():
    picture, test_site = image("http://localhost/oven.png"), link("https://staging.bakery.com")
    found = urls(made("See.", ("code", "npm start"), picture, test_site))
    assert sorted(found) == [picture.target, test_site.url]


def test_colleagues_share_a_network():
    links = [link("http://intranet/menu"), link("https://10.0.0.3"), link("http://localhost"), image("C:\\a.png")]
    found = urls(made("See.", *links, platform=replace(SOCIAL, internal=True)))
    assert sorted(found) == ["C:\\a.png", "http://localhost"]


def test_an_address_that_the_platform_would_not_link_counts_once():
    text = "See http://localhost:8080/x and http://preprod.bakery.fr/a now."
    assert urls(read(text, "twitter")) == ["http://localhost:8080/x", "http://preprod.bakery.fr/a"]
    assert urls(read(text, "facebook", path="post.txt")) == ["http://localhost:8080/x", "http://preprod.bakery.fr/a"]


def test_marks_exactly_the_address():
    reading = read("See [it](http://10.1.2.3/x) now.", "blog", path="post.md")
    assert [reading.draft.source[mark.span] for mark in private_link(reading, NoOptions())] == ["http://10.1.2.3/x"]
