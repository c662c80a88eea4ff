"""Which wire this is. Written by `javascript`, with the other side."""

WIRE_VERSION = "013599f97082"
