"""Which wire this is. Written by `javascript`, with the other side."""

WIRE_VERSION = "79de2f6f0ad3"
