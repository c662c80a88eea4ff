"""What a client of a debug protocol switches for the whole program, and what it was before: the
window's most often, and it is so again when the client leaves.
"""

from __future__ import annotations

from simulator.debug.debugger import Debugger, ExceptionPauses


class Borrowed:
    """By one client. What somebody else has changed since is left as it is."""

    def __init__(self, debugger: Debugger) -> None:
        self._debugger = debugger
        self._former: ExceptionPauses | None = None
        self._own = ExceptionPauses()
        self._were_active: bool | None = None
        self._are_active = True

    def set_exception_pauses(self, wanted: ExceptionPauses) -> None:
        """Until `give_back`."""
        if self._former is None:
            self._former = self._debugger.exception_pauses
        self._own = wanted
        self._debugger.set_exception_pauses(caught=wanted.caught, uncaught=wanted.uncaught)

    def activate_breakpoints(self, *, are_active: bool) -> None:
        """Until `give_back`."""
        if self._were_active is None:
            self._were_active = self._debugger.are_breakpoints_active
        self._are_active = are_active
        self._debugger.activate_breakpoints(are_active=are_active)

    def give_back(self) -> None:
        """The client has left."""
        former, were_active = self._former, self._were_active
        self._former = self._were_active = None
        if former not in (None, self._own) and self._debugger.exception_pauses == self._own:
            assert former is not None
            self._debugger.set_exception_pauses(caught=former.caught, uncaught=former.uncaught)
        if were_active not in (None, self._are_active) and self._debugger.are_breakpoints_active == self._are_active:
            self._debugger.activate_breakpoints(are_active=bool(were_active))
