"""The mock rules of a project: their file, and the process that runs those of their answers that are functions."""
