"""Which wire this is. Written by `javascript`, with the other side."""

WIRE_VERSION = "77d8004c06b4"
