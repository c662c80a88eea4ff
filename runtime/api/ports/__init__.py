"""What touches the world: one file a port. Handlers see nothing else of the world.

A file holds the protocol of a port, a fake that only remembers, and the key by which handlers ask for it; it is found
by its place. The real one is in the file of the same name in `simulator/api/ports/`.

A port refuses by raising `ApiFailure`. A port that takes time calls `reply` once, on the thread that asked;
it is given a result or an `ApiFailure`.
"""
