"""What Audits shows, without Qt: what a run has shown against the platform's limits, and the sizes of packages."""
