"""preloadRule: whether the phone's network lets packages be fetched ahead, and what the timeline says of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from runtime.world.world import World
from simulator.bridge.notices import Notices

ANY_NETWORK, WIFI, OFFLINE = "all", "wifi", "none"


class Preloading:
    """For one program. The packages lie on the disk; what differs is when the program has them."""

    def __init__(self, world: World, notices: Notices) -> None:
        self._world = world
        self._notices = notices

    def ask(self, wish: Mapping[str, Any]) -> bool:
        """Whether packages come: those with the roots `packages`, for a shown `page`, over a `network`."""
        network, wanted = str(self._world["network.type"]), str(wish.get("network"))
        is_done = network == WIFI or (wanted == ANY_NETWORK and network != OFFLINE)
        packages = ", ".join(str(root) for root in wish.get("packages", ()))
        detail = {"packages": packages, "page": str(wish.get("page")), "network": network}
        self._notices.say("packages-preloaded" if is_done else "packages-not-preloaded", "debug", detail=detail)
        return is_done
