"""Carries out a session's commands with Qt, headless or in the window."""
