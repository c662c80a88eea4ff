"""Which wire this is. Written by `javascript`, with the other side."""

WIRE_VERSION = "395bac93aa6c"
