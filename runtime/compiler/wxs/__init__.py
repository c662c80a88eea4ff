"""Compiles view scripts."""
