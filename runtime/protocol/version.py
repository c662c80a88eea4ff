"""Which wire this is. Written by `javascript`, with the other side."""

WIRE_VERSION = "751875651acd"
