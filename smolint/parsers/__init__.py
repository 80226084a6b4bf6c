"""Parsers: from a source to drafts whose blocks map back to exact source offsets."""
