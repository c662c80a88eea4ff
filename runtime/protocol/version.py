"""Which wire this is. Written by `javascript`, with the other side."""

WIRE_VERSION = "9e71a82fc033"
