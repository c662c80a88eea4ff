"""Which wire this is. Written by `javascript`, with the other side."""

WIRE_VERSION = "dfeeb0b24b63"
