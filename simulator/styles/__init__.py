"""Compiles Less and Sass in a process that can be stopped."""
