"""wx.getBackgroundFetchData: what a server would have sent ahead is a world value."""

from __future__ import annotations

from runtime.api.call import ApiFailure, Call
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts
from runtime.api.ports.clock import CLOCK
from runtime.api.ports.world import WORLD

TYPES = ("pre", "periodic")


def get_background_fetch_data(call: Call, ports: HostPorts) -> None:
    """getBackgroundFetchData: nothing was sent if the world has no data."""
    if call.text("fetchType") not in TYPES:
        raise ApiFailure("invalid fetchType")
    fetched = ports[WORLD].members("backgroundFetch")
    if not fetched["data"]:
        raise ApiFailure("no fetched data")
    call.succeed(
        {
            "fetchedData": fetched["data"],
            "path": fetched["path"],
            "query": fetched["query"],
            "scene": fetched["scene"],
            "timeStamp": ports[CLOCK].now_ms(),
        }
    )


HANDLERS: tuple[Handler, ...] = (in_host("getBackgroundFetchData", get_background_fetch_data, state="simulated"),)
