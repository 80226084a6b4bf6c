"""Tests of the WordPress plugin."""
