"""Reporters: from results to an output format."""
