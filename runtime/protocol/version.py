"""Which wire this is. Written by `javascript`, with the other side."""

WIRE_VERSION = "c16fa317162d"
