"""Which wire this is. Written by `javascript`, with the other side."""

WIRE_VERSION = "8908b58bedf0"
