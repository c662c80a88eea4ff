"""The automation server."""
