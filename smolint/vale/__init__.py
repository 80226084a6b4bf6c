"""Vale's configuration and styles, read as they are (https://vale.sh)."""
