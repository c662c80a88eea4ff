"""Recognising and measuring what a camera sees."""
