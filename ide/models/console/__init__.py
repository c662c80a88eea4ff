"""What the console shows: records, filters, opened values and their words. No Qt."""
