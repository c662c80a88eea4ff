"""Which wire this is. Written by `javascript`, with the other side."""

WIRE_VERSION = "5a9a85987d11"
