"""The window of a recorded session: its phone at any moment, and the panels that look into it."""
