"""How a piece of work becomes a call."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from runtime.api.call import Call
from runtime.api.handler import Handler, in_logic
from runtime.api.logic_ports import LogicPorts

Work = Callable[[Call, LogicPorts], dict[str, Any]]


def method(name: str, work: Work) -> Handler:
    """A call whose result is what the work returns."""
    return in_logic(name, lambda call, ports: call.succeed(work(call, ports)))


def both(name: str, work: Work, value: str = "") -> tuple[Handler, Handler]:
    """A method and its sync form; the latter returns the member `value` of the result."""

    def now(call: Call, ports: LogicPorts) -> None:
        call.succeed({"value": work(call, ports).get(value)})

    return method(f"FileSystemManager.{name}", work), in_logic(f"FileSystemManager.{name}Sync", now)
