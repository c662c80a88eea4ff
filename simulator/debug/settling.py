"""When breakpoints that were just set count: they are bound, and the scripts they stand in run so that they can pause.

Clients of debug protocols take the answer to a request for that, while the program takes its time for both.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from simulator.debug.debugger import Breakpoint, Debugger, Script


@dataclass(frozen=True, slots=True)
class _Waiting:
    ids: frozenset[int]
    done: Callable[[], None]


class Settling:
    """Of one client, who passes on what its listener hears. Without a running program everything is settled at once."""

    def __init__(self, debugger: Debugger) -> None:
        self._debugger = debugger
        self._waiting: list[_Waiting] = []

    def when_settled(self, breakpoints: Sequence[Breakpoint], done: Callable[[], None]) -> None:
        """Calls `done` once: they stand where they will, or nowhere."""
        if not breakpoints:
            done()
            return
        waiting = _Waiting(frozenset(one.id for one in breakpoints), done)
        first = breakpoints[0]

        def bound(_places: object) -> None:
            self._waiting.append(waiting)
            self._look()

        # The program answers in order, so when it has answered this it has told where they are bound.
        self._debugger.possible_locations(first.file, first.line, first.line, bound)

    def changed(self) -> None:
        """A breakpoint was bound or has lost its place, a script was evaluated, the program has gone on or ended."""
        self._look()

    def _look(self) -> None:
        settled = [one for one in self._waiting if not self._is_awaited(one.ids)]
        self._waiting = [one for one in self._waiting if one not in settled]
        for one in settled:
            one.done()

    def _is_awaited(self, ids: frozenset[int]) -> bool:
        """Whether one of them stands in a script that cannot be paused yet."""
        plain = {script.file for script in _latest(self._debugger.scripts) if not script.is_debugged}
        return any(one.id in ids and one.verified and one.file in plain for one in self._debugger.breakpoints)


def _latest(scripts: Sequence[Script]) -> Sequence[Script]:
    """The script that was evaluated last, of each file."""
    return list({script.file: script for script in scripts}.values())
