"""Which wire this is. Written by `javascript`, with the other side."""

WIRE_VERSION = "a59e2c9614ad"
