"""Compiles templates: `compiler` for the builder; `parse`, `print` and `tree` for tools."""
