"""The checks that ship with smolint: how its rules are decided. Each module lists its own in `CHECKS`."""
