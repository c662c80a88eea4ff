"""Which wire this is. Written by `javascript`, with the other side."""

WIRE_VERSION = "3b89227f7073"
