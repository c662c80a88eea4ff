"""Garbage collections happen in the window's thread when they are asked for, and look at what is new."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from ide.shell.quiet_garbage import YOUNG, QuietGarbage, collect_new, collect_young


class Knot:
    """Refers to itself, so that only a collection frees it."""

    def __init__(self) -> None:
        self.me = self


@pytest.fixture
def care(qapp: QGuiApplication) -> Iterator[QuietGarbage]:
    was_enabled = gc.isenabled()
    care = QuietGarbage(qapp)
    yield care
    care.deleteLater()
    if was_enabled:
        gc.enable()
    gc.unfreeze()


def collections() -> list[int]:
    return [int(generation["collections"]) for generation in gc.get_stats()]


def test_many_new_objects_bring_no_collection_about_in_any_thread(care: QuietGarbage) -> None:
    before = collections()
    kept: list[list[int]] = []
    thread = threading.Thread(target=lambda: kept.extend([number] for number in range(400_000)))
    thread.start()
    thread.join()
    assert collections() == before
    assert len(kept) == 400_000


def test_the_youngest_are_collected_often_if_there_are_many(care: QuietGarbage) -> None:
    gc.collect(1)
    gone = weakref.ref(Knot())
    collect_young()
    assert gone() is not None
    many = [[number] for number in range(2 * YOUNG)]
    collect_young()
    assert gone() is None
    assert len(many) > YOUNG


def test_what_nobody_needs_is_freed_now_and_then_and_what_stays_is_not_looked_at_again(care: QuietGarbage) -> None:
    gone = weakref.ref(Knot())
    collect_new()
    assert gone() is None
    assert gc.get_freeze_count() > 0


def test_what_has_stayed_is_looked_at_when_nobody_looks_at_the_window(
    qtbot: QtBot, qapp: QGuiApplication, care: QuietGarbage
) -> None:
    knot = Knot()
    gone = weakref.ref(knot)
    collect_new()
    del knot
    collect_new()
    assert gone() is not None
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationInactive)
    assert gone() is None


def test_what_has_stayed_is_looked_at_soon_after_a_project_was_closed(qtbot: QtBot, qapp: QGuiApplication) -> None:
    garbage = QuietGarbage(qapp, after_closing_ms=0)
    knot = Knot()
    gone = weakref.ref(knot)
    collect_new()
    del knot
    garbage.look_at_all_soon()
    qtbot.waitUntil(lambda: gone() is None)
    garbage.deleteLater()
    gc.enable()
    gc.unfreeze()
