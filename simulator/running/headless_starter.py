"""Programs without a window for debug sessions: made for a client, started when it has set its breakpoints."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer

from simulator.debug.dap.session import CannotLaunch
from simulator.debug.debuggee import Debuggee
from simulator.device import UnknownDevice, find_device
from simulator.device.own_devices import known_devices
from simulator.running.as_debuggee import as_debuggee
from simulator.running.headless import HeadlessProgram
from simulator.running.options import ProgramOptions

ENDED = frozenset({"crashed", "stopped"})
"""A program that only hangs can still be paused, or come back."""


class HeadlessStarter:
    """Implements `simulator.debug.dap.session.Starter`. Saved changes are taken up while the program runs."""

    def __init__(self) -> None:
        self._driver: HeadlessProgram | None = None
        self._started: Callable[[str], None] | None = None
        self._ended: Callable[[str], None] = _nobody_hears

    def prepare(self, project: Path, device: str, ended: Callable[[str], None]) -> Debuggee:
        """Raises CannotLaunch for a phone that there is not."""
        try:
            model = find_device(known_devices(), device)
        except UnknownDevice as error:
            raise CannotLaunch(str(error)) from error
        options = ProgramOptions(device_name=model.id, animations=False, dialogs="accept", restarts_after_hang=False)
        driver = HeadlessProgram(project, options, watches=True)
        self._driver, self._ended = driver, ended
        driver.program.state_changed.connect(self._state_changed)
        return as_debuggee(driver.program)

    def start(self, page: str, started: Callable[[str], None]) -> None:
        """From the page, `path?query`."""
        if self._driver is None:
            started("there is no program")
            return
        self._started = started
        path, _, query = page.partition("?")
        self._driver.program.launch(path, query)

    def close(self) -> None:
        """Ends the program, with the next turn of the loop: it may be the one that tells of its end."""
        driver, self._driver = self._driver, None
        self._started = None
        if driver is not None:
            driver.program.state_changed.disconnect(self._state_changed)
            QTimer.singleShot(0, driver.close)

    def _state_changed(self, state: str, detail: str) -> None:
        is_dead = state in ENDED
        if not is_dead and state != "running":
            return
        why = f"{state}: {detail}" if is_dead and detail else state if is_dead else ""
        started, self._started = self._started, None
        if started is not None:
            started(self._error_of_build() or why if is_dead else "")
        elif is_dead:
            self._ended(f"The program has ended ({why})")

    def _error_of_build(self) -> str:
        """What the build found is closer to the cause than what the start ran into."""
        build = self._driver.program.build if self._driver is not None else None
        found = build.diagnostics if build is not None else ()
        error = next((one for one in found if one.severity == "error"), None)
        return f"{error.span.file}:{error.span.line}: {error.text()}" if error is not None else ""


def _nobody_hears(_why: str) -> None:
    """Before there is a program."""
