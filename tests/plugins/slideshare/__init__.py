"""Tests of the SlideShare plugin."""
