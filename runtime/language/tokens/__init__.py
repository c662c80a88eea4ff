"""What each stretch of a file is, for editors that colour by it."""
