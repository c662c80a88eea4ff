"""What carries out one API, as a value. The files of `families` export tuples of these; `handler_table` lists them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

from runtime.api.call import Call
from runtime.api.logic_ports import LogicPorts
from runtime.api.port import HostPorts

Place = Literal["logic", "host", "js"]
State = Literal["works", "simulated", "unsupported"]


@dataclass(frozen=True, slots=True)
class Handler:
    """What carries out one API. `run` is None for what `runtime/js/logic/api` does without Python.

    `place` says which process runs it; `run` gets the ports of that process. `notice` is the message of
    resources/messages/api.json that the first call shows, if it is not the usual one of its state. A name `Object.*`
    stands for every method of the object that the catalogue knows. `is_quiet`: called so often that the timeline is
    spared; only for what JavaScript answers.
    """

    name: str
    place: Place
    state: State = "works"
    run: Callable[[Call, Any], None] | None = None
    notice: str = ""
    is_quiet: bool = False


def in_logic(name: str, run: Callable[[Call, LogicPorts], None], state: State = "works") -> Handler:
    """A handler that runs in the logic process, at once and without waiting."""
    return Handler(name, "logic", state, run)


def in_host(name: str, run: Callable[[Call, HostPorts], None], state: State = "works") -> Handler:
    """A handler that runs in the host and may answer later."""
    return Handler(name, "host", state, run)


def in_js(*names: str, state: State = "works", is_quiet: bool = False) -> tuple[Handler, ...]:
    """APIs that the logic layer's JavaScript does by itself."""
    return tuple(Handler(name, "js", state, is_quiet=is_quiet) for name in names)
