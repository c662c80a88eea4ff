"""Configuration files: where a cursor is in their JSON, and what the platform's table of keys says of it."""
