"""What Performance shows, without Qt: the start of a program, a recording as slices of time, its memory."""
