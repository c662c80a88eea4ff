"""Files of the program."""
