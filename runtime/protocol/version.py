"""Which wire this is. Written by `javascript`, with the other side."""

WIRE_VERSION = "9d238983e6aa"
