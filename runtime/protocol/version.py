"""Which wire this is. Written by `javascript`, with the other side."""

WIRE_VERSION = "cd9c96f81569"
