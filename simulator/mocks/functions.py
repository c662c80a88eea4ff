"""The functions of mock rules in an engine of their own, a turn at a time. Pipes are left to `__main__`."""

from __future__ import annotations

import json
import time
from functools import cache
from importlib.resources import files
from typing import Any

import msgspec

from runtime.protocol.mocks import End, Run, Settle
from simulator.worker.engine import EngineError, bare_context

MEMORY_LIMIT_MB = 128
TURN_LIMIT_S = 2.0
"""What a function may compute before it answers or waits."""
LOST_WITH = "the function of another rule did not end, and this one was lost with it"


class Functions:
    """One engine. A turn that does not end loses it, and with it all that waits in it."""

    def __init__(self, turn_limit_s: float = TURN_LIMIT_S) -> None:
        self._turn_limit_s = turn_limit_s
        self._open: set[int] = set()
        self._begin()

    def take(self, line: bytes, message: Run | Settle) -> list[bytes]:
        """Works off a line, which holds the message; the lines to be sent."""
        if isinstance(message, Run):
            self._open.add(message.run)
        try:
            self._take(line.decode("utf-8"))
            until = time.monotonic() + self._turn_limit_s
            while self._context.execute_pending_job():
                if time.monotonic() > until:
                    raise EngineError("InternalError: interrupted")
            said = str(self._said())
        except EngineError as error:
            return self._give_up(message.run, str(error).splitlines()[0] if str(error) else "out of memory")
        lines = said.encode("utf-8", "replace").split(b"\n") if said else []
        self._open -= {message["run"] for message in map(json.loads, lines) if message["kind"] == "end"}
        return lines

    def _begin(self) -> None:
        self._context: Any = bare_context(MEMORY_LIMIT_MB, self._turn_limit_s)
        made = self._context.eval(_source())
        pick = self._context.eval("(function (all, number) { return all[number]; })")
        self._take, self._said = pick(made, 0), pick(made, 1)

    def _give_up(self, guilty: int, error: str) -> list[bytes]:
        """No job of the engine is safe to go on with, so the others that wait in it are lost too."""
        is_endless = "interrupted" in error
        why = f"the function did not end within {self._turn_limit_s:g} s" if is_endless else error
        lost, self._open = sorted(self._open), set()
        self._begin()
        return [msgspec.json.encode(End(run, "error", why if run == guilty else LOST_WITH)) for run in lost]


@cache
def _source() -> str:
    return (files("runtime") / "js" / "mock" / "functions.js").read_text("utf-8")
