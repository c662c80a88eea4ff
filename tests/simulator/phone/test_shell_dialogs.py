"""Toast, dialogs, sheets, pickers and the error overlay of the shell."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from runtime.protocol import shell
from tests.simulator.phone.phone_driver import PhoneDriver

pytestmark = pytest.mark.browser


def start(phone: PhoneDriver, method: str, **params: Any) -> int:
    return phone.start("call-shell", call={"name": method, **params})


def pick(phone: PhoneDriver, turns: dict[int, int], **spec: Any) -> Any:
    """Opens a picker, turns wheels by rows, confirms."""
    phone.open_picker(**spec)
    for wheel, rows in turns.items():
        phone.shell("turn", ".wheel", index=wheel, rows=rows)
    phone.shell("tap", ".picker-confirm")
    return phone.picked()


def test_a_toast_replaces_a_loading(phone: PhoneDriver) -> None:
    phone.call_shell("loading", title="Loading", mask=True)
    assert phone.shell("text", ".toast-title") == "Loading"
    phone.call_shell("toast", title="Done", icon="success", duration=60_000)
    assert phone.shell("text", ".toast-title") == "Done"
    phone.call_shell("hideToast")
    assert phone.shell("rect", ".toast-layer")["visible"] is False


@pytest.mark.parametrize(
    ("shown", "hidden", "no_conflict", "stays"),
    [
        ("toast", "hideLoading", False, False),
        ("toast", "hideLoading", True, True),
        ("toast", "hideToast", True, False),
        ("loading", "hideToast", False, False),
        ("loading", "hideToast", True, True),
        ("loading", "hideLoading", True, False),
    ],
)
def test_a_toast_and_a_loading_take_each_other_away_unless_told_not_to(
    phone: PhoneDriver, shown: str, hidden: str, no_conflict: bool, stays: bool
) -> None:
    phone.call_shell(shown, title="T", duration=60_000)
    phone.call_shell(hidden, noConflict=no_conflict)
    assert phone.shell("rect", ".toast-layer")["visible"] is stays


def test_a_modal_answers_for_its_buttons(phone: PhoneDriver) -> None:
    first = start(phone, "modal", title="One", content="?")
    second = start(phone, "modal", title="Two", showCancel=False, confirmText="Yes")
    assert phone.shell("text", ".modal-title") == "One"
    phone.shell("tap", ".modal-cancel")
    assert phone.answer(first)["result"] == {"confirm": False, "cancel": True, "content": None}
    assert phone.shell("text", ".modal-buttons") == "Yes"
    phone.shell("tap", ".modal-confirm")
    assert phone.answer(second)["result"] == {"confirm": True, "cancel": False, "content": None}


def test_an_editable_modal_gives_its_text(phone: PhoneDriver) -> None:
    request = start(phone, "modal", title="Name", editable=True, content="old")
    phone.shell("input", ".modal-field", value="new")
    phone.shell("tap", ".modal-confirm")
    assert phone.answer(request)["result"]["content"] == "new"


def test_an_action_sheet_answers_with_the_index(phone: PhoneDriver) -> None:
    chosen = start(phone, "actionSheet", itemList=["a", "b", "c"])
    phone.shell("tap", ".sheet-item", index=1)
    assert phone.answer(chosen)["result"] == {"tapIndex": 1}
    for way_out in (".action-sheet .sheet-cancel", ".sheet-layer:not([hidden]) .sheet-mask"):
        cancelled = start(phone, "actionSheet", itemList=["a"])
        phone.shell("tap", way_out)
        assert phone.answer(cancelled)["result"] == {"tapIndex": -1}


def test_selector_picker(phone: PhoneDriver) -> None:
    names = [{"n": "a"}, {"n": "b"}, {"n": "c"}]
    assert pick(phone, {0: 1}, mode="selector", range=names, rangeKey="n", value=1) == {"value": 2}
    assert pick(phone, {0: 9}, mode="selector", range=["x", "y"]) == {"value": 1}


def test_multi_selector_picker(phone: PhoneDriver) -> None:
    columns = [["a", "b"], ["c", "d", "e"]]
    assert pick(phone, {1: -1, 0: 1}, mode="multiSelector", range=columns, value=[0, 2]) == {"value": [1, 1]}


def test_time_picker_keeps_its_limits(phone: PhoneDriver) -> None:
    assert pick(phone, {1: 5}, mode="time", value="09:30") == {"value": "09:35"}
    assert pick(phone, {0: -20, 1: -60}, mode="time", value="12:30", start="08:20", end="18:00") == {"value": "08:20"}


def test_date_picker_keeps_its_limits_and_the_calendar(phone: PhoneDriver) -> None:
    assert pick(phone, {1: 1}, mode="date", value="2024-01-31") == {"value": "2024-02-29"}
    assert pick(phone, {0: 9}, mode="date", value="2020-05-05", end="2021-03-02") == {"value": "2021-03-02"}
    assert pick(phone, {0: 1}, mode="date", value="2020", fields="year") == {"value": "2021"}
    assert pick(phone, {1: -1}, mode="date", value="2020-03", fields="month") == {"value": "2020-02"}


def test_region_picker(phone: PhoneDriver) -> None:
    chosen = pick(phone, {}, mode="region", value=["广东省", "广州市", "海珠区"])
    assert chosen["value"] == ["广东省", "广州市", "海珠区"]
    assert chosen["code"] == ["440000", "440100", "440105"]
    province = pick(phone, {0: 1}, mode="region", level="province", value=["北京市"])
    assert province == {"value": ["天津市"], "code": ["120000"], "postcode": ""}
    custom = pick(phone, {}, mode="region", customItem="全部", value=[])
    assert custom["value"][0] == "全部"


def test_a_cancelled_picker_answers_null(phone: PhoneDriver) -> None:
    phone.open_picker(mode="selector", range=["a"])
    phone.shell("tap", ".picker-cancel")
    assert phone.picked() is None


def test_the_capsule_menu_reports_the_choice(phone: PhoneDriver) -> None:
    phone.shell("tap", ".capsule-menu")
    phone.shell("tap", "[data-name=restart]")
    assert phone.shell_events() == [{"name": "capsule-menu"}, {"name": "menu", "entry": "restart"}]


def test_a_share_card_answers(phone: PhoneDriver) -> None:
    request = start(phone, "share", title="T", path="/pages/a/a?id=1")
    assert phone.shell("text", ".share-path") == "/pages/a/a?id=1"
    phone.shell("tap", ".share-send")
    assert phone.answer(request)["result"] == {"sent": True}


def test_the_error_overlay_names_the_place_and_goes(phone: PhoneDriver) -> None:
    phone.opened(1, "#00ff00")
    phone.call_shell("error", title="", message="bad", file="pages/a/a.wxml", line=3)
    assert phone.shell("text", ".error-place") == "pages/a/a.wxml:3"
    phone.shell("tap", ".error-place")
    assert phone.shell_events() == [{"name": "open-source", "file": "pages/a/a.wxml", "line": 3}]
    phone.call_shell("error")
    assert phone.shell("rect", ".error-layer")["visible"] is False
    assert phone.color_at(100, 200) == "#00ff00"


def test_the_picture_viewer_opens_at_the_current_picture(phone: PhoneDriver) -> None:
    phone.call_shell("preview", urls=["/a.svg", "/red.svg"], current="/red.svg")
    assert phone.shell("text", ".preview-count") == "2/2"
    phone.call_shell("reset")
    assert phone.shell("rect", ".preview-layer")["visible"] is False


def test_a_relaunch_takes_everything_of_the_former_pages_away(phone: PhoneDriver) -> None:
    phone.opened(1, "#00ff00")
    first, second = start(phone, "modal", content="one"), start(phone, "modal", content="two")
    sheet = start(phone, "actionSheet", itemList=["a"])
    phone.open_picker(mode="selector", range=["a", "b"])
    share = start(phone, "share", title="t")
    phone.call_shell("loading", title="wait")
    phone.call_shell("preview", urls=["/red.svg"])
    phone.call_shell("keyboard", visible=True, height=300)
    phone.call_shell("error", title="An error", message="stays")
    phone.call_shell("clear")
    cancelled = {"confirm": False, "cancel": True, "content": None}
    msgspec.convert(cancelled, shell.SHELL_ANSWERS[shell.Modal])
    assert [phone.answer(request)["result"] for request in (first, second)] == [cancelled, cancelled]
    assert phone.answer(sheet)["result"] == {"tapIndex": -1}
    assert phone.picked() is None
    assert phone.answer(share)["result"] == {"sent": False}
    layers = (".toast-layer", ".dialog-layer", ".sheet-layer", ".preview-layer", ".keyboard")
    assert [phone.shell("rect", layer)["visible"] for layer in layers] == [False] * len(layers)
    assert phone.shell("rect", ".error-layer")["visible"] is True
    # What comes next is seen again.
    phone.call_shell("toast", title="new")
    assert phone.shell("text", ".toast-title") == "new"


def test_the_keyboard_covers_the_tab_bar(phone: PhoneDriver) -> None:
    tabs = [{"text": "One"}, {"text": "Two"}]
    phone.call_shell("setTabBar", items=tabs, style={"backgroundColor": "#123456"})
    phone.opened(1, "#00ff00", tab=0)
    phone.call_shell("keyboard", visible=True, height=300)
    assert phone.color_at(20, 800) == phone.color_at(20, 560) == "#d1d4da"
    assert touched_at(phone, 100, 800) == "keyboard"
    phone.call_shell("keyboard", visible=False)
    assert phone.color_at(20, 800) == "#123456"
    assert touched_at(phone, 100, 800) == "tab-bar"


def touched_at(phone: PhoneDriver, x: int, y: int) -> str:
    """What a finger meets at a point of the screen: the keyboard or the tab bar."""
    phone.messages.clear()
    met = f"document.elementFromPoint({x}, {y}).closest('.keyboard, .tab-bar')?.classList[0]"
    phone.view.web_page.runJavaScript(f"console.log('met ' + {met})")
    said = phone.wait_for("view-log", lambda message: message["message"].startswith("met "))
    return str(said["message"]).removeprefix("met ")


def test_the_keyboard_strip_takes_its_height(phone: PhoneDriver) -> None:
    phone.call_shell("keyboard", visible=True, height=300)
    assert phone.shell("rect", ".keyboard")["height"] == 300
    phone.call_shell("keyboard", visible=False)
    assert phone.shell("rect", ".keyboard")["visible"] is False


ROWS = [
    {"name": "scope.camera", "label": "Camera", "isOn": True},
    {"name": "scope.record", "label": "X", "isOn": False},
]


def test_the_settings_page_answers_with_its_switches_when_it_is_left(phone: PhoneDriver) -> None:
    asked = start(phone, "settings", title="Settings", rows=ROWS, empty="none")
    assert phone.shell("text", ".settings-row") == "Camera"
    phone.shell("tap", ".settings-row")
    phone.shell("tap", ".settings-row", index=1)
    phone.shell("tap", ".settings-back")
    assert phone.answer(asked)["result"] == {"rows": {"scope.camera": False, "scope.record": True}}


def test_a_settings_page_without_permissions_says_so(phone: PhoneDriver) -> None:
    asked = start(phone, "settings", title="Settings", rows=[], empty="none")
    assert phone.shell("text", ".settings-empty") == "none"
    phone.call_shell("clear")
    assert phone.answer(asked)["result"] == {"rows": {}}


def test_a_document_lies_over_the_phone_until_it_is_left(phone: PhoneDriver) -> None:
    phone.call_shell("document", title="a.pdf", pages=["/red.svg", "/red.svg"])
    assert phone.shell("text", ".document-title") == "a.pdf"
    assert phone.shell("rect", ".document-sheet")["visible"] is True
    phone.shell("tap", ".document-page .settings-back")
    assert phone.shell("rect", ".sheet.document-page")["visible"] is False
    phone.call_shell("document", title="b.docx", note="DOCX")
    assert "b.docxDOCX" in phone.shell("text", ".document-card")
