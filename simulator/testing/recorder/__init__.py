"""Records what a user does on a phone as a test: watches a running program and makes the steps of `script` of it.

It hears what the phone tells of its user and asks the logic layer for the tree that the user sees; nothing of the
project is patched. The window and the command line stand on it.
"""
