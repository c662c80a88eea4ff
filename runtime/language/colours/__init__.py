"""Colours in the text of a file, by language."""
