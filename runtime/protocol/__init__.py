"""The messages that cross a process border, declared once."""
