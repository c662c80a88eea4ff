"""Recorded sessions, run again: without the project's folder, its network, or anything else that they reached."""
