"""A program in an engine of this process: no pipes, no screen, no waiting. Everything it says is kept in `messages`.

For commands and tests that need a mini program's logic and tree alone. The caller plays the host: it sends messages,
carries out routes, and says when a batch counts as painted. Calls of wx.* are answered by `InProcessProgram.call_api`,
which a subclass may replace.
"""

from __future__ import annotations

import json
import time
from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from runtime.protocol import codec
from simulator.worker.engine import Engine
from simulator.worker.tape import TapedEngine

_REQUEST = 9


class InProcessProgram:
    """One running program. `program` is `Launch.program`; page ids count from 1 in the order of opening.

    `first_page` matters only if it lies in an independent package: then app.js waits.
    """

    def __init__(
        self,
        program: Mapping[str, Any],
        *,
        settings: Mapping[str, Any] | None = None,
        device: Mapping[str, Any] | None = None,
        first_page: str = "",
    ) -> None:
        self.program = program
        self.messages: list[dict[str, Any]] = []
        self.stack: list[int] = []
        self.engine = self.made_engine()
        self._unpainted: list[tuple[int, int]] = []
        self._next_page = 1
        self.send(
            m="launch", program=program, device=dict(device or {}), settings=dict(settings or {}),
            launch_options={"path": first_page, "query": {}, "scene": 1001},
        )  # fmt: skip

    def made_engine(self) -> Engine | TapedEngine:
        """The engine; of a subclass, one with a tape."""
        return Engine(self)

    # ------------------------------------------------------------ EngineHost

    def post(self, text: str) -> None:
        """Takes a message of the base library."""
        message = json.loads(codec.well_formed(text.encode("utf-8", "surrogatepass")))
        self.messages.append(message)
        if message["m"] == "dom":
            self._unpainted.append((message["page_id"], message["batch_id"]))
            self.show(message["page_id"], message["ops"])

    def show(self, page_id: int, ops: list[list[Any]]) -> None:
        """A batch of DOM operations; there is no screen here."""

    def call_api(
        self, name: str, args: str, call_id: int, *, sync: bool, page_id: int, from_tap: bool, stack: str
    ) -> str:
        """There are no APIs here."""
        return json.dumps({"ok": False, "result": {"errMsg": f"{name}:fail not here"}})

    def ask_view(self, call: str, request_id: int) -> str:
        """There is no view to ask."""
        return json.dumps({"error": "there is no screen", "result": None})

    def source_place(self, script: str, line: int, column: int) -> str:
        """Scripts are their own sources here."""
        return ""

    def running(self, what: str, where: str) -> None:
        """Which handler runs; nobody watches here."""

    def instrumented(self, path: str, *, asks_for_pauses: bool) -> str:
        """Scripts run as they are."""
        return ""

    def debug_command(self, *, is_paused: bool) -> str:
        """Nobody debugs here: a pause ends at once."""
        return '{"m":"debug-go","kind":"resume"}' if is_paused else ""

    def readings(self, noted: str) -> str:
        """Nobody records here."""
        return ""

    # ------------------------------------------------------------ the host's part

    def send(self, **message: Any) -> None:
        """Sends a message and runs what it sets going; timers that are not due yet stay."""
        self.engine.receive(json.dumps(message, default=msgspec.to_builtins, separators=(",", ":")))
        self.settle()

    def settle(self) -> None:
        """Runs tasks until none is left."""
        while self.engine.run_task() == 0:
            pass

    def run_timers(self, wait_ms: float) -> None:
        """Lets this much time go by, or less if no timer is due by then; paints what comes of it."""
        end = time.monotonic() + wait_ms / 1000
        while True:
            self.paint()
            delay_ms = self.engine.run_task()
            left_ms = (end - time.monotonic()) * 1000
            if delay_ms < 0 or delay_ms > left_ms:
                break
            time.sleep(delay_ms / 1000)
        self.paint()

    def start(self, page: str, query: Mapping[str, str] | None = None, *, runs_app: bool = True) -> int:
        """The first page, painted and ready. Without `runs_app` the App's life cycle is left out. Returns its id."""
        steps = [{"step": "app-launch"}, {"step": "app-show"}] if runs_app else []
        return self._open(page, query, steps, [], "appLaunch")

    def go_to(self, page: str, query: Mapping[str, str] | None = None) -> int:
        """navigateTo. Returns the new page's id."""
        steps = [{"step": "hide", "page_id": self.stack[-1]}]
        return self._open(page, query, steps, self.stack, "navigateTo")

    def _open(
        self, page: str, query: Mapping[str, str] | None, steps: list[dict[str, Any]], below: list[int], kind: str
    ) -> int:
        page_id = self._next_page
        self._next_page += 1
        self.stack = [*below, page_id]
        load = {"step": "load", "page_id": page_id, "path": page, "query": dict(query or {})}
        self.route(kind, [*steps, load, {"step": "show", "page_id": page_id}], self.stack)
        self.paint()
        self.send(m="page-ready", page_id=page_id)
        return page_id

    def back(self) -> None:
        """navigateBack."""
        gone = self.stack.pop()
        steps = [{"step": "unload", "page_id": gone}, {"step": "show", "page_id": self.stack[-1]}]
        self.route("navigateBack", steps, self.stack)

    def route(self, kind: str, steps: list[dict[str, Any]], stack: list[int]) -> None:
        """Any route."""
        self.stack = list(stack)
        self.send(m="route", open_type=kind, steps=steps, stack=stack)

    def paint(self) -> None:
        """The screen has caught up with all batches."""
        while self._unpainted:
            page_id, batch_id = self._unpainted.pop(0)
            self.send(m="painted", page_id=page_id, batch_id=batch_id)

    @property
    def page_id(self) -> int:
        """The visible page."""
        return self.stack[-1]

    def event_at(self, ref: Sequence[int], type_: str, detail: Any = None, *, bubbles: bool = True) -> None:
        """An event of the view at the element `[instance, node]`."""
        event = {"type": type_, "id": ref[0], "node": ref[1], "exact": True, "ts": 1.0, "bubbles": bubbles}
        self.send(m="view-events", page_id=self.page_id, events=[{**event, "detail": detail or {}}])

    def describe(self, form: str, ref: Sequence[int] = ()) -> list[Any]:
        """The rendered tree of the visible page or of one component in it (message Describe)."""
        self.send(m="describe", request_id=_REQUEST, page_id=self.page_id, form=form, ref=list(ref))
        tree: list[Any] = self.of("inspected")[-1]["value"] or []
        return tree

    # ------------------------------------------------------------ what it said

    def of(self, kind: str) -> list[dict[str, Any]]:
        """All messages of one kind."""
        return [message for message in self.messages if message["m"] == kind]
