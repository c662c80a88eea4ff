"""The host's calls over ports that do nothing but remember, without any window or network."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from runtime.api import ports
from runtime.api.call import Call, Request
from runtime.api.file_areas import FileAreas
from runtime.api.interceptor import GoOn, Interceptors
from runtime.api.interceptors.mocks import Mocks
from runtime.api.interceptors.permission import Permission
from runtime.api.interceptors.privacy import Privacy
from runtime.api.interceptors.trace import Trace, TracedCall
from runtime.api.interceptors.world import WorldOutcomes
from runtime.api.pipeline import Pipeline
from runtime.api.port import HostPorts, Port, ports_in
from runtime.api.ports.account import FakeAccount
from runtime.api.ports.clipboard import FakeClipboard
from runtime.api.ports.clock import FakeClock
from runtime.api.ports.media import FakeMedia
from runtime.api.ports.navigation import FakeNavigation
from runtime.api.ports.network import FakeNetwork
from runtime.api.ports.phone import FakePhone
from runtime.api.ports.ui import FakeUi
from runtime.api.registry import Entry
from runtime.platform.wechat import WECHAT
from runtime.world.world import World

Fake = TypeVar("Fake")


class FakeReport:
    """Keeps what is told."""

    def __init__(self) -> None:
        self.notices: list[tuple[str, str]] = []
        self.errors: list[str] = []

    def notice(self, code: str, arguments: Mapping[str, str]) -> None:
        self.notices.append((code, arguments["api"]))

    def internal_error(self, name: str, trace: str) -> None:
        self.errors.append(name)


@dataclass
class Ended:
    """What has become of a call. `result` is None while it waits."""

    ok: bool | None = None
    result: dict[str, Any] | None = None
    events: list[tuple[str, Any, str]] = field(default_factory=list)

    def end(self, call: Call, *, ok: bool, result: Mapping[str, Any]) -> None:
        self.ok, self.result = ok, dict(result)

    def event(self, name: str, detail: Any, target: str) -> None:
        self.events.append((name, detail, target))


class Passing:
    """An interceptor of everything that steps into nothing."""

    names = None
    patience_ms = 0

    def intercept(self, call: Call, entry: Entry, go_on: GoOn) -> None:
        go_on()


class FakeHost:
    """The host's pipeline over fake ports."""

    def __init__(self, folder: Path) -> None:
        package = folder / "package"
        package.mkdir()
        self.areas = FileAreas.under(folder / "files", package)
        self._fakes = {port: port.fake() for port in ports_in(ports)}
        self.ports = HostPorts(self.areas, self._fakes)
        self.network, self.clipboard, self.ui = self.fake(FakeNetwork), self.fake(FakeClipboard), self.fake(FakeUi)
        self.navigation, self.media = self.fake(FakeNavigation), self.fake(FakeMedia)
        self.phone, self.account, self.clock = self.fake(FakePhone), self.fake(FakeAccount), self.fake(FakeClock)
        self.world = self.fake(World)
        self.report = FakeReport()
        self.interceptors = Interceptors()
        self.mocks = Mocks(self.report, lambda: None)
        self.interceptors.add("mock", self.mocks)
        self.interceptors.add("world", WorldOutcomes(WECHAT.registry, self.world, self.report))
        self.privacy = Privacy(self.ports)
        self.interceptors.add("permission", self.privacy)
        self.interceptors.add("permission", Permission(WECHAT.registry, self.ports))
        self.handed_back: list[Request] = []
        self.traced: list[TracedCall] = []
        self._pipeline = Pipeline(
            WECHAT.registry, "host", self.ports, self.report, self.interceptors,
            hand_back=lambda call: self.handed_back.append(call.request), after=self.clock.after,
            trace=Trace(self.traced.append, self.traced.append),
        )  # fmt: skip
        self._last_id = 0

    def fake(self, kind: type[Fake]) -> Fake:
        """The fake of a port, by its class."""
        return next(one for one in self._fakes.values() if isinstance(one, kind))

    def stand_in(self, port: Port[Any], instead: Any) -> None:
        """Something else behind a port than its fake, before the first call."""
        self._fakes[port] = instead

    def carry_out(self, call: Call) -> None:
        """A call that somebody else waits for."""
        self._pipeline.carry_out(call)

    def play(self, values: Mapping[str, Any]) -> None:
        """World values, as the user would set them."""
        self.world.set_all(values, "panel")

    def call(self, name: str, /, page_id: int = 1, **args: Any) -> Ended:
        """Carries out a call from within a tap."""
        self._last_id += 1
        ended = Ended()
        request = Request(name, args, self._last_id, page_id, from_tap=True)
        self._pipeline.carry_out(Call(request, ended))
        return ended

    def call_untouched(self, name: str, /, **args: Any) -> Ended:
        """Carries out a call that no tap has led to."""
        self._last_id += 1
        ended = Ended()
        self._pipeline.carry_out(Call(Request(name, args, self._last_id, 1), ended))
        return ended

    def call_sync(self, name: str, /, **args: Any) -> Ended:
        """A call that the program waits for."""
        self._last_id += 1
        ended = Ended()
        self._pipeline.carry_out(Call(Request(name, args, self._last_id, 1, sync=True, from_tap=True), ended))
        return ended
