"""Which wire this is. Written by `javascript`, with the other side."""

WIRE_VERSION = "5cf15b2e7535"
