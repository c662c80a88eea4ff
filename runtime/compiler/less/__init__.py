"""Compiles Less to CSS text with the place in the source of every line."""
