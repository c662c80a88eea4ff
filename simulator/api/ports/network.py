"""HTTP over libcurl on Qt's event loop: the real `NetworkPort`, without its WebSockets (`websocket`). At most ten
exchanges run, others wait.

Assumed: the eleventh exchange waits. Timeouts count from the moment when an exchange starts to run. What a server
sends is taken in pieces, and no more is kept than the exchange allows and `MAX_HELD_BYTES` for all of them together.
libcurl is loaded for the first exchange: most starts need none (`resources/docs/decisions/http-client.md`).
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from runtime.api.call import ApiFailure
from runtime.api.ports.http_values import HttpListener, HttpRequest, HttpResponse, SocketListener
from runtime.api.ports.network import NETWORK, NetworkPort
from runtime.project.model import Project
from simulator.api.http.task import Task
from simulator.api.launch_settings import appid_of
from simulator.api.ports.websocket import WebSockets
from simulator.api.surroundings import Real, Surroundings
from simulator.traffic.network_side import NetworkSide

if TYPE_CHECKING:
    from simulator.api.http.exchange import HttpExchange
    from simulator.api.http.transfers import Transfers

MAX_PARALLEL = 10
MAX_HELD_BYTES = 256 * 1024 * 1024


class Network(QObject):
    """All exchanges of one running program. `appid` is in the Referer that the platform always sends; `limits` gives
    the time limits in ms that the program sets for all calls of an API, `network` how fast it
    is, and is told what passes."""

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        appid: str = "touristappid",
        limits: Callable[[], Mapping[str, Any]] = dict,
        network: NetworkSide | None = None,
    ) -> None:
        super().__init__(parent)
        self._limits = limits
        network = network or NetworkSide()
        self._traffic, self._conditions = network.log, network.conditions
        referer = f"https://servicewechat.com/{appid}/devtools/page-frame.html"
        self._referer = referer
        self._waiting: deque[Task] = deque()
        self._running: dict[int, HttpExchange] = {}
        self._transfers: Transfers | None = None
        self._sockets = WebSockets(referer, self._traffic, self)

    def limit_ms(self, api: str) -> int:
        """The program's own time limit for an API, 0 without one."""
        limit = self._limits().get(api)
        return int(limit) if isinstance(limit, int | float) else 0

    def send(self, task_id: int, request: HttpRequest, listener: HttpListener) -> None:
        """Starts an exchange, or puts it at the end of the queue."""
        self._waiting.append(Task(task_id, request, listener, self._conditions.now.bytes_per_s))
        self._start_next()

    def abort(self, task_id: int) -> None:
        """Ends an exchange with `abort`."""
        waiting = next((one for one in self._waiting if one.task_id == task_id), None)
        if waiting is not None:
            self._waiting.remove(waiting)
            waiting.listener.done(ApiFailure("abort"))
        elif task_id in self._running:
            self._running[task_id].end_with(ApiFailure("abort"))

    def open_socket(
        self,
        task_id: int,
        url: str,
        headers: Mapping[str, str],
        protocols: Sequence[str],
        listener: SocketListener,
        timeout_ms: int,
    ) -> None:
        """Opens a WebSocket."""
        self._sockets.open(task_id, url, headers, protocols, listener, timeout_ms)

    def send_socket(self, task_id: int, data: str | bytes) -> None:
        """Sends on a WebSocket."""
        self._sockets.send(task_id, data)

    def close_socket(self, task_id: int, code: int, reason: str) -> None:
        """Closes a WebSocket."""
        self._sockets.close(task_id, code, reason)

    def drop_all(self) -> None:
        """The program has ended: every exchange and socket ends without a word."""
        self._waiting.clear()
        for running in list(self._running.values()):
            running.drop()
        self._running.clear()
        if self._transfers is not None:
            self._transfers.close()
            self._transfers = None
        self._sockets.drop_all()

    @property
    def held_bytes(self) -> int:
        """How much of answers is kept now."""
        return sum(running.held_bytes for running in self._running.values())

    def _room(self) -> int:
        return MAX_HELD_BYTES - self.held_bytes

    def _start_next(self) -> None:
        while self._waiting and len(self._running) < MAX_PARALLEL:
            self._start(self._waiting.popleft())

    def _start(self, task: Task) -> None:
        from simulator.api.http.exchange import HttpExchange
        from simulator.api.http.transfers import Transfers

        if self._transfers is None:
            self._transfers = Transfers(self)

        def ended(outcome: HttpResponse | ApiFailure) -> None:
            self._running.pop(task.task_id, None)
            self._start_next()
            task.listener.done(outcome)

        running = HttpExchange(self._transfers, task, ended, self._room, self._traffic)
        self._running[task.task_id] = running
        running.start(self._referer)


def _make(around: Surroundings, project: Project) -> NetworkPort:
    def limits() -> Mapping[str, Any]:
        found: Mapping[str, Any] = around.session.facts.app.get("networkTimeout", {})
        return found

    return Network(around.owner, appid=appid_of(project), limits=limits, network=around.network)


REAL: Real[NetworkPort] = Real(NETWORK, _make)
