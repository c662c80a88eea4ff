"""What the calls that only read the device snapshot share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from runtime.api.handler import Handler, in_logic
from runtime.api.logic_ports import LogicPorts

Read = Callable[[LogicPorts], Any]


def members(type_name: str) -> Read:
    """Reads those members of the device snapshot that a type of the catalogue has."""

    def read(ports: LogicPorts) -> dict[str, Any]:
        snapshot = ports.device.snapshot()
        return {key: snapshot[key] for key in ports.known.types[type_name].fields if key in snapshot}

    return read


def now(name: str, read: Read) -> Handler:
    """A sync form: it returns what is read."""
    return in_logic(name, lambda call, ports: call.succeed({"value": read(ports)}))


def later(name: str, read: Read) -> Handler:
    """A form with callbacks: what is read is its result."""
    return in_logic(name, lambda call, ports: call.succeed(read(ports)))
