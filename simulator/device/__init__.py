"""Phone models and their measures."""
