"""Which wire this is. Written by `javascript`, with the other side."""

WIRE_VERSION = "3a3c6cae5aee"
