"""Decides what happens next, without doing any I/O."""
