"""Which wire this is. Written by `javascript`, with the other side."""

WIRE_VERSION = "03279e4c1260"
