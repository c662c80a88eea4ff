"""wx.setBackgroundFetchToken: kept as a world value for this run; no server is asked with it."""

from __future__ import annotations

from runtime.api.call import ApiFailure, Call
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts
from runtime.api.ports.world import WORLD

MAX_LENGTH = 1024
"""Source: reference."""


def set_background_fetch_token(call: Call, ports: HostPorts) -> None:
    """setBackgroundFetchToken."""
    token = call.text("token")
    if len(token) > MAX_LENGTH:
        raise ApiFailure(f"the token is longer than {MAX_LENGTH} characters")
    ports[WORLD].set("backgroundFetch.token", token, "program")
    call.succeed()


HANDLERS: tuple[Handler, ...] = (in_host("setBackgroundFetchToken", set_background_fetch_token, state="simulated"),)
