"""Which wire this is. Written by `javascript`, with the other side."""

WIRE_VERSION = "4b686dc696dd"
