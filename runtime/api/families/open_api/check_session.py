"""wx.checkSession: the session is valid as long as the world says so."""

from __future__ import annotations

from runtime.api.call import ApiFailure, Call
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts
from runtime.api.ports.world import WORLD


def check_session(call: Call, ports: HostPorts) -> None:
    """checkSession."""
    if not ports[WORLD]["session.isValid"]:
        raise ApiFailure("session expired")
    call.succeed()


HANDLERS: tuple[Handler, ...] = (in_host("checkSession", check_session, state="simulated"),)
