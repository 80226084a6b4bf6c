"""Tests of the Threads plugin."""
