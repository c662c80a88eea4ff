"""Performance: how the program started, and where its time goes (see `panel`)."""
