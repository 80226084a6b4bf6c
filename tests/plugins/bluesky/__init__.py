"""Tests of the Bluesky plugin."""
