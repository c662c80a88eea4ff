"""Exchanges of the network as people read, filter and take them along; no Qt."""
