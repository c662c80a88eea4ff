"""Debug: where the program stands, its values, breakpoints and expressions (see `panel`)."""
