"""Which wire this is. Written by `javascript`, with the other side."""

WIRE_VERSION = "63ce3ad42cb8"
