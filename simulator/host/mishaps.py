"""What happens when something dies: the logic process, the phone's screen, the project folder."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from simulator.host.logic_link import LogicLink
from simulator.host.watch import ProjectWatcher

if TYPE_CHECKING:
    from simulator.host.program import Program

CRASH_LOOP_MS = 4000
"""A program that dies this soon after its start is not started again by itself."""


class Mishaps:
    """Tells the console what happened and brings the program back on the same page where that is possible."""

    def __init__(self, program: Program, link: LogicLink, watcher: ProjectWatcher | None) -> None:
        self._program = program
        self._is_view_lost = False
        link.lost.connect(self._logic_lost)
        link.hung.connect(self._logic_hung)
        link.recovered.connect(lambda: program.enter_state("running"))
        program.phone.crashed.connect(self._view_crashed)
        if watcher:
            watcher.root_gone.connect(self._root_gone)

    def view_came_back(self) -> bool:
        """Whether the phone's screen has just been loaded again after a crash; asked once per loading."""
        was_lost, self._is_view_lost = self._is_view_lost, False
        return was_lost

    def _logic_lost(self, reason: str) -> None:
        program = self._program
        lived_ms = (time.perf_counter() - program.launched_at) * 1000
        program.tap.notice(
            f"The program's process ended: {reason}", "error", origin="program", code="crashed", detail={"why": reason}
        )
        program.enter_state("crashed", reason)
        if lived_ms > CRASH_LOOP_MS:
            program.restart(keep_stack=True)
        else:
            program.show_error("The program has crashed", reason)

    def _logic_hung(self, what: str) -> None:
        program = self._program
        place = f" in {what}" if what else ""
        program.tap.notice(
            f"The program does not answer: an endless loop{place}?", "error", origin="program",
            code="hung", detail={"what": what},
        )  # fmt: skip
        program.enter_state("hung", what)
        if program.options.restarts_after_hang:
            program.restart(keep_stack=True)
            program.tap.notice("The program was restarted on the same page.", "warn")

    def _view_crashed(self, reason: str) -> None:
        self._is_view_lost = True
        self._program.tap.notice(f"The phone's screen had to be loaded again: {reason}", "error")

    def _root_gone(self) -> None:
        text = f"The project folder is gone: {self._program.root}"
        self._program.tap.notice(text, "error", origin="program")
        self._program.enter_state("stopped", text)
