"""Frames and channels between processes."""
