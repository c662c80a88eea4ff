"""Records as the tap makes them, for the console's tests."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import msgspec

from ide.models.console.opened import Fetch
from ide.models.console.wording import load_console_texts
from ide.panels.console.presenter import ConsoleCallbacks, ConsolePresenter
from runtime.protocol.logic import Evaluated, StackFrame
from simulator.bridge.preview import Preview, plain_text, preview_of_json
from simulator.bridge.record import Level, TapRecord

FRAME = StackFrame("onLoad", "pages/index/index.js", 3, 9)


def log(sequence: int, *values: object, level: Level = "log", stack: tuple[StackFrame, ...] = (FRAME,)) -> TapRecord:
    """A console message of plain values; a dictionary with `t` is taken as a preview."""
    previews = [v if isinstance(v, dict) and "t" in v else preview_of_json(v) for v in values]
    payload = msgspec.json.encode(previews)
    return TapRecord(sequence, 1e12 + sequence, "log", plain_text(previews), level=level, payload=payload, stack=stack)


def api(sequence: int, name: str = "request", **fields: Any) -> TapRecord:
    """A wx.* call."""
    return TapRecord(sequence, 1e12, "api", name, payload=b'{"url":"u"}', **fields)


def bridge(sequence: int, title: str = "dom U\u00d71", **fields: Any) -> TapRecord:
    """A message between the processes."""
    return TapRecord(sequence, 1e12, "bridge", title, **fields)


def launch(sequence: int) -> TapRecord:
    """The line that a launch draws."""
    return TapRecord(sequence, 1e12, "notice", "launch", code="launch")


class Host:
    """Stands for the running program: notes what the console asks, answers when told to."""

    def __init__(self) -> None:
        self.opened: list[tuple[str, int, int]] = []
        self.inspected: list[tuple[int, int, Callable[[Preview | None], None]]] = []
        self.evaluated: list[tuple[str, Callable[[Evaluated], None]]] = []

    def callbacks(self) -> ConsoleCallbacks:
        fetch: Fetch = lambda object_id, start, done: self.inspected.append((object_id, start, done))  # noqa: E731
        return ConsoleCallbacks(
            fetch,
            lambda code, done: self.evaluated.append((code, done)),
            lambda file, line, column: self.opened.append((file, line, column)),
        )


def presenter_with(host: Host, records: Sequence[TapRecord] = ()) -> ConsolePresenter:
    """A presenter that shows the records."""
    presenter = ConsolePresenter(host.callbacks(), load_console_texts("en"))
    presenter.receive(records)
    presenter.flush()
    return presenter
