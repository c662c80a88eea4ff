"""Rules that need several files of the program."""
