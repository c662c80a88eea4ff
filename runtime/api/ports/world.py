"""The world that is played to the program (`runtime.world`)."""

from __future__ import annotations

from runtime.api.port import Port
from runtime.world.world import World, new_world

# It touches nothing by itself, so a test has the same as a program.
WORLD: Port[World] = Port("world", new_world)
