"""Device: what the desk plays to the program, value by value (see `panel`)."""
