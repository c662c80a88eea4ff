"""Which wire this is. Written by `javascript`, with the other side."""

WIRE_VERSION = "59d816734a25"
