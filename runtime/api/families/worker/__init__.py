"""The worker of a program."""
