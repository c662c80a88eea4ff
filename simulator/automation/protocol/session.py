"""One client's conversation: requests in, replies and events out. Knows no sockets.

A reply is never there sooner than a client can wait for it: minium loses one that comes while it is about to wait, and
stands still for its whole time-out then.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

import msgspec
from PySide6.QtCore import QObject, QTimer

from simulator.automation.driver import Driver, Failure
from simulator.automation.driver.happenings import Called, Happening, Logged, Routed, Started, Thrown
from simulator.automation.driver.outcome import after
from simulator.automation.protocol import app_methods, element_methods, page_methods
from simulator.automation.protocol.desk import Desk
from simulator.automation.protocol.known_elements import KnownElements, NoElement
from simulator.automation.protocol.params import BadParams, Params
from simulator.automation.protocol.request import Method, Request
from simulator.automation.protocol.route_order import HEARD_BEFORE, LEAD_MS, ROUTE_BINDING, RouteOrder
from simulator.automation.protocol.tool_methods import ToolMethods

REPLY_DELAY_MS = 4
MOST_OPEN = 2000
"""Requests of one client that may be under way at once."""
PROGRAM_METHODS: Mapping[str, Method] = {**app_methods.METHODS, **page_methods.METHODS, **element_methods.METHODS}


@dataclass(frozen=True, slots=True)
class ProjectEnd:
    """A client closes the project: `replied`, it has its reply; `gone`, it has gone after that."""

    replied: Callable[[], None]
    gone: Callable[[], None]


class AutomationSession(QObject):
    """`send` takes texts for the client."""

    def __init__(
        self,
        driver: Driver,
        desk: Desk,
        send: Callable[[str], None],
        project_end: ProjectEnd,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._driver = driver
        self._send = send
        self._elements = KnownElements(driver.is_open)
        self._tool = ToolMethods(desk).methods
        self._methods: dict[str, Method] = {
            **PROGRAM_METHODS,
            "App.callWxMethod": self._call_wx_method,
            "App.addBinding": self._add_binding,
            "App.enableLog": self._enable_log,
        }
        self._bindings: set[str] = set()
        self._routes = RouteOrder(self)
        self._tells_logs = False
        self._open = 0
        self._is_closed = False
        self._project_end = project_end
        self._closing_id: str | int | None = None
        driver.listen(self._happened)

    def receive(self, text: str) -> None:
        """One frame."""
        received_at = time.perf_counter()
        given = _decoded(text)
        if given is None:
            self._say({"id": None, "error": {"message": "a request is an object with id, method and params"}})
            return
        request_id, name, params = given

        def answer(outcome: Mapping[str, Any] | Failure) -> None:
            self._open -= 1
            self._reply(request_id, outcome, received_at)

        self._open += 1
        request = Request(Params(params), self._driver, self._elements, answer)
        if self._open > MOST_OPEN:
            request.fail(f"{name}: too many requests at once")
        elif name == "Tool.close":
            self._closing_id = request_id
            request.answer({})
        else:
            self._carry_out(name, request)

    def close(self) -> None:
        """The client has gone: what it has put into the program goes as well."""
        self._is_closed = True
        self._driver.close()
        self.deleteLater()
        if self._closing_id is not None:
            self._project_end.gone()

    def _carry_out(self, name: str, request: Request) -> None:
        tool, method = self._tool.get(name), self._methods.get(name)
        if method is not None or name == "Tool.native":
            go_on = after(request.answer, lambda _none: _guarded(method or self._tool[name], request))
            self._driver.when_ready(go_on)
        elif tool is not None:
            _guarded(tool, request)
        else:
            request.fail(f"{name} unimplemented")

    def _call_wx_method(self, request: Request) -> None:
        """A client that hears of routes has its reply when it has heard of this one."""
        is_route = ROUTE_BINDING in self._bindings and request.params.value("method") in HEARD_BEFORE
        if not is_route:
            app_methods.call_wx_method(request)
            return
        hold, before = self._routes.begin(), self._driver.page

        def answer(outcome: Mapping[str, Any] | Failure) -> None:
            # A route that leads nowhere else has no end.
            if isinstance(outcome, Failure) or self._driver.page is before:
                request.answer(outcome)
            else:
                hold(lambda: request.answer(outcome))

        app_methods.call_wx_method(replace(request, answer=answer))

    def _add_binding(self, request: Request) -> None:
        name = request.params.text("name")
        self._bindings.add(name)
        self._driver.wx.expose(name, request.nothing())

    def _enable_log(self, request: Request) -> None:
        self._tells_logs = True
        request.answer({})

    def _happened(self, happening: Happening) -> None:
        match happening:
            case Logged(level, values) if self._tells_logs:
                self._event("App.logAdded", {"type": level, "args": values})
            case Thrown(message, stack):
                self._event("App.exceptionThrown", {"message": message, "stack": stack})
            case Called(name, arguments) if name in self._bindings:
                self._called(name, arguments)
            case Started():
                self._bindings.clear()
                self._event("App.initialized", {"from": "devtools"})
            case Routed():
                self._elements.tidy()

    def _called(self, name: str, arguments: list[Any]) -> None:
        called = {"name": name, "args": arguments}
        if name == ROUTE_BINDING and _is_way_back(arguments):
            QTimer.singleShot(LEAD_MS, self, lambda: self._event("App.bindingCalled", called))
            return
        self._event("App.bindingCalled", called)
        if name == ROUTE_BINDING:
            self._routes.ended()

    def _event(self, method: str, params: Mapping[str, Any]) -> None:
        self._say({"method": method, "params": params})

    def _reply(self, request_id: str | int, outcome: Mapping[str, Any] | Failure, received_at: float) -> None:
        is_failure = isinstance(outcome, Failure)
        told = {"error": {"message": outcome.reason}} if is_failure else {"result": outcome}  # type: ignore[union-attr]
        reply = {"id": request_id, **told}
        left_ms = REPLY_DELAY_MS - (time.perf_counter() - received_at) * 1000
        if left_ms <= 0:
            self._say_reply(reply)
        else:
            # A timer as short as this is precise.
            QTimer.singleShot(round(left_ms), self, lambda: self._say_reply(reply))

    def _say_reply(self, reply: Mapping[str, Any]) -> None:
        self._say(reply)
        if reply["id"] == self._closing_id and not self._is_closed:
            self._project_end.replied()

    def _say(self, message: Mapping[str, Any]) -> None:
        if not self._is_closed:
            self._send(msgspec.json.encode(message).decode("utf-8", "replace"))


def _is_way_back(arguments: list[Any]) -> bool:
    return bool(arguments) and isinstance(arguments[0], dict) and arguments[0].get("openType") == "navigateBack"


def _guarded(method: Method, request: Request) -> None:
    try:
        method(request)
    except (BadParams, NoElement) as error:
        request.fail(str(error))


def _decoded(text: str) -> tuple[str | int, str, Mapping[str, Any]] | None:
    """Id, method and parameters; None if the text is no request."""
    try:
        given = msgspec.json.decode(text)
    except (msgspec.MsgspecError, UnicodeError, RecursionError):
        return None
    if not isinstance(given, dict):
        return None
    request_id, name, params = given.get("id"), given.get("method"), given.get("params")
    if isinstance(request_id, bool) or not isinstance(request_id, str | int) or not isinstance(name, str):
        return None
    return request_id, name, params if isinstance(params, dict) else {}
