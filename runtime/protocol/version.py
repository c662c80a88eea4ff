"""Which wire this is. Written by `javascript`, with the other side."""

WIRE_VERSION = "6062561b3b55"
