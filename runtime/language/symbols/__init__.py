"""The outline of a file, by language."""
