"""Problems: what the last build found wrong, as a list (see `panel`)."""
