"""Where the data of simulated phones lies on the disk."""
