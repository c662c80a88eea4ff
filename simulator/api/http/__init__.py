"""HTTP for programs, by libcurl. Loaded with the first request: `ports/network.py` keeps the queue and the limits."""
