"""What the parts of one client's session work with once there is a program."""

from __future__ import annotations

from dataclasses import dataclass, field

from simulator.debug.dap.client_facts import ClientFacts
from simulator.debug.dap.references import References
from simulator.debug.dap.requests import EventSink
from simulator.debug.debuggee import Debuggee
from simulator.debug.debugger import Debugger
from simulator.debug.project_paths import ProjectPaths


@dataclass(frozen=True, slots=True)
class Desk:
    """`event` sends an event to the client."""

    debuggee: Debuggee
    facts: ClientFacts
    paths: ProjectPaths
    event: EventSink
    references: References = field(default_factory=References)

    @property
    def debugger(self) -> Debugger:
        """The program's."""
        return self.debuggee.debugger
