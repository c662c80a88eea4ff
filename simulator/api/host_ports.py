"""Puts together the ports of the host for one program."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer

from runtime.api.file_areas import FileAreas
from runtime.api.ports import HostPorts
from runtime.project.model import Project
from simulator.api.ports.account import ScenarioAccount
from simulator.api.ports.clipboard import QtClipboard
from simulator.api.ports.media import QtMedia
from simulator.api.ports.navigation import SessionNavigation
from simulator.api.ports.network import QtNetwork
from simulator.api.ports.phone import SimulatedPhone
from simulator.api.ports.ui import ShellUi
from simulator.running.launch_values import appid_of

if TYPE_CHECKING:
    from simulator.running.program import Program


class WallClock:
    """The `ClockPort`: the computer's clock. `owner` ends with the program."""

    def __init__(self, owner: QObject) -> None:
        self._owner = owner

    def now_ms(self) -> int:
        """Milliseconds since the epoch."""
        return int(time.time() * 1000)

    def after(self, delay_ms: int, task: Callable[[], None]) -> None:
        """Runs a task later, unless the program has ended."""
        QTimer.singleShot(delay_ms, self._owner, task)


def make_host_ports(program: Program, project: Project) -> HostPorts:
    """Every port with its real implementation."""
    notices = program.notices

    def warn(path: str, why: str) -> None:
        notices.say("scenario-unreadable", "warn", detail={"path": path, "why": why})

    def limits() -> Mapping[str, Any]:
        return program.session.facts.app.get("networkTimeout", {}) if program.session else {}

    return HostPorts(
        network=QtNetwork(program, appid=appid_of(project), limits=limits),
        clipboard=QtClipboard(notices.say),
        ui=ShellUi(program.send_to_view, program.view_replies, program.options.dialogs),
        navigation=SessionNavigation(program),
        media=QtMedia(program, dialogs=program.options.dialogs, album=program.folders.album),
        phone=SimulatedPhone(notices.say),
        account=ScenarioAccount(program.folders.scenario_file, warn, program.options.dialogs),
        clock=WallClock(program),
        areas=FileAreas.under(program.folders.files, project.files.root, project.files.project_root),
    )
