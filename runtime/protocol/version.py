"""Which wire this is. Written by `javascript`, with the other side."""

WIRE_VERSION = "3a787ac8ea06"
