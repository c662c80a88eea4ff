"""Which wire this is. Written by `javascript`, with the other side."""

WIRE_VERSION = "85a74f3ea241"
