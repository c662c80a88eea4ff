"""Documents drawn as pictures, each in a process that can be stopped."""
