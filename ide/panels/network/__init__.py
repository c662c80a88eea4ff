"""The network panel: all that the program sends and gets, one row each, with what is known of it."""
