"""Ties the console panel to a running program: its messages, its evaluator, its objects."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import msgspec
from PySide6.QtWidgets import QWidget

from ide.models.appearance import Appearance
from ide.models.console.wording import load_console_texts
from ide.models.running_program import RunningProgram
from ide.panels.console.panel import ConsolePanel
from ide.panels.console.presenter import ConsoleCallbacks, ConsolePresenter
from ide.shell.debugger_area import DebuggerTab
from ide.shell.hosted_program import HostedProgram
from ide.shell.workbench import OpenSource
from runtime.protocol.logic import Inspected
from simulator.bridge.preview import Preview


def make_debugger_tabs(
    running: RunningProgram, appearance: Appearance, open_source: OpenSource, parent: QWidget
) -> Sequence[DebuggerTab]:
    """The console of a hosted program; other programs have none."""
    if not isinstance(running, HostedProgram):
        return ()
    program = running.program

    def inspect(object_id: int, start: int, done: Callable[[Preview | None], None]) -> None:
        program.inspect(object_id, lambda answer: done(_preview(answer)), start=start)

    callbacks = ConsoleCallbacks(inspect, program.evaluate, open_source)
    presenter = ConsolePresenter(callbacks, load_console_texts(appearance.texts.language))
    panel = ConsolePanel(presenter, appearance, parent)
    leave = program.tap.subscribe(panel.receive)
    panel.destroyed.connect(lambda: leave())
    return (DebuggerTab("console", panel),)


def _preview(answer: Inspected) -> Preview | None:
    value: Preview | None = msgspec.json.decode(answer.value, type=dict | None)
    return value
