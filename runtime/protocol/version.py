"""Which wire this is. Written by `javascript`, with the other side."""

WIRE_VERSION = "0ab3f0be5fbd"
