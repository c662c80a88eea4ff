"""Marks stand behind the keys that were pressed, and only before messages that must not overtake those."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ide.models.editor_messages import AfterKeys, AskText, RunCommand, SetMarkers, ShowModel
from ide.panels.editor.key_marks import ALL_HELD, KeyMarks

ASK = AskText("a.js", 1)


class Target(QWidget):
    """Stands for what gets the page's keys."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[tuple[int, Qt.KeyboardModifier]] = []

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.heard.append((event.key(), event.modifiers()))


def watched(qtbot: QtBot) -> tuple[KeyMarks, Target]:
    target = Target()
    qtbot.addWidget(target)
    marks = KeyMarks(target)
    marks.watch(target)
    return marks, target


def test_a_mark_comes_after_the_keys_and_once(qtbot: QtBot) -> None:
    marks, target = watched(qtbot)
    assert marks.before(ASK) is None
    QTest.keyClick(target, Qt.Key.Key_A)
    assert marks.before(ASK) == AfterKeys("F13")
    assert [key for key, _ in target.heard] == [Qt.Key.Key_A, Qt.Key.Key_F13]
    assert target.heard[1][1] == ALL_HELD
    assert marks.before(ASK) is None


def test_each_has_another_name(qtbot: QtBot) -> None:
    marks, target = watched(qtbot)
    names = []
    for message in (ASK, ShowModel("b.js"), RunCommand("undo")):
        QTest.keyClick(target, Qt.Key.Key_A)
        names.append(marks.before(message))
    assert names == [AfterKeys("F13"), AfterKeys("F14"), AfterKeys("F15")]


def test_what_looks_at_no_text_waits_for_no_key(qtbot: QtBot) -> None:
    marks, target = watched(qtbot)
    QTest.keyClick(target, Qt.Key.Key_A)
    assert marks.before(SetMarkers("a.js", [])) is None
    assert marks.before(ASK) == AfterKeys("F13")


def test_text_of_an_input_method_counts_as_keys(qtbot: QtBot) -> None:
    marks, target = watched(qtbot)
    commit = QInputMethodEvent()
    commit.setCommitString("中")
    QApplication.sendEvent(target, commit)
    assert marks.before(ASK) == AfterKeys("F13")


def test_other_events_and_keys_of_an_earlier_page_do_not(qtbot: QtBot) -> None:
    marks, target = watched(qtbot)
    QApplication.sendEvent(target, QEvent(QEvent.Type.FontChange))
    assert marks.before(ASK) is None
    QTest.keyClick(target, Qt.Key.Key_A)
    marks.watch(target)
    assert marks.before(ASK) is None


def test_a_page_that_has_not_started_gets_no_mark(qtbot: QtBot) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    assert KeyMarks(owner).before(ASK) is None
