"""Which wire this is. Written by `javascript`, with the other side."""

WIRE_VERSION = "df83f2de86f3"
