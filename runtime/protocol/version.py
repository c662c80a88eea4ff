"""Which wire this is. Written by `javascript`, with the other side."""

WIRE_VERSION = "9ebe5cae3e02"
