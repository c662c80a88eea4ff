"""wx.authorize: asks for a scope ahead of its use."""

from __future__ import annotations

from runtime.api.call import ApiFailure, Call
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts
from runtime.api.simulation import require_scope
from runtime.world.groups.permission import SCOPES


def authorize(call: Call, ports: HostPorts) -> None:
    """authorize: asks for a scope ahead of its use."""
    scope = call.text("scope")
    if scope not in SCOPES:
        raise ApiFailure(f'invalid scope "{scope}"')
    require_scope(call, ports, scope, call.succeed)


HANDLERS: tuple[Handler, ...] = (in_host("authorize", authorize, state="simulated"),)
