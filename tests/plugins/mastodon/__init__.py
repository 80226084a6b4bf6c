"""Tests of the Mastodon plugin."""
