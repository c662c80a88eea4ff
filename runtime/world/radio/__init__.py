"""What the radios of the phone reach: peripherals, tags, beacons, services; their forms as JSON."""
