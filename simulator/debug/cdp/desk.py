"""What the domains of one client work with."""

from __future__ import annotations

import re
from collections.abc import Callable

from simulator.bridge.record import Record
from simulator.debug.cdp.commands import EventSink, Reply
from simulator.debug.cdp.exceptions import exception_details
from simulator.debug.cdp.history import History
from simulator.debug.cdp.places import Places
from simulator.debug.cdp.remote_objects import ObjectIds
from simulator.debug.debuggee import Debuggee

_HARMLESS = re.compile(r"[A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*|\[\d+\])*\Z")
"""What may be evaluated before the user has said so: names, and members of what they name."""


class Desk:
    """`event` sends an event to the client; `context_name` names the program among others."""

    def __init__(self, debuggee: Debuggee, history: History, event: EventSink, context_name: str) -> None:
        self.debuggee = debuggee
        self.history = history
        self.event = event
        self.context_name = context_name
        self.places = Places(debuggee.root, debuggee.debugger)
        self.ids = ObjectIds(self.places.url)
        self._number = 0
        # First of all who hear: whatever is said of a run names its values.
        self.leave: Callable[[], None] = history.subscribe(self._record)

    def next_number(self) -> int:
        """A number that no other exception has."""
        self._number += 1
        return self._number

    def is_harmless(self, expression: str) -> bool:
        """Whether source text is a name, or a member of what one names: that is run even if it must change nothing."""
        return _HARMLESS.match(expression.strip()) is not None

    def refuse_side_effects(self, reply: Reply) -> None:
        """The answer to a client that wants source text run only if it changes nothing, which nobody can tell here."""
        text = "EvalError: Possible side-effect in debug-evaluate"
        details = exception_details(self.next_number(), text, (), self.places)
        reply.done(result=details["exception"], exceptionDetails=details)

    def _record(self, record: Record) -> None:
        if record.code == "launch":
            self.ids.begin_run()
