"""A project's cloud on the desk: its process, the host's side of it, and the functions that it runs."""
