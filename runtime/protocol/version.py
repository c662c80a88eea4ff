"""Which wire this is. Written by `javascript`, with the other side."""

WIRE_VERSION = "120af0e4a208"
