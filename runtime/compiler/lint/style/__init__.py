"""Rules about one style file."""
