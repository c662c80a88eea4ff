"""Puts together the ports of the host for one program."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, QTimer

from runtime.api.file_areas import FileAreas
from runtime.api.port import HostPorts
from runtime.api.ports.account import ACCOUNT
from runtime.api.ports.clipboard import CLIPBOARD
from runtime.api.ports.clock import CLOCK
from runtime.api.ports.media import MEDIA
from runtime.api.ports.navigation import NAVIGATION
from runtime.api.ports.network import NETWORK
from runtime.api.ports.phone import PHONE
from runtime.api.ports.ui import UI
from runtime.project.model import Project
from runtime.protocol import view
from simulator.api.dialog_answers import DialogAnswers
from simulator.api.launch_settings import appid_of
from simulator.api.ports.account import ScenarioAccount
from simulator.api.ports.clipboard import QtClipboard
from simulator.api.ports.media import QtMedia
from simulator.api.ports.navigation import Routes, SessionNavigation
from simulator.api.ports.network import QtNetwork
from simulator.api.ports.phone import SimulatedPhone
from simulator.api.ports.ui import ShellUi
from simulator.bridge.notices import Notices
from simulator.bridge.requests import Requests
from simulator.data.folders import DataFolders
from simulator.session.session import Session


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


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the ports of one program reach: its session and routes, the phone (`send`, `replies`), its folders, the
    console. `owner` is the parent of what Qt lets live; `restart` is as of `SessionNavigation`."""

    owner: QObject
    session: Session
    routes: Routes
    restart: Callable[[], None]
    send: Callable[[view.HostToView], None]
    replies: Requests[view.Reply]
    folders: DataFolders
    notices: Notices
    dialogs: DialogAnswers


def make_host_ports(around: Surroundings, project: Project) -> HostPorts:
    """Every port with its real implementation."""
    notices, folders = around.notices, around.folders

    def warn(path: str, why: str) -> None:
        notices.say("scenario-unreadable", "warn", detail={"path": path, "why": why})

    def limits() -> Mapping[str, Any]:
        found: Mapping[str, Any] = around.session.facts.app.get("networkTimeout", {})
        return found

    areas = FileAreas.under(folders.files, project.files.root, project.files.project_root)
    return HostPorts(
        areas,
        {
            NETWORK: QtNetwork(around.owner, appid=appid_of(project), limits=limits),
            CLIPBOARD: QtClipboard(notices.say),
            UI: ShellUi(around.send, around.replies, around.dialogs),
            NAVIGATION: SessionNavigation(around.session, around.routes, around.restart),
            MEDIA: QtMedia(around.owner, dialogs=around.dialogs, album=folders.album),
            PHONE: SimulatedPhone(notices.say),
            ACCOUNT: ScenarioAccount(folders.scenario_file, warn, around.dialogs),
            CLOCK: WallClock(around.owner),
        },
    )
