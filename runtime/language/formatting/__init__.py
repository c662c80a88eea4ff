"""Puts the lines of a file in order without a change of what it means."""
