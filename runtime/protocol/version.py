"""Which wire this is. Written by `javascript`, with the other side."""

WIRE_VERSION = "bd22297457e2"
