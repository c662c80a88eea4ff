"""The running program as window and panels see it."""
