"""Where a subject occurs in the whole program, a module for each kind of subject."""
