"""Finds a text or an expression in the files of a project, in a process that can be stopped."""
