"""The declarations of wx come later, or never if the window has gone by then."""

from __future__ import annotations

import threading

import shiboken6
from PySide6.QtCore import QObject, Qt
from pytestqt.qtbot import QtBot

from ide.panels.editor.declarations import DeclarationsLoader


def test_what_was_loaded_is_told_in_the_owners_thread(qtbot: QtBot) -> None:
    owner = QObject()
    loader = DeclarationsLoader(lambda: "declare const wx: unknown", owner)
    threads: list[threading.Thread] = []
    loader.loaded.connect(lambda: threads.append(threading.current_thread()), Qt.ConnectionType.AutoConnection)
    with qtbot.waitSignal(loader.loaded, timeout=10_000):
        loader.start()
    assert loader.declarations is not None
    assert threads == [threading.main_thread()]


def test_a_window_that_is_closed_meanwhile_hears_nothing_and_nothing_breaks(qtbot: QtBot) -> None:
    owner, may_go_on = QObject(), threading.Event()
    loader = DeclarationsLoader(lambda: str(may_go_on.wait(10)), owner)
    heard: list[bool] = []
    loader.loaded.connect(lambda: heard.append(True))
    loader.start()
    (thread,) = [one for one in threading.enumerate() if one.name == "declarations"]
    shiboken6.delete(owner)
    may_go_on.set()
    thread.join(10)
    qtbot.wait(10)
    assert (thread.is_alive(), heard) == (False, [])
