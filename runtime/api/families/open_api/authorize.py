"""wx.authorize: a scope that the scenario does not refuse is granted."""

from __future__ import annotations

from runtime.api.call import ApiFailure, Call
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts
from runtime.api.ports.account import ACCOUNT
from runtime.api.simulation import SCOPES, require_scope


def authorize(call: Call, ports: HostPorts) -> None:
    """authorize: a scope that the scenario does not refuse is granted."""
    scope = call.text("scope")
    if scope not in SCOPES:
        raise ApiFailure(f'invalid scope "{scope}"')
    require_scope(ports[ACCOUNT], scope)
    call.succeed()


HANDLERS: tuple[Handler, ...] = (in_host("authorize", authorize, state="simulated"),)
