"""What is said about a place, by language."""
