"""Which wire this is. Written by `javascript`, with the other side."""

WIRE_VERSION = "02815139dbcd"
