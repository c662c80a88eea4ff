"""What git knows of a project: which files differ from the last commit, and their text in it.

A project's `.git/config` is as untrusted as its code, as it can name programs to run. git never sees it (`shadow`).
"""
