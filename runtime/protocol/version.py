"""Which wire this is. Written by `javascript`, with the other side."""

WIRE_VERSION = "cb59e94a564a"
