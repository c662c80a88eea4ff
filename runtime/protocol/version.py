"""Which wire this is. Written by `javascript`, with the other side."""

WIRE_VERSION = "ba0f2825214f"
