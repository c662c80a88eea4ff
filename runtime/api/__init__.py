"""wx.*: the registry, what a call goes through, and the handlers in `families`."""
