"""Which wire this is. Written by `javascript`, with the other side."""

WIRE_VERSION = "f50e5f3dd968"
