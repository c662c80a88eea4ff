"""Compiles templates."""
