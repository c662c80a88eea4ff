"""Recordings of sessions as files: their form, writing and reading. Running them again is `simulator.replay`."""
