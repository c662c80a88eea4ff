"""Which wire this is. Written by `javascript`, with the other side."""

WIRE_VERSION = "5ae40d498391"
