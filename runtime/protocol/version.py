"""Which wire this is. Written by `javascript`, with the other side."""

WIRE_VERSION = "d0e0c9d6eb16"
