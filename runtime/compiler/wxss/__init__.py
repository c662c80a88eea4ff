"""Compiles styles."""
