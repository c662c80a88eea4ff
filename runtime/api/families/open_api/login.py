"""wx.login: a code that no server knows."""

from __future__ import annotations

from runtime.api.call import Call
from runtime.api.handler import Handler, in_host
from runtime.api.ports import HostPorts


def login(call: Call, ports: HostPorts) -> None:
    """login: a code that no server knows."""
    call.succeed({"code": ports.account.login_code()})


HANDLERS: tuple[Handler, ...] = (in_host("login", login, state="simulated"),)
