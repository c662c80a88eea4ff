"""Which wire this is. Written by `javascript`, with the other side."""

WIRE_VERSION = "a273505b16eb"
