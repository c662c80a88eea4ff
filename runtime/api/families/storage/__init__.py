"""Keys and values of one project."""
