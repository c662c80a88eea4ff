"""Nodes of pages: queries, observers, animations."""
