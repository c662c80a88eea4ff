"""wx.getBackgroundFetchToken: what was set, in this run or among the world values."""

from __future__ import annotations

from runtime.api.call import ApiFailure, Call
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts
from runtime.api.ports.world import WORLD


def get_background_fetch_token(call: Call, ports: HostPorts) -> None:
    """getBackgroundFetchToken."""
    token = ports[WORLD]["backgroundFetch.token"]
    if not token:
        raise ApiFailure("no token")
    call.succeed({"token": token})


HANDLERS: tuple[Handler, ...] = (in_host("getBackgroundFetchToken", get_background_fetch_token, state="simulated"),)
