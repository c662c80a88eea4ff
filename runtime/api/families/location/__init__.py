"""The place of the phone."""
