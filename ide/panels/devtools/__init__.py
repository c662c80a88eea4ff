"""The DevTools panel."""
