"""Full garbage collections happen when they are asked for, and look at what is new."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from ide.shell.quiet_garbage import QuietGarbage, collect_new


class Knot:
    """Refers to itself, so that only a collection frees it."""

    def __init__(self) -> None:
        self.me = self


@pytest.fixture
def care(qapp: QGuiApplication) -> Iterator[QuietGarbage]:
    threshold = gc.get_threshold()
    care = QuietGarbage(qapp)
    yield care
    care.deleteLater()
    gc.set_threshold(*threshold)
    gc.unfreeze()


def full_collections() -> int:
    return int(gc.get_stats()[2]["collections"])


def test_many_new_objects_bring_no_full_collection_about(care: QuietGarbage) -> None:
    before = full_collections()
    kept = [[number] for number in range(400_000)]
    assert full_collections() == before
    assert len(kept) == 400_000


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
