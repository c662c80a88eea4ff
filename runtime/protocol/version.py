"""Which wire this is. Written by `javascript`, with the other side."""

WIRE_VERSION = "c02545f26c5d"
