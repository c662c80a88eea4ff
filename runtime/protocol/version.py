"""Which wire this is. Written by `javascript`, with the other side."""

WIRE_VERSION = "f9376c8245eb"
