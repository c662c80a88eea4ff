"""What Handset publishes for code of others: `handset.testing`."""
