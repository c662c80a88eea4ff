"""Search: a text or an expression in all files of the project, and another in its place (see `panel`)."""
