"""Starts the window: everything that must happen before and after the application object is made."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QApplication

from ide.shell.quick_start import start_quickly

if TYPE_CHECKING:
    from runtime.world.scenario.model import Scenario


def run_ide(
    project: Path | None = None,
    argv: Sequence[str] = (),
    *,
    inspect: int | None = None,
    world: Mapping[str, Any] | None = None,
    scenario: Scenario | None = None,
    mocks: Path | None = None,
    takes_mocks: bool = True,
    record: Path | None = None,
    record_test: Path | None = None,
) -> int:
    """Opens the window, with `project` or the one of the last time, until the user closes it.

    `inspect`: the port at which debuggers may come in, 0 any; the address is printed. `world` and `scenario` are
    played to the first program; `mocks` and `takes_mocks` say which mock rules it has, and `record` where its session
    is recorded, as of `ProgramOptions`; `record_test`: where what its user does is written as a test.
    """
    start_quickly()
    # Loaded here: a good part of the modules comes with them.
    from ide.shell.chromium import prepare_chromium
    from simulator.phone.qt_messages import quieten_qt
    from simulator.phone.warm_up import start_chromium
    from simulator.running.interruption import Interruption

    prepare_chromium()
    quieten_qt()
    application = QApplication([sys.argv[0], *argv])
    application.setApplicationName("Handset")
    chromium = start_chromium(application)
    # Most of Handset's modules are loaded here: Chromium's processes start meanwhile.
    from ide.shell.first_window import open_first_window
    from ide.shell.quiet_garbage import QuietGarbage
    from simulator.running.options import ProgramOptions

    garbage = QuietGarbage(application)
    # The window lives as long as something holds it.
    played = ProgramOptions(
        shows_failures=False, world=world or {}, scenario=scenario, mocks=mocks, takes_mocks=takes_mocks,
        record=record,
    )  # fmt: skip
    window = open_first_window(application, project, inspect, played, record_test)
    window.project_closed.connect(garbage.look_at_all_soon)
    chromium.deleteLater()
    interruption = Interruption(application)
    interruption.asked.connect(window.leave)
    code = application.exec()
    interruption.close()
    del window
    return interruption.exit_code or code
