"""Compiles page and component scripts."""
