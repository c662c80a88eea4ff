"""Records as the recorder makes them, for the console's tests."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

from ide.panels.console.presenter import ConsolePresenter
from runtime.protocol.stacks import StackFrame
from simulator.bridge.preview import plain_text, preview_of_json
from simulator.bridge.record import Level, Record
from tests.support.debug_target import FakeDesk

FRAME = StackFrame("onLoad", "pages/index/index.js", 3, 9)


def log(sequence: int, *values: object, level: Level = "log", stack: tuple[StackFrame, ...] = (FRAME,)) -> Record:
    """A console message of plain values; a dictionary with `t` is taken as a preview."""
    previews = [v if isinstance(v, dict) and "t" in v else preview_of_json(v) for v in values]
    payload = msgspec.json.encode(previews)
    return Record(sequence, 1e12 + sequence, "log", plain_text(previews), level=level, payload=payload, stack=stack)


def api(sequence: int, name: str = "request", **fields: Any) -> Record:
    """A wx.* call."""
    return Record(sequence, 1e12, "api", name, payload=b'{"url":"u"}', **fields)


def bridge(sequence: int, title: str = "dom U\u00d71", **fields: Any) -> Record:
    """A message between the processes."""
    return Record(sequence, 1e12, "bridge", title, **fields)


def launch(sequence: int) -> Record:
    """The line that a launch draws."""
    return Record(sequence, 1e12, "notice", "launch", code="launch")


def presenter_with(desk: FakeDesk, records: Sequence[Record] = ()) -> ConsolePresenter:
    """A presenter that shows the records."""
    presenter = ConsolePresenter(desk.panel_desk)
    presenter.receive(records)
    presenter.flush()
    return presenter
