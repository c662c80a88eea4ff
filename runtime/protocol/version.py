"""Which wire this is. Written by `javascript`, with the other side."""

WIRE_VERSION = "aaec0834e463"
