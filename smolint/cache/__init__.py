"""What linting gave before, kept until anything that it came from changes."""
