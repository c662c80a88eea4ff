"""Calls of setData, added up and judged."""
