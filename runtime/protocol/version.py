"""Which wire this is. Written by `javascript`, with the other side."""

WIRE_VERSION = "d74224030d18"
