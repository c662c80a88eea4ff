"""What drives a running program from outside: `driver` in words of our own, `protocol` in those of existing clients."""
