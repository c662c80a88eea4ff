"""wx.login: a code that no server knows."""

from __future__ import annotations

from runtime.api.call import Call
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts
from runtime.api.ports.account import ACCOUNT


def login(call: Call, ports: HostPorts) -> None:
    """login: a code that no server knows."""
    call.succeed({"code": ports[ACCOUNT].login_code()})


HANDLERS: tuple[Handler, ...] = (in_host("login", login, state="simulated"),)
