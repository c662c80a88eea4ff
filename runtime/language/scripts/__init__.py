"""What scripts declare and use, with places, read off the text without running it."""
