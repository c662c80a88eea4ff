"""Which wire this is. Written by `javascript`, with the other side."""

WIRE_VERSION = "96d62d3a5af7"
