"""What may stand at a place, by language and kind of place."""
