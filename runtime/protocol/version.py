"""Which wire this is. Written by `javascript`, with the other side."""

WIRE_VERSION = "066df9296c66"
