"""Which wire this is. Written by `javascript`, with the other side."""

WIRE_VERSION = "f1b3222b6aab"
