"""What `handset bench` measures, one file a subject. Each gives samples; the command takes the medians."""
