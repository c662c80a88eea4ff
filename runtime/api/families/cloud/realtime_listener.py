"""What Query.watch returns."""

from __future__ import annotations

from runtime.api.call import Call
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts
from runtime.api.ports.cloud import CLOUD


def close_watch(call: Call, ports: HostPorts) -> None:
    """RealtimeListener.close."""
    ports[CLOUD].unwatch(int(call.number("watch")))
    call.succeed()


HANDLERS: tuple[Handler, ...] = (in_host("RealtimeListener.close", close_watch),)
