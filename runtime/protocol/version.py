"""Which wire this is. Written by `javascript`, with the other side."""

WIRE_VERSION = "7e27d40e5306"
