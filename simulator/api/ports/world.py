"""The world of the program is the one that its user changes."""

from __future__ import annotations

from runtime.api.ports.world import WORLD
from runtime.world.world import World
from simulator.api.surroundings import Real

REAL: Real[World] = Real(WORLD, lambda around, _project: around.world)
