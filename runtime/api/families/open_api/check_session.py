"""wx.checkSession: the session is valid unless the scenario says otherwise (`is_session_valid`)."""

from __future__ import annotations

from runtime.api.call import Call
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts


def check_session(call: Call, _ports: HostPorts) -> None:
    """checkSession."""
    call.succeed()


HANDLERS: tuple[Handler, ...] = (in_host("checkSession", check_session, state="simulated"),)
