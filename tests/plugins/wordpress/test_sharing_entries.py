"""Each entry of the table of sharing modules, one by one: what it lists is found in a post, at its place."""

import tomllib
from importlib.resources import files

import pytest
from smolint_wordpress.sharing import find_sharing
from smolint_wordpress.sharing_table import sharing_table

from wordpress.made import post, reading

TABLE = tomllib.loads(files("smolint_wordpress").joinpath("sharing-modules.toml").read_text(encoding="utf-8"))
ENTRIES = {key: entry for part in ("module", "intent") for key, entry in TABLE[part].items()}
WIDE = {"cdn.ampproject.org", "www.addtoany.com", "www.addthis.com", "simplesharebuttons.com"}


def listed(*names):
    """A case for each text that the entries list under one of these names."""
    return [
        pytest.param(key, value, id=f"{key} {value}")
        for key, entry in ENTRIES.items()
        for name in names
        for value in entry.get(name, ())
    ]


def found(text):
    draft = post(text)
    return [(hit.service.key, draft.source[hit.span]) for hit in find_sharing(reading(draft))]


@pytest.mark.parametrize(("key", "name"), listed("classes"))
def test_a_class(key, name):
    tag = f'<div class="ours {name.replace("*", "x")} wide">'
    assert found(f"<p>Bread</p>{tag}</div>") == [(key, tag)]
    assert found(f'<p>Bread</p><div class="un{name.replace("*", "x")}">x</div>') == []


@pytest.mark.parametrize(("key", "name"), listed("ids"))
def test_an_id(key, name):
    assert found(f'<p>Bread</p><div id="{name}"></div>') == [(key, f'<div id="{name}">')]
    assert found(f'<p>Bread</p><div title="{name}"></div>') == []


@pytest.mark.parametrize(("key", "name"), listed("elements"))
def test_an_element(key, name):
    assert found(f"<p>Bread</p><{name} type=x></{name}>") == [(key, f"<{name} type=x>")]
    assert found(f"<p>Bread</p><{name}-list></{name}-list>") == []


@pytest.mark.parametrize(("key", "name"), listed("shortcodes"))
def test_a_shortcode(key, name):
    assert found(f'<p>Bread</p>\n\n[{name} theme="a"]\n') == [(key, f'[{name} theme="a"]')]
    assert found(f"<p>Write <code>[{name}]</code></p>") == []
    assert found(f"<p>Write [[{name}]]</p>") == []


@pytest.mark.parametrize(("key", "name"), listed("blocks"))
def test_a_block(key, name):
    written = f"<!-- wp:{name.removeprefix('core/')} /-->"
    assert found(f"<p>Bread</p>{written}") == [(key, written)]


@pytest.mark.parametrize(("key", "name"), listed("comments"))
def test_a_comment(key, name):
    assert found(f"<p>Bread</p><!-- {name} 8.1 -->") == [(key, f"<!-- {name} 8.1 -->")]
    assert found(f"<p>Bread, {name}</p>") == []


@pytest.mark.parametrize(("key", "part"), listed("hosts", "files"))
def test_a_source(key, part):
    tag = f'<script src="https://{part}/a.js">'
    assert found(f"<p>Bread</p>{tag}</script>") == ([] if part in WIDE else [(key, tag)])
    assert found(f"<p>They load {part} from afar.</p>") == []


@pytest.mark.parametrize(("key", "part"), listed("js"))
def test_a_script(key, part):
    assert found(f"<p>Bread</p><script>if (a) {part}b)</script>") == [(key, "<script>")]
    assert found(f"<p>Bread</p><pre>{part}b)</pre>") == []


@pytest.mark.parametrize(("key", "name"), listed("meta_names"))
def test_a_name_of_a_meta_element(key, name):
    assert found(f'<meta name="{name}" content="1"><p>Bread</p>') == [(key, f'<meta name="{name}" content="1">')]


def address(pattern):
    """An address that the pattern of a share link stands for."""
    filled = pattern.replace("<service>", "facebook").replace("<instance>", "toots.example")
    if filled.startswith("?"):
        filled = f"bakery.example/post/{filled}"
    filled += "a%20b" if filled.endswith("=") else ""
    return filled if filled.startswith("mailto:") else f"https://{filled}"


@pytest.mark.parametrize(("key", "pattern"), listed("patterns", "link_patterns"))
def test_a_share_link(key, pattern):
    url = address(pattern)
    assert sharing_table().intent(url).key == key
    assert found(f'<p>Bread. <a href="{url}">Share</a></p>') == [(key, url)]
    assert sharing_table().intent(url.upper().replace("FACEBOOK", "facebook")).key == key


@pytest.mark.parametrize(("key", "pattern"), listed("patterns", "link_patterns"))
def test_a_share_link_inside_of_another_address_is_none(key, pattern):
    assert sharing_table().intent(f"https://bakery.example/?next={address(pattern)}") is None
    assert sharing_table().intent(f"https://bakery.example/go#{address(pattern)}") is None


@pytest.mark.parametrize("key", sorted(ENTRIES))
def test_what_the_entry_says_of_itself(key):
    service, entry = sharing_table().services[key], ENTRIES[key]
    assert service.dead == (entry["status"] == "dead")
    assert service.kind == ("follow" if entry.get("is_sharing") is False else "share")
    assert service.module == (key in TABLE["module"])
    assert service.confidence == entry["confidence"]
