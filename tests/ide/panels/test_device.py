"""The device panel: what its presenter does to the world, and its editors under real clicks and keys."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ide.models.world_rows import FAVOURITES, Section
from ide.panels.device.editors import ChoiceEditor, FlagEditor, JsonEditor, NumberEditor, TextEditor
from ide.panels.device.nearby_editor import NearbyEditor
from ide.panels.device.panel import DevicePanel
from ide.panels.device.presenter import DevicePresenter
from tests.support.debug_target import FakeDesk


class View:
    def __init__(self) -> None:
        self.shown: Sequence[Section] = ()
        self.values_shown = self.stirs = 0

    def show_sections(self, shown: Sequence[Section]) -> None:
        self.shown = shown

    def show_values(self) -> None:
        self.values_shown += 1

    def stirred(self) -> None:
        self.stirs += 1


class Desk:
    def __init__(self) -> None:
        self.fake = FakeDesk()
        self.world = self.fake.target.world
        self.values = self.world.values
        self.view = View()
        self.presenter = DevicePresenter(self.fake.panel_desk)
        self.presenter.attach(self.view)


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_a_value_is_set_by_the_door_of_the_panel(desk: Desk) -> None:
    assert desk.presenter.set("network.type", "2g")
    assert desk.values.state.kept == {"network.type": "2g"}
    assert desk.presenter.lines() == ["network.type = '2g'"]
    desk.presenter.reset("network.type")
    assert (desk.values.state.kept, desk.presenter.is_changed("network.type")) == ({}, False)


def test_what_is_not_allowed_is_told_and_changes_nothing(desk: Desk) -> None:
    assert not desk.presenter.set_text("battery.level", "300")
    assert not desk.presenter.set_text("answers.outcomes", "{")
    assert desk.fake.said == [
        "battery.level should be: a whole number from 1 to 100 %", "answers.outcomes should be: JSON",
    ]  # fmt: skip
    assert desk.values.state.kept == {}


def test_everything_is_reset(desk: Desk) -> None:
    desk.presenter.set("network.type", "2g")
    desk.values.set("battery.level", 7, "scenario")
    desk.presenter.reset_all()
    assert (desk.values["network.type"], desk.values["battery.level"]) == ("wifi", 100)


def test_favourites_are_kept_and_shown(desk: Desk) -> None:
    desk.presenter.like("battery.level", is_liked=True)
    desk.presenter.like("network.type", is_liked=False)
    assert desk.world.favourites == ("memory.warning", "battery.level")
    assert [row.name for row in desk.view.shown[0].rows] == ["memory.warning", "battery.level"]


def test_a_search_opens_what_it_finds(desk: Desk) -> None:
    assert [desk.presenter.is_open(key) for key in (FAVOURITES, "battery")] == [True, False]
    desk.presenter.filter("  level ")
    assert [section.key for section in desk.view.shown] == ["battery"]
    assert desk.presenter.is_open("battery")
    desk.presenter.filter("")
    desk.presenter.toggle("battery")
    assert desk.presenter.is_open("battery")


def test_changes_by_any_door_are_felt_while_somebody_looks(desk: Desk) -> None:
    desk.values.set("network.type", "2g", "scenario")
    assert desk.view.stirs == 0
    desk.presenter.is_seen = True
    desk.values.set("network.type", "3g", "console")
    assert desk.view.stirs == 1
    desk.presenter.close()
    desk.values.set("network.type", "4g", "console")
    assert desk.view.stirs == 1


def test_scenarios_are_played_and_recorded(desk: Desk, tmp_path: Path) -> None:
    desk.world.problem = "day.json:1:1: no"
    desk.presenter.play(tmp_path / "day.json")
    assert (desk.fake.said, desk.presenter.is_playing) == (["day.json:1:1: no"], False)
    desk.world.problem = ""
    desk.presenter.play(tmp_path / "day.json")
    assert desk.presenter.is_playing
    desk.presenter.stop()
    desk.presenter.record()
    assert (desk.presenter.is_playing, desk.presenter.is_recording) == (False, True)
    desk.presenter.save_recording(tmp_path / "made.json")
    assert ((tmp_path / "made.json").read_text(), desk.presenter.is_recording) == ("{}", False)
    desk.presenter.save_recording(tmp_path / "no" / "made.json")
    assert "No such file" in desk.fake.said[-1]


# ------------------------------------------------------------ the widget


class Window(Desk):
    def __init__(self, qtbot: QtBot) -> None:
        super().__init__()
        self.panel = DevicePanel(self.presenter, self.fake.panel_desk.appearance)
        qtbot.addWidget(self.panel)
        self.panel.resize(420, 600)
        self.panel.show()
        qtbot.waitExposed(self.panel)

    def open(self, key: str) -> None:
        QTest.mouseClick(self.panel.section(key).heading, Qt.MouseButton.LeftButton)


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    return Window(qtbot)


def test_a_choice_is_made_and_put_back(window: Window) -> None:
    section = window.panel.section(FAVOURITES)
    box = section.editors["network.type"]
    assert isinstance(box, ChoiceEditor)
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Down)
    assert window.values["network.type"] == "2g"
    window.panel.refresh()
    QTest.mouseClick(section.resets["network.type"], Qt.MouseButton.LeftButton)
    window.panel.refresh()
    assert (window.values["network.type"], box.currentText()) == ("wifi", "wifi")
    assert not section.resets["network.type"].isEnabled()


def test_an_event_is_a_button(window: Window) -> None:
    heard: list[str] = []
    window.values.subscribe(lambda happening: heard.append(happening.event))
    QTest.mouseClick(window.panel.section(FAVOURITES).events["memory.warning"], Qt.MouseButton.LeftButton)
    assert heard == ["memory.warning"]


def test_what_is_said_of_an_event_is_chosen_beside_it(window: Window) -> None:
    heard: list[object] = []
    window.values.subscribe(lambda happening: heard.append(happening.detail))
    section = window.panel.section(FAVOURITES)
    editor = section.details["memory.warning", "level"]
    assert isinstance(editor, NumberEditor)
    assert editor.box.value() == 10
    editor.box.setValue(15)
    QTest.mouseClick(section.events["memory.warning"], Qt.MouseButton.LeftButton)
    assert heard == [{"level": 15}]


def test_numbers_are_typed_and_pulled(window: Window) -> None:
    window.open("battery")
    editor = window.panel.section("battery").editors["battery.level"]
    assert isinstance(editor, NumberEditor)
    editor.box.setFocus()
    editor.box.selectAll()
    QTest.keyClicks(editor.box, "7")
    assert window.values["battery.level"] == 100
    QTest.keyClick(editor.box, Qt.Key.Key_Return)
    assert window.values["battery.level"] == 7
    assert editor.slider is not None
    editor.slider.setValue(50)
    assert (window.values["battery.level"], editor.box.text()) == (51, "51 %")
    window.values.set("battery.level", 20, "scenario")
    window.panel.refresh()
    assert (editor.box.value(), editor.slider.value()) == (20, 19)


def test_switches_texts_and_json(window: Window) -> None:
    for key in ("battery", "user", "answers"):
        window.open(key)
    flag = window.panel.section("battery").editors["battery.isCharging"]
    assert isinstance(flag, FlagEditor)
    flag.setFocus()
    QTest.keyClick(flag, Qt.Key.Key_Space)
    assert window.values["battery.isCharging"] is True
    line = window.panel.section("user").editors["user.nickName"]
    assert isinstance(line, TextEditor)
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, "Ann")
    window.panel.refresh()
    assert (line.text(), window.values["user.nickName"]) == ("Ann", "微信用户")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert window.values["user.nickName"] == "Ann"
    area = window.panel.section("answers").editors["answers.outcomes"]
    assert isinstance(area, JsonEditor)
    area.setFocus()
    area.selectAll()
    QTest.keyClicks(area, '{"login": {"fial": 1}}')
    line.setFocus()
    assert (window.values["answers.outcomes"], area.property("tone")) == ({}, "bad")
    area.setFocus()
    area.selectAll()
    QTest.keyClicks(area, '{"login": {"fail": "no"}}')
    line.setFocus()
    assert window.values["answers.outcomes"]["login"]["fail"] == "no"
    assert area.property("tone") == ""


def test_a_phone_is_tilted_by_dragging_and_by_keys(window: Window) -> None:
    window.open("motion")
    view = window.panel.section("motion").tilt
    assert view is not None
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=QPoint(50, 50))
    QTest.mouseMove(view, QPoint(60, 30))
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=QPoint(60, 30))
    assert (window.values["motion.beta"], window.values["motion.gamma"]) == (20, 10)
    window.panel.refresh()
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Up)
    assert window.values["motion.beta"] == 25
    assert window.values["accelerometer.y"] == pytest.approx(-0.4226, abs=0.001)


def test_the_place_is_set_on_a_map_by_a_click_and_by_keys(window: Window) -> None:
    window.open("place")
    view = window.panel.section("place").map
    assert view is not None
    middle = view.rect().center()
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=middle + QPoint(40, 0))
    latitude, longitude = window.values["place.latitude"], window.values["place.longitude"]
    assert (latitude, longitude > 116.9) == (pytest.approx(39.9, abs=0.1), True)
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=middle - QPoint(0, 30))
    assert window.values["place.latitude"] > latitude + 0.2
    window.panel.refresh()
    longitude = window.values["place.longitude"]
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Left)
    assert window.values["place.longitude"] < longitude
    QTest.keyClicks(view, "+")
    assert view.grab().size() == view.size()


def test_a_map_that_is_dragged_sets_no_place(window: Window) -> None:
    window.open("place")
    view = window.panel.section("place").map
    assert view is not None
    before = dict(window.values.state)
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=QPoint(60, 60))
    for x in (80, 120):
        QTest.mouseMove(view, QPoint(x, 60))
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=QPoint(120, 60))
    assert dict(window.values.state) == before


def test_the_wheel_scrolls_and_changes_nothing(window: Window) -> None:
    window.open("battery")
    editor = window.panel.section("battery").editors["battery.level"]
    assert isinstance(editor, NumberEditor)
    assert editor.slider is not None
    for widget in (editor.box, editor.slider, window.panel.section(FAVOURITES).editors["network.type"]):
        turn = QPoint(0, -120)
        event = QWheelEvent(
            QPointF(5, 5), QPointF(widget.mapToGlobal(QPoint(5, 5))), turn, turn, Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(widget, event)
    assert window.values.state.kept == {}


def test_every_group_can_be_opened_and_named(window: Window) -> None:
    for group in window.values.known.groups:
        window.open(group.name)
        section = window.panel.section(group.name)
        assert set(section.editors) == {value.name for value in group.values}
        assert all(editor.accessibleName() for editor in section.editors.values())
    QTest.keyClicks(window.panel.search_box, "latitude")
    assert [list(section.editors) for section in window.panel.sections] == [["place.latitude"]]


def editor(window: Window, name: str) -> NearbyEditor:
    for view in window.panel.sections:
        if name in view.editors:
            found = view.editors[name]
            assert isinstance(found, NearbyEditor)
            return found
    raise AssertionError(name)


def test_devices_come_and_go_and_lose_their_strength_by_hand(window: Window) -> None:
    window.open("bluetooth")
    devices = editor(window, "bluetooth.peripherals")
    assert [box.text() for box in devices.present] == ["Heart Rate", "Printer"]
    assert sorted(devices.numbers) == [(0, "battery"), (0, "rssi"), (1, "rssi")]
    devices.present[1].click()
    devices.numbers[0, "battery"].setValue(7)
    heart, printer = window.values["bluetooth.peripherals"]
    assert (heart["battery"], heart["rssi"], printer["isPresent"]) == (7, -52, False)
    window.values.set("bluetooth.peripherals", [{**printer, "name": "A & B", "rssi": -90}], "console")
    window.panel.show_values()
    assert ([box.text() for box in devices.present], sorted(devices.numbers)) == (["A && B"], [(0, "rssi")])
    assert (devices.present[0].isChecked(), devices.numbers[0, "rssi"].value()) == (False, -90)


def test_a_tag_is_held_to_the_phone_and_taken_away(window: Window) -> None:
    window.open("nfc")
    tags = editor(window, "nfc.tags")
    poster, card = tags.holds
    for button, held in ((poster, "Poster"), (card, "Travel card"), (card, "")):
        button.click()
        window.panel.show_values()
        assert window.values["nfc.held"] == held
        assert [one.isChecked() for one in tags.holds] == [held == "Poster", held == "Travel card"]
        assert [one.text() == "Take away" for one in tags.holds] == [held == "Poster", held == "Travel card"]
