"""Which wire this is. Written by `javascript`, with the other side."""

WIRE_VERSION = "f93d84562b48"
