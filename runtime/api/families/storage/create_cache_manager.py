"""wx.createCacheManager and its object, in `runtime/js/logic/api/cache_manager.js`: here only whether the network is
weak when it is made. What is kept lasts as long as the program runs, so it is simulated.
"""

from __future__ import annotations

from runtime.api.call import Call
from runtime.api.handler import Handler, in_host, in_js
from runtime.api.port import HostPorts
from runtime.api.ports.world import WORLD
from runtime.world.groups.network import is_weak


def create_cache_manager(call: Call, ports: HostPorts) -> None:
    """createCacheManager."""
    values = ports[WORLD].state
    call.succeed({"value": is_weak(values) or values["network.type"] == "none"})


HANDLERS: tuple[Handler, ...] = (
    in_host("createCacheManager", create_cache_manager, state="simulated"),
    *in_js("CacheManager.*", state="simulated", is_quiet=True),
)
