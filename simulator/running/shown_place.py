"""Tells the phone where the user is, so that maps can show it."""

from __future__ import annotations

from collections.abc import Callable

from runtime.protocol import shell, view
from runtime.world.world import Happening, World

PLACE = ("place.latitude", "place.longitude")


class ShownPlace:
    """`send` takes messages to the phone."""

    def __init__(self, world: World, send: Callable[[view.HostToView], None]) -> None:
        self._world = world
        self._send = send
        world.subscribe(self._happened)

    def tell(self) -> None:
        """Another run begins: it knows of no place."""
        latitude, longitude = (float(self._world[name]) for name in PLACE)
        self._send(view.CallShell(shell.SetPlace(latitude, longitude)))

    def _happened(self, happening: Happening) -> None:
        if any(name in happening.after for name in PLACE):
            self.tell()
