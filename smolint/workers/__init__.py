"""Linting in several processes: in the order of the files, and whatever becomes of a process."""
