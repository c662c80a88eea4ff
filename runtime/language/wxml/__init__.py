"""What templates say at a place of their text."""
