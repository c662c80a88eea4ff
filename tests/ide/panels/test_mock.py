"""The panel of mock rules: what its presenter does to them, and its list and form under real clicks and keys."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ide.models.mocks.drafts import RuleDraft
from ide.models.mocks.lists import RuleRow
from ide.models.texts import load_texts
from ide.panels.mock.panel import MockPanel
from ide.panels.mock.presenter import MockPresenter
from runtime.mocks.model import Condition, MockFile, MockRule
from tests.support.debug_target import FakeDesk, record

SCRIPT = load_texts("en")("mock.example.script")
RULES = [
    MockRule("request", "a", when=Condition("*/a"), result={"n": 1}),
    MockRule("login", "b", fail="no"),
    MockRule("c"),
]


class View:
    def __init__(self) -> None:
        self.rows: Sequence[RuleRow] = ()
        self.drafts: list[RuleDraft | None] = []
        self.faults: list[tuple[str, str]] = []
        self.tried: list[tuple[str, bool]] = []
        self.stirs = 0

    def show_rows(self, rows: Sequence[RuleRow]) -> None:
        self.rows = rows

    def show_draft(self, draft: RuleDraft | None) -> None:
        self.drafts.append(draft)

    def show_fault(self, field: str, what: str) -> None:
        self.faults.append((field, what))

    def show_tried(self, text: str, *, is_good: bool) -> None:
        self.tried.append((text, is_good))

    def stirred(self) -> None:
        self.stirs += 1


class Desk:
    def __init__(self) -> None:
        self.fake = FakeDesk()
        self.rules = self.fake.target.mocks
        self.rules.mocks = MockFile(rules=list(RULES))
        self.rules.hits = [2, 0, 0]
        self.view = View()
        self.presenter = MockPresenter(self.fake.panel_desk)
        self.presenter.attach(self.view)
        self.presenter.is_seen = True
        self.presenter.refresh()

    @property
    def order(self) -> str:
        return " ".join(rule.title or rule.api for rule in self.rules.mocks.rules)


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_rules_are_listed_and_found(desk: Desk) -> None:
    assert [(row.title, row.api, row.hits) for row in desk.view.rows] == [
        ("a", "request", 2),
        ("b", "login", 0),
        ("c", "c", 0),
    ]
    desk.presenter.filter(" LOG ")
    assert [row.number for row in desk.view.rows] == [1]
    assert desk.presenter.lines()[1] == "on login b: Failure, 0"


def test_rules_are_switched(desk: Desk) -> None:
    desk.presenter.switch(1, is_on=False)
    assert [rule.off for rule in desk.rules.mocks.rules] == [False, True, False]
    desk.presenter.switch_all(is_on=False)
    assert (desk.presenter.is_on, [rule.off for rule in desk.rules.mocks.rules]) == (False, [False, True, False])
    desk.presenter.switch_all(is_on=True)
    assert [row.is_on for row in desk.view.rows] == [True, False, True]


def test_the_order_changes_and_the_form_stays_with_its_rule(desk: Desk) -> None:
    desk.presenter.choose(0)
    desk.presenter.move(0, 3)
    assert (desk.order, desk.presenter.chosen) == ("b c a", 2)
    desk.presenter.move_chosen(-1)
    assert (desk.order, desk.presenter.chosen) == ("b a c", 1)
    desk.presenter.move_chosen(1)
    desk.presenter.move_chosen(1)
    assert (desk.order, desk.presenter.chosen) == ("b c a", 2)
    for number, to in [(0, 0), (0, 1), (5, 0), (0, -1), (0, 9)]:
        desk.presenter.move(number, to)
    assert desk.order == "b c a"


def test_a_rule_is_changed_and_another_one_is_made(desk: Desk) -> None:
    desk.presenter.choose(1)
    assert desk.presenter.draft
    desk.presenter.edited(replace(desk.presenter.draft, body="timeout", errno="5"))
    assert desk.presenter.save()
    assert desk.rules.mocks.rules[1] == MockRule("login", "b", fail="timeout", errno=5)
    desk.presenter.add()
    assert desk.presenter.draft
    desk.presenter.edited(replace(desk.presenter.draft, kind="script"))
    assert desk.view.drafts[-1] == replace(RuleDraft("request", url="*"), kind="script", body=SCRIPT)
    assert desk.presenter.save()
    assert (desk.presenter.chosen, desk.rules.mocks.rules[3].code) == (3, SCRIPT)
    assert desk.view.faults == [("", ""), ("", "")]


def test_what_the_user_has_written_is_not_replaced_by_an_example(desk: Desk) -> None:
    desk.presenter.choose(0)
    assert desk.presenter.draft
    desk.presenter.edited(replace(desk.presenter.draft, kind="template"))
    assert desk.presenter.draft.body == '{\n  "n": 1\n}'


def test_what_cannot_be_is_told_and_changes_nothing(desk: Desk) -> None:
    desk.presenter.choose(0)
    assert desk.presenter.draft
    desk.presenter.edited(replace(desk.presenter.draft, body="{"))
    assert not desk.presenter.save()
    desk.presenter.try_out("")
    assert [field for field, _ in desk.view.faults] == ["body", "body"]
    assert (desk.rules.mocks.rules, desk.rules.tried) == (RULES, [])


def test_what_has_been_written_is_saved_before_another_rule_is_shown(desk: Desk) -> None:
    desk.presenter.choose(0)
    assert desk.presenter.draft
    desk.presenter.edited(replace(desk.presenter.draft, title="new"))
    desk.presenter.choose(1)
    assert (desk.order, desk.presenter.chosen) == ("new b c", 1)
    desk.presenter.edited(replace(desk.presenter.draft, delay="x"))
    desk.presenter.choose(2)
    desk.presenter.add()
    assert (desk.presenter.chosen, desk.presenter.draft.delay) == (1, "x")
    desk.presenter.edited(replace(desk.presenter.draft, delay="7"))
    desk.presenter.close()
    assert desk.rules.mocks.rules[1].delay == 7


def test_what_is_not_kept_is_told(desk: Desk) -> None:
    desk.rules.refusal = "m.json:1:2: half"
    desk.presenter.choose(0)
    desk.presenter.remove()
    desk.presenter.switch(0, is_on=False)
    desk.presenter.move(0, 3)
    assert set(desk.fake.said) == {"Not saved: m.json:1:2: half"}
    assert desk.rules.mocks.rules == RULES


def test_a_rule_is_removed(desk: Desk) -> None:
    desk.presenter.choose(2)
    desk.presenter.remove()
    assert (desk.order, desk.presenter.chosen) == ("a b", 1)
    desk.presenter.remove()
    desk.presenter.remove()
    assert (desk.order, desk.presenter.chosen, desk.view.drafts[-1]) == ("", None, None)
    desk.presenter.remove()


def test_a_rule_is_tried(desk: Desk) -> None:
    desk.presenter.choose(0)
    desk.presenter.try_out('{"url": "/a"}')
    ((rule, args, told),) = desk.rules.tried
    assert (rule, args) == (RULES[0], {"url": "/a"})
    told("result", {"n": 1})
    for how, what in [("fail", "no"), ("goes-on", None), ("unfit", None)]:
        told(how, what)
    told("fault", "Error: x")
    assert desk.view.tried == [
        ("…", True), ('{\n  "n": 1\n}', True), ("fails: no", True), ("the real call is carried out", True),
        ("the rule is not for this call", True), ("Error: x", False),
    ]  # fmt: skip
    desk.presenter.try_out("")
    told("fail", "late")
    assert desk.view.tried[-1] == ("…", True)


def test_a_broken_file_and_a_run_without_rules_are_told(desk: Desk) -> None:
    desk.rules.error = ".handset/mocks.json:3:5: half"
    assert desk.presenter.warning == desk.rules.error
    desk.presenter.open_file()
    desk.rules.error = ""
    desk.presenter.open_file()
    assert desk.fake.opened == [(".handset/mocks.json", 3, 5), (".handset/mocks.json", 0, 0)]
    desk.rules.is_off = True
    assert (desk.presenter.is_on, desk.presenter.may_switch) == (False, False)
    assert "--no-mocks" in desk.presenter.warning


def test_rules_of_other_files(desk: Desk, tmp_path: Path) -> None:
    desk.presenter.write_out(tmp_path / "all.json")
    desk.presenter.take_in(tmp_path / "all.json")
    assert desk.order == "a b c a b c"
    (tmp_path / "bad.json").write_text('{"rules": 1}', "utf-8")
    for name in ("bad.json", "none.json"):
        desk.presenter.take_in(tmp_path / name)
    desk.presenter.write_out(tmp_path)
    saved, taken, bad, none, refused = desk.fake.said
    assert (taken, bad) == ("3 rules of all.json are added.", "bad.json:1:2: Expected `array`, got `int`")
    assert ("all.json" in saved, "No such file" in none, "directory" in refused) == (True, True, True)
    assert desk.order == "a b c a b c"


def test_hits_are_felt_while_somebody_looks(desk: Desk) -> None:
    desk.presenter.receive([record("api", "login", rule="b"), record("api", "login")])
    desk.presenter.receive([record("api", "login")])
    desk.presenter.is_seen = False
    desk.presenter.receive([record("api", "login", rule="b")])
    assert desk.view.stirs == 1


def test_rules_that_somebody_has_saved_are_shown(desk: Desk) -> None:
    desk.presenter.choose(2)
    desk.rules.keep(MockFile(rules=[*RULES[:2], MockRule("d")]))
    assert desk.presenter.draft == RuleDraft("d", kind="none", body="")
    desk.rules.keep(MockFile(rules=[RULES[1]]))
    assert ([row.title for row in desk.view.rows], desk.presenter.chosen) == (["b"], None)
    desk.presenter.close()
    desk.rules.keep(MockFile())
    assert [row.title for row in desk.view.rows] == ["b"]


# ------------------------------------------------------------ the widget


class Window(Desk):
    def __init__(self, qtbot: QtBot) -> None:
        super().__init__()
        self.panel = MockPanel(self.presenter, self.fake.panel_desk.appearance)
        qtbot.addWidget(self.panel)
        self.panel.resize(1000, 700)
        self.panel.show()
        qtbot.waitExposed(self.panel)

    def place(self, row: int, x: int = 60) -> QPoint:
        item = self.panel.rules.topLevelItem(row)
        assert item is not None
        return QPoint(x, self.panel.rules.visualItemRect(item).center().y())

    def click(self, row: int, x: int = 60) -> None:
        QTest.mouseClick(self.panel.rules.viewport(), Qt.MouseButton.LeftButton, pos=self.place(row, x))

    def drop(self, row: int, onto: QPoint) -> None:
        self.click(row)
        event = QDropEvent(
            QPointF(onto), Qt.DropAction.MoveAction, QMimeData(), Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )  # fmt: skip
        self.panel.rules.dropEvent(event)


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    return Window(qtbot)


def test_a_click_shows_a_rule_and_its_box_switches_it(window: Window) -> None:
    window.click(1)
    assert (window.presenter.chosen, window.panel.form.lines["api"].text()) == (1, "login")
    window.click(1, x=9)
    assert window.rules.mocks.rules[1].off
    QTest.keyClick(window.panel.rules, Qt.Key.Key_Space)
    assert not window.rules.mocks.rules[1].off
    QTest.mouseClick(window.panel.all_on, Qt.MouseButton.LeftButton, pos=QPoint(8, window.panel.all_on.height() // 2))
    assert window.rules.mocks.off


def test_keys_put_rules_in_order_and_delete_them(window: Window) -> None:
    window.click(0)
    QTest.keyClick(window.panel.rules, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert window.order == "b a c"
    QTest.keyClick(window.panel.rules, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert window.order == "a b c"
    QTest.keyClick(window.panel.rules, Qt.Key.Key_Delete)
    assert window.order == "b c"
    QTest.mouseClick(window.panel.buttons["down"], Qt.MouseButton.LeftButton)
    assert window.order == "c b"


def test_a_rule_is_dragged(window: Window) -> None:
    window.drop(2, window.place(0))
    assert window.order == "c a b"
    window.drop(0, QPoint(60, window.panel.rules.viewport().height() - 5))
    assert window.order == "a b c"


def test_a_rule_is_written_and_tried(window: Window) -> None:
    QTest.mouseClick(window.panel.buttons["add"], Qt.MouseButton.LeftButton)
    form = window.panel.form
    assert QApplication.focusWidget() is form.lines["api"]
    # Typed, it opens a list of names, for which the platform of the tests cannot hold the keyboard.
    form.lines["api"].setText("getLocation")
    form.lines["url"].clear()
    form.kind.setFocus()
    QTest.keyClick(form.kind, Qt.Key.Key_Down)
    assert form.areas["body"].toPlainText() == load_texts("en")("mock.example.template")
    form.areas["body"].selectAll()
    QTest.keyClicks(form.areas["body"], '{"latitude": }')
    QTest.keyClick(form.areas["body"], Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert (form.fault.isVisible(), form.fault.text()) == (True, "Answer: 1:14: Expecting value")
    QTest.keyClicks(form.areas["body"], "5")
    QTest.mouseClick(form.save_button, Qt.MouseButton.LeftButton)
    assert not form.fault.isVisible()
    assert window.rules.mocks.rules[3] == MockRule("getLocation", template={"latitude": 5})
    QTest.mouseClick(form.try_button, Qt.MouseButton.LeftButton)
    window.rules.tried[0][2]("result", {"latitude": 5})
    assert form.areas["tried"].toPlainText() == '{\n  "latitude": 5\n}'


def test_without_rules_the_panel_says_how_to_begin(window: Window) -> None:
    window.rules.keep(MockFile())
    window.panel.refresh()
    assert not window.panel.rules.isVisible()
    window.fake.appearance.set_language("zh")
    assert window.panel.buttons["add"].toolTip() == "新建规则"
