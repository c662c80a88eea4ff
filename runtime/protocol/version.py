"""Which wire this is. Written by `javascript`, with the other side."""

WIRE_VERSION = "2b560813c5c3"
