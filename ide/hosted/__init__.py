"""The simulator's running program as the window and the panels see it; nothing else in `ide` knows it."""
