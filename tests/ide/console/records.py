"""Records as the tap makes them, for the console's tests."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

from ide.panels.console.presenter import ConsolePresenter
from runtime.protocol.stacks import StackFrame
from simulator.bridge.preview import plain_text, preview_of_json
from simulator.bridge.record import Level, TapRecord
from tests.support.debug_target import FakeDesk

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


def presenter_with(desk: FakeDesk, records: Sequence[TapRecord] = ()) -> ConsolePresenter:
    """A presenter that shows the records."""
    presenter = ConsolePresenter(desk.panel_desk)
    presenter.receive(records)
    presenter.flush()
    return presenter
