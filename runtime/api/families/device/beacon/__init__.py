"""iBeacons."""
