"""Ports of the host that do nothing but remember: for handlers of wx.*, without any window or network."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

import msgspec

from runtime.api.call import ApiFailure, Call, Request
from runtime.api.file_areas import FileAreas
from runtime.api.http_values import HttpListener, HttpRequest, SocketListener
from runtime.api.interceptor import Interceptors
from runtime.api.interceptors.mocks import Mocks
from runtime.api.interceptors.permission import Permission
from runtime.api.pipeline import Pipeline
from runtime.api.ports import HostPorts, ImageFacts, OpenType, PickedFile, PickReply, PickRequest, Reply
from runtime.api.scenario import Scenario
from runtime.platform.wechat import WECHAT

NOW_MS = 1_700_000_000_000


class FakeNetwork:
    """Keeps what is sent; a test answers through the listener."""

    def __init__(self) -> None:
        self.limits: dict[str, int] = {}
        self.sent: dict[int, tuple[HttpRequest, HttpListener]] = {}
        self.aborted: list[int] = []
        self.sockets: dict[int, tuple[str, SocketListener]] = {}
        self.socket_limits_ms: dict[int, int] = {}
        self.socket_traffic: list[tuple[Any, ...]] = []

    def limit_ms(self, api: str) -> int:
        return self.limits.get(api, 0)

    def send(self, task_id: int, request: HttpRequest, listener: HttpListener) -> None:
        self.sent[task_id] = (request, listener)

    def abort(self, task_id: int) -> None:
        self.aborted.append(task_id)

    def open_socket(
        self,
        task_id: int,
        url: str,
        headers: Mapping[str, str],
        protocols: Sequence[str],
        listener: SocketListener,
        timeout_ms: int,
    ) -> None:
        self.sockets[task_id] = (url, listener)
        self.socket_limits_ms[task_id] = timeout_ms

    def send_socket(self, task_id: int, data: str | bytes) -> None:
        if task_id not in self.sockets:
            raise ApiFailure("WebSocket is not connected")
        self.socket_traffic.append(("send", task_id, data))

    def close_socket(self, task_id: int, code: int, reason: str) -> None:
        self.socket_traffic.append(("close", task_id, code, reason))


class FakeClipboard:
    """A text."""

    def __init__(self) -> None:
        self.text = ""

    def read(self) -> str:
        return self.text

    def write(self, text: str) -> None:
        self.text = text


class FakeUi:
    """Keeps what is shown and asked; `answer` is the person at the phone."""

    def __init__(self) -> None:
        self.shown: list[tuple[str, dict[str, Any]]] = []
        self.asked: list[tuple[str, dict[str, Any], Reply]] = []

    def show(self, page_id: int, method: str, params: Mapping[str, Any]) -> None:
        self.shown.append((method, dict(params)))

    def ask(self, page_id: int, method: str, params: Mapping[str, Any], reply: Reply) -> None:
        self.asked.append((method, dict(params), reply))

    def answer(self, result: Mapping[str, Any] | ApiFailure) -> None:
        self.asked.pop(0)[2](result)


class FakeNavigation:
    """Accepts every route but those to `/missing`."""

    def __init__(self) -> None:
        self.routes: list[tuple[str, str, int, int]] = []
        self.tab_pages: set[int] = {1}
        self.tabs = 2
        self.ended: list[str] = []

    def route(self, open_type: OpenType, url: str, delta: int, call_id: int) -> None:
        if url == "/missing":
            raise ApiFailure('page "missing" is not found')
        self.routes.append((open_type, url, delta, call_id))

    def is_tab_page(self, page_id: int) -> bool:
        return page_id in self.tab_pages

    def tab_count(self) -> int:
        return self.tabs

    def leave(self) -> None:
        self.ended.append("leave")

    def restart(self) -> None:
        self.ended.append("restart")


class FakeMedia:
    """Whoever picks gets `files`; a picture is any bytes that start with IMG."""

    def __init__(self) -> None:
        self.files: list[PickedFile] = []
        self.asked: list[PickRequest] = []
        self.album: list[tuple[bytes, str]] = []

    def pick(self, request: PickRequest, reply: PickReply) -> None:
        self.asked.append(request)
        reply(self.files)

    def image_facts(self, data: bytes) -> ImageFacts | None:
        return ImageFacts(4, 3, "png") if data.startswith(b"IMG") else None

    def compress(self, data: bytes, quality: int, width: int, height: int) -> bytes | None:
        return b"JPG" if data.startswith(b"IMG") else None

    def save_to_album(self, data: bytes, suffix: str) -> None:
        self.album.append((data, suffix))


class FakePhone:
    """Counts."""

    def __init__(self) -> None:
        self.vibrations: list[str] = []
        self.light = 0.5
        self.network = "wifi"

    def network_type(self) -> str:
        return self.network

    def set_network_type(self, kind: str) -> bool:
        is_change, self.network = kind != self.network, kind
        return is_change

    def vibrate(self, kind: Literal["short", "long"]) -> None:
        self.vibrations.append(kind)

    def brightness(self) -> float:
        return self.light

    def set_brightness(self, value: float) -> None:
        self.light = value

    def keep_screen_on(self, *, on: bool) -> None:
        pass


class FakeAccount:
    """A scenario in memory."""

    def __init__(self) -> None:
        self.values = Scenario()
        self.codes = 0

    def scenario(self) -> Scenario:
        return self.values

    def change(self, **members: Any) -> None:
        self.values = msgspec.structs.replace(self.values, **members)

    def grant(self, scope: str, *, granted: bool) -> None:
        self.change(grants={**self.values.grants, scope: granted})

    def login_code(self) -> str:
        self.codes += 1
        return f"code-{self.codes}"


class FakeClock:
    """Always the same moment; a test lets `tasks` run."""

    def __init__(self) -> None:
        self.tasks: list[tuple[int, Callable[[], None]]] = []

    def now_ms(self) -> int:
        return NOW_MS

    def after(self, delay_ms: int, task: Callable[[], None]) -> None:
        self.tasks.append((delay_ms, task))

    def run(self) -> None:
        """All the time has gone by."""
        for _, task in self.tasks:
            task()


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


class FakeHost:
    """The host's pipeline over fake ports."""

    def __init__(self, folder: Path) -> None:
        package = folder / "package"
        package.mkdir()
        self.areas = FileAreas.under(folder / "files", package)
        self.network, self.clipboard, self.ui = FakeNetwork(), FakeClipboard(), FakeUi()
        self.navigation, self.media, self.phone = FakeNavigation(), FakeMedia(), FakePhone()
        self.account, self.report, self.clock = FakeAccount(), FakeReport(), FakeClock()
        self.ports = HostPorts(
            self.network, self.clipboard, self.ui, self.navigation, self.media, self.phone, self.account, self.clock,
            self.areas,
        )  # fmt: skip
        self.interceptors = Interceptors()
        self.mocks = Mocks(self.report, lambda: None)
        self.interceptors.add("mock", self.mocks)
        self.interceptors.add("permission", Permission(WECHAT.registry, self.account))
        self.handed_back: list[Request] = []
        self._pipeline = Pipeline(
            WECHAT.registry, "host", self.ports, self.report, self.interceptors,
            hand_back=lambda call: self.handed_back.append(call.request), after=self.clock.after,
        )  # fmt: skip
        self._last_id = 0

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
