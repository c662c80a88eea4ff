"""The wx.* calls of one program as the host sees them: those that end here, what may step into any of them, the events
of the phone, and what elements of its pages ask for.

What carries calls out needs to know the project, so it is there from the first start on; interceptors may come before.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from runtime.api.interceptor import Interceptors
from runtime.api.interceptors.mocks import Mocks
from runtime.api.ports.clipboard import CLIPBOARD
from runtime.api.ports.cloud import CLOUD, CloudPort
from runtime.api.ports.declarations import DECLARATIONS
from runtime.project.model import Project
from runtime.protocol import logic, shell
from simulator.api.call_host import CallHost
from simulator.api.host_ports import make_host_ports
from simulator.api.reports import ApiReports
from simulator.api.surroundings import Surroundings
from simulator.bridge.recorder import Recorder
from simulator.mocks.project_mocks import ProjectMocks
from simulator.running.desk_calls import DeskCalls
from simulator.running.host_keys import key_event
from simulator.running.open_type_actions import OpenTypeActions
from simulator.running.played_world import PlayedWorld
from simulator.running.preloading import Preloading
from simulator.running.sharing import Sharing
from simulator.running.shown_place import ShownPlace
from simulator.traffic.exchange import Exchange


class ApiSide:
    """`send` takes answers and events to the logic process; `played` is what the desk plays,
    `rules` are the project's mock rules."""

    def __init__(
        self,
        around: Surroundings,
        sharing: Sharing,
        recorder: Recorder,
        send: Callable[[logic.HostToLogic], None],
        played: PlayedWorld,
        rules: ProjectMocks,
    ) -> None:
        self._platform = rules.platform
        self._around = around
        self._sharing = sharing
        self._recorder = recorder
        self._send = send
        self._played = played
        self._place = ShownPlace(around.world, around.send)
        preloads = Preloading(around.world, around.notices).ask
        self._desk = DeskCalls(played, send, self._consent, self._listens, preloads)
        reports = ApiReports(recorder)
        self.interceptors = Interceptors()
        self.mocks = Mocks(reports, lambda: self.interceptors.changed())
        self.interceptors.add("mock", self.mocks)
        self.rules = rules
        self._calls: CallHost | None = None
        self._actions: OpenTypeActions | None = None

    def start_afresh(self, project: Project) -> None:
        """Another run begins: nothing that the former one has started goes on."""
        if self._calls is None:
            ports = make_host_ports(self._around, project)
            self._calls = CallHost(
                self._platform, ports, self.interceptors, self._recorder, self._send, self._around.network
            )
            self._actions = OpenTypeActions(
                self._calls, self._around.routes, self._send, self._forward, self._around.notices,
                lambda: self._around.session.scene,
            )  # fmt: skip
        self._calls.ports[DECLARATIONS].take(project.app)
        self._around.world.program_ended()
        self._played.look()
        self._place.tell()
        if (name := self._around.network.conditions.name) != "online":
            self._around.notices.say("network-as-set", detail={"conditions": name})
        self.rules.start_afresh(self.mocks, self._calls.ask)
        self._calls.drop_all()

    @property
    def intercepted(self) -> list[str]:
        """The calls of the logic process that the host wants to see, for `Launch.settings`."""
        return self._calls.intercepted if self._calls else []

    @property
    def cloud(self) -> CloudPort | None:
        """The program's cloud; none before the first start."""
        return self._calls.ports[CLOUD] if self._calls else None

    def fire(self, source: str, payload: Mapping[str, Any]) -> None:
        """Something happens to the phone, as of `CallHost.fire`; without a program nobody hears it."""
        if self._calls:
            self._calls.fire(source, payload)

    def call(self, message: logic.ApiCall) -> None:
        """A call of the program."""
        self._played.look()
        self.rules.look()
        if not self._desk.take(message) and self._calls:
            self._calls.call(message)

    def replay(self, exchange: Exchange) -> str:
        """Sends something once more, as of `simulator.api.replay`; `gone` before the first start."""
        return self._calls.replay(exchange) if self._calls else "gone"

    def close(self) -> None:
        """The program ends."""
        self.rules.close()
        self._played.close()

    def act(self, page_id: int, event: Mapping[str, Any]) -> None:
        """A navigator, or a button with an open-type, was tapped."""
        if self._actions:
            self._actions.carry_out(page_id, event)

    def copy(self, text: str) -> None:
        """Onto the clipboard that the program reads."""
        if self._calls:
            self._calls.ports[CLIPBOARD].write(text)

    def key(self, touched: shell.KeyTouched) -> None:
        """A key of the computer: something that happens in the world, if the program listens to keys."""
        if self._calls and self._calls.hears_keys:
            self._around.world.fire(*key_event(touched), "phone")

    def open_settings(self) -> None:
        """The user looks at what the program is allowed."""
        if self._calls:
            self._calls.ask("openSetting", {}, lambda _result: None)

    def _consent(self, event: str) -> None:
        if self._calls:
            self._calls.privacy.answered(event)

    def _listens(self, event: str) -> None:
        if self._calls:
            self._calls.listens(event)

    def _forward(self, event: Mapping[str, Any]) -> None:
        self._sharing.forward("button", event)
