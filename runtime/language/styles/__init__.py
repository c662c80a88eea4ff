"""Style files as they are written."""
