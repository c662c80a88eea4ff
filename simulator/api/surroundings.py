"""What the ports of one program reach, and how the real one behind a key is made of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import QObject

from runtime.api.port import Port
from runtime.project.model import Project
from runtime.protocol import view
from runtime.world.world import World
from simulator.api.dialog_answers import DialogAnswers
from simulator.bridge.notices import Notices
from simulator.bridge.requests import Requests
from simulator.data.folders import DataFolders
from simulator.device import Device
from simulator.session.routes import RouteFailure
from simulator.session.session import Session
from simulator.traffic.network_side import NetworkSide

P = TypeVar("P")


class Routes(Protocol):
    """Who carries routes out, and lets the program be left."""

    def route(self, api: str, url: str, *, delta: int = 1, call_id: int = 0) -> RouteFailure | None:
        """Carries out a route; a refusal is returned."""

    def rewrite(self, page_id: int, url: str, *, keeps_query: bool) -> RouteFailure | None:
        """Leads the route that has opened a page to another one; a refusal is returned."""

    def leave(self) -> None:
        """The program goes to the background."""

    @property
    def is_left(self) -> bool:
        """Whether it is there."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the ports of one program reach: its session and routes, the phone (`send`, `replies`), its folders, the
    console, its network as the host keeps it, the world that is played to it, the phone as it is held (`device`).
    `owner` is the parent of what Qt lets live; `restart` is as of `SessionNavigation`."""

    owner: QObject
    session: Session
    routes: Routes
    restart: Callable[[], None]
    send: Callable[[view.HostToView], None]
    replies: Requests[view.Reply]
    folders: DataFolders
    notices: Notices
    dialogs: DialogAnswers
    world: World
    network: NetworkSide
    device: Callable[[], Device]


@dataclass(frozen=True, eq=False)
class Real(Generic[P]):
    """The real port behind a key; each file of `simulator/api/ports` that is one exports it as `REAL`."""

    port: Port[P]
    make: Callable[[Surroundings, Project], P]
