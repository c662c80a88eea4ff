"""World values: what the desk plays to a program, as one declared list with checked changes (see `world.World`)."""
