"""Which wire this is. Written by `javascript`, with the other side."""

WIRE_VERSION = "45363456094d"
