"""Pictures and files of the user."""
