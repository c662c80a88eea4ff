"""Compiles Sass by libsass, with the place in the source of every line."""
