from __future__ import annotations

import base64
import json

import pytest

from checks.social import read
from smolint.check import NoOptions
from smolint.checks.secret import secrets


def token(header, claims):
    parts = [base64.urlsafe_b64encode(json.dumps(part).encode()).decode().rstrip("=") for part in (header, claims)]
    return ".".join([*parts, "Qx7Rk2mVw9Tb4Nc8Xd1Lf6Hg3Jp5Sy0AuEiO"])


RANDOM = "Qx7Rk2mVw9Tb4Nc8Xd1Lf6Hg3Jp5Sy0AuEiOzZ8KtWcYvBnMsD4Fj"
LIVE_TOKEN = token({"alg": "HS256", "typ": "JWT"}, {"sub": "u-83311", "role": "admin"})
PRIVATE_KEY = f"-----BEGIN RSA PRIVATE KEY-----\n{RANDOM}\n{RANDOM}\n-----END RSA PRIVATE KEY-----"


def found(text, platform="blog", path="post.md"):
    reading = read(text, platform, path=path)
    marks = list(secrets(reading, NoOptions()))
    assert all(mark.secret for mark in marks)
    return [(mark.values["kind"], reading.draft.source[mark.span]) for mark in marks]


@pytest.mark.parametrize(
    ("kind", "secret"),
    [
        pytest.param("AWS", "AKIAQ3EGRZV7T5NCKLXW", id="AWS access key"),
        pytest.param("GitHub", f"ghp_{RANDOM[:36]}", id="GitHub token"),
        pytest.param("GitHub", f"github_pat_{RANDOM[:22]}_{(RANDOM + RANDOM)[:59]}", id="fine-grained GitHub token"),
        pytest.param("GitLab", f"glpat-{RANDOM[:20]}", id="GitLab token"),
        pytest.param("Slack", "xoxb-2871946503-9183746205-Qx7Rk2mVw9Tb4Nc8Xd1Lf6Hg", id="Slack token"),
        pytest.param("Stripe", f"sk_live_{RANDOM[:24]}", id="Stripe key"),
        pytest.param("Google", f"AIza{RANDOM[:35]}", id="Google key"),
        pytest.param("npm", f"npm_{RANDOM[:36]}", id="npm token"),
        pytest.param("PyPI", f"pypi-AgEIcHlwaS5vcmc{RANDOM}", id="PyPI token"),
        pytest.param("SendGrid", f"SG.{RANDOM[:22]}.{RANDOM[:43]}", id="SendGrid key"),
        pytest.param("JWT", LIVE_TOKEN, id="JSON Web Token"),
        pytest.param("private key", PRIVATE_KEY, id="private key"),
    ],
)
@pytest.mark.parametrize("around", ["The key is {}.", "```\nKEY={}\n```", "---\nkey: {}\n---\nText."])
def test_finds_keys_in_text_code_and_front_matter(kind, secret, around):
    if "---\n" in around:
        secret = secret.replace("\n", " ")
    assert found(around.format(secret)) == [(kind, secret)]


def test_finds_what_only_its_name_gives_away():
    value = "kJ8sQx7Rk2mVw9Tb4Nc8Xd1Lf6Hg3Jp5Sy0AuEiO"
    assert found(f"    aws_secret_access_key = {value}") == [("AWS", value)]


def test_marks_the_secret_part_of_a_webhook():
    path = "T02AB3CDE4/B05FG6HJK7/Qx7Rk2mVw9Tb4Nc8Xd1Lf6Hg"
    assert found(f"https://hooks.slack.com/services/{path}") == [("Slack webhook", path)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("AKIAIOSFODNN7EXAMPLE", id="the example key of the documentation"),
        pytest.param("wJalrXUtnFEMI aws_secret_access_key=wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", id="its secret"),
        pytest.param("ghp_" + "x" * 36, id="all x"),
        pytest.param("ghp_" + "0" * 36, id="all zeros"),
        pytest.param("npm_0123456789abcdefghijklmnopqrstuvwxyz", id="the alphabet"),
        pytest.param("sk_live_<YOUR KEY HERE>", id="angle brackets"),
        pytest.param(f"sk_test_{RANDOM[:24]}", id="test mode"),
        pytest.param("ghp_yourPersonalAccessTokenGoesRightHere12", id="your token"),
        pytest.param("-----BEGIN PRIVATE KEY-----\n...\n-----END PRIVATE KEY-----", id="key left out"),
        pytest.param(PRIVATE_KEY.replace("PRIVATE", "PUBLIC"), id="public key"),
        pytest.param(token({"alg": "HS256"}, {"sub": "1234567890", "name": "John Doe"}), id="the token of jwt.io"),
        pytest.param("eyJhbGciOiJIUzI1NiJ9.eyJub3QganNvbiBhdCBhbGw.abcdefghijklmnopqrstuvw", id="no token at all"),
        pytest.param("commit 9fceb02d0ae598e95dc970b74767f19372d61af8", id="a commit"),
        pytest.param("https://example.com/AKIAQ3EGRZV7T5NCKLXWextra", id="part of a longer word"),
    ],
)
def test_leaves_alone(text):
    assert found(text) == []


def test_warns_only_of_keys_that_may_be_public():
    reading = read(f"AIza{RANDOM[:35]}", "blog", path="post.md")
    assert [mark.at_most for mark in secrets(reading, NoOptions())] == ["warning"]


def test_each_tweet_of_a_thread_has_its_own():
    text = f"one\n\n---\n\nghp_{RANDOM[:36]} two\n"
    from checks.social import thread

    marks = [list(secrets(each, NoOptions())) for each in thread(text)]
    assert [len(each) for each in marks] == [0, 1]
