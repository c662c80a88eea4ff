"""Routes between pages."""
