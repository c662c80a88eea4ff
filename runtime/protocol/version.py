"""Which wire this is. Written by `javascript`, with the other side."""

WIRE_VERSION = "78b389532035"
