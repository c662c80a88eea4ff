"""Which wire this is. Written by `javascript`, with the other side."""

WIRE_VERSION = "29f1a0940397"
