"""Which wire this is. Written by `javascript`, with the other side."""

WIRE_VERSION = "728299b9e9e5"
