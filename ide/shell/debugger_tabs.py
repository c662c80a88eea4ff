"""Ties the debugger panels to a running program: its messages, its evaluator, its objects, its screen."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import msgspec
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtWidgets import QWidget

from ide.models.appearance import Appearance
from ide.models.console.wording import load_console_texts
from ide.models.data_tree import DataOwner
from ide.models.running_program import RunningProgram
from ide.models.wxml_tree import Ref
from ide.panels.app_data.panel import AppDataPanel
from ide.panels.app_data.presenter import AppDataCallbacks, Component
from ide.panels.console.panel import ConsolePanel
from ide.panels.console.presenter import ConsoleCallbacks, ConsolePresenter
from ide.panels.storage.panel import StoragePanel
from ide.panels.wxml.panel import WxmlPanel
from ide.panels.wxml.presenter import Box, WxmlCallbacks
from ide.shell.debugger_area import DebuggerTab
from ide.shell.hosted_program import HostedProgram
from ide.shell.workbench import OpenSource
from runtime.protocol.logic import Evaluated, Inspected
from runtime.protocol.previews import components_of, preview_of, tree_of
from simulator.bridge.preview import Preview
from simulator.bridge.tap import Subscriber
from simulator.running.page_questions import PageQuestions
from simulator.running.program import Program

Say = Callable[[str], None]


def make_debugger_tabs(
    running: RunningProgram, appearance: Appearance, open_source: OpenSource, say: Say, parent: QWidget
) -> Sequence[DebuggerTab]:
    """The panels of a hosted program; other programs have none. `say` shows a short message."""
    if not isinstance(running, HostedProgram):
        return ()
    program = running.program
    console = _console(program, appearance, open_source, parent)
    wxml = _wxml(program, appearance, open_source, parent)
    app_data = AppDataPanel(_app_data_callbacks(program), appearance, parent)
    storage = StoragePanel(program.folders.storage_file, appearance, parent)
    app_data.reported.connect(say)
    storage.reported.connect(say)
    for panel, receive in (
        (console, console.receive), (wxml, wxml.receive), (app_data, app_data.receive), (storage, storage.receive),
    ):  # fmt: skip
        _subscribe(program, panel, receive)
    return (
        DebuggerTab("console", console, console.presenter.errors.changed),
        DebuggerTab("wxml", wxml),
        DebuggerTab("appdata", app_data),
        DebuggerTab("storage", storage),
    )


def _subscribe(program: Program, panel: QWidget, receive: Subscriber) -> None:
    leave = program.tap.subscribe(receive)
    panel.destroyed.connect(lambda: leave())


def _console(program: Program, appearance: Appearance, open_source: OpenSource, parent: QWidget) -> ConsolePanel:
    callbacks = ConsoleCallbacks(_members_of(program), program.evaluate, open_source)
    presenter = ConsolePresenter(callbacks, load_console_texts(appearance.texts.language))
    return ConsolePanel(presenter, appearance, parent)


def _members_of(program: Program) -> Callable[[int, int, Callable[[Preview | None], None]], None]:
    def members(object_id: int, start: int, done: Callable[[Preview | None], None]) -> None:
        program.inspect(object_id, lambda answer: done(_preview(answer)), start=start)

    return members


def _app_data_callbacks(program: Program) -> AppDataCallbacks:
    def pages() -> Sequence[tuple[int, str]]:
        stack = program.session.pages.stack if program.session else ()
        return [(page.page_id, page.path) for page in stack]

    def components(page_id: int, done: Callable[[Sequence[Component]], None]) -> None:
        def answered(answer: Inspected) -> None:
            done([(DataOwner(page_id, ref), name) for ref, name in components_of(answer.value)])

        program.inspect_page("components", answered, page_id)

    def data(owner: DataOwner, done: Callable[[Preview | None], None]) -> None:
        program.inspect_page("data", lambda answer: done(_preview(answer)), owner.page_id, owner.ref)

    def assign(owner: DataOwner, key: str, json_text: str, done: Callable[[str], None]) -> None:
        def answered(answer: Evaluated) -> None:
            done(answer.error)

        key_text = msgspec.json.encode(key).decode()
        code = f"void page.setData({{ [{key_text}]: {json_text} }})"
        program.evaluate(code, answered, page_id=owner.page_id, ref=owner.ref)

    return AppDataCallbacks(pages, components, data, _members_of(program), assign)


def _wxml(program: Program, appearance: Appearance, open_source: OpenSource, parent: QWidget) -> WxmlPanel:
    questions = PageQuestions(program)

    def tree(done: Callable[[Sequence[Any] | None], None]) -> None:
        program.inspect_page("tree", lambda answer: done(tree_of(answer.value)))

    def measure(ref: Ref, styles: Sequence[str], done: Callable[[Mapping[str, Any] | None], None]) -> None:
        if program.page:
            questions.measure(program.page.page_id, ref, styles, done)

    def data(ref: Ref, done: Callable[[Preview | None], None]) -> None:
        program.inspect_page("data", lambda answer: done(_preview(answer)), ref=ref)

    def mark(box: Box | None, label: str) -> None:
        program.phone.mark(QRectF(box.left, box.top, box.width, box.height) if box else None, label)

    def element_at(x: float, y: float, done: Callable[[Ref | None], None]) -> None:
        def framed(frame: Mapping[str, Any] | None) -> None:
            if frame is None:
                done(None)
                return
            inside = (x - frame["left"], y - frame["top"])
            questions.element_at(*inside, int(frame["pageId"]), lambda found: done(_ref(found)))

        questions.frame(framed)

    callbacks = WxmlCallbacks(tree, measure, data, questions.frame, mark, element_at, open_source)
    panel = WxmlPanel(callbacks, appearance, parent)
    picker = program.phone.picker

    def told(receive: Callable[[float, float], None]) -> Callable[[QPointF], None]:
        def at(point: QPointF) -> None:
            place = program.phone.to_phone(point)
            receive(place.x(), place.y())

        return at

    picker.moved.connect(told(panel.presenter.point))
    picker.picked.connect(told(panel.presenter.pick))
    picker.left.connect(lambda: panel.pick.setChecked(False))
    panel.pick_asked.connect(lambda on: picker.start() if on else picker.stop())
    return panel


def _ref(found: Mapping[str, Any] | None) -> Ref | None:
    return (int(found["id"]), int(found["node"])) if found else None


def _preview(answer: Inspected) -> Preview | None:
    return preview_of(answer.value)
