"""Rules about the elements of a template."""
