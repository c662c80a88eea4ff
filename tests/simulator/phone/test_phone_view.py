"""The widget: start, size, zoom, security, crash. In a real Chromium."""

from __future__ import annotations

import os
import signal
from dataclasses import replace

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from simulator.phone.bridge import Bridge
from tests.simulator.phone.phone_driver import PhoneDriver

pytestmark = pytest.mark.browser


def test_messages_sent_too_early_are_kept(phone: PhoneDriver) -> None:
    fresh = PhoneDriver("iphone-5")
    fresh.opened(1, "#00ff00")
    assert fresh.color_at(100, 100) == "#00ff00"
    fresh.close()


def test_rendered_tells_times_and_the_first_batch(phone: PhoneDriver) -> None:
    phone.open(1)
    phone.show(1)
    first, second = phone.fill(1, "#00ff00"), phone.fill(1, "#0000ff", batch_id=2)
    assert (first["first"], second["first"]) == (True, False)
    assert first["view_ms"] >= 0
    assert first["paint_ms"] > 0
    assert phone.color_at(100, 200) == "#0000ff"


def test_a_hidden_phone_still_reports_what_it_rendered(phone: PhoneDriver) -> None:
    phone.view.hide()
    phone.open(1)
    phone.show(1, "push")
    assert phone.fill(1, "#00ff00")["first"] is True


def test_zoom_keeps_the_viewport(phone: PhoneDriver) -> None:
    phone.opened(1, "#00ff00")
    phone.view.set_zoom(0.5)
    assert phone.view.phone_size().toTuple() == (195, 422)
    assert phone.shell("rect", ".phone")["width"] == 390
    assert phone.ask("automate", action={"name": "frame"})["result"]["height"] == 753
    assert phone.view.screenshot().size().toTuple() == (390, 844)
    large = phone.view.screenshot(2.0)
    assert large.size().toTuple() == (780, 1688)
    assert QColor(large.pixel(300, 400)).name() == "#00ff00"
    assert phone.view.screenshot(0.5).size().toTuple() == (195, 422)


def test_fit_follows_the_widget(phone: PhoneDriver) -> None:
    phone.view.set_zoom("fit")
    phone.view.resize(390, 422)
    assert phone.view.zoom == 0.5
    phone.view.resize(2000, 2000)
    assert phone.view.zoom == 1.0


def test_another_device_changes_the_page(phone: PhoneDriver) -> None:
    phone.opened(1, "#00ff00")
    phone.view.set_device(phone.view.device.rotate())
    frame = phone.ask("automate", action={"name": "frame"})["result"]
    assert (frame["top"], frame["width"], frame["height"]) == (32, 844, 358)


def test_the_capsule_is_where_the_device_says(phone: PhoneDriver) -> None:
    rect = phone.shell("rect", ".capsule")
    expected = phone.view.device.menu_button().to_json()
    assert {key: rect[key] for key in expected} == expected


def test_the_language_of_the_phone_is_spoken(phone: PhoneDriver) -> None:
    phone.view.set_device(replace(phone.view.device, language="en"))
    request = phone.start("call-shell", call={"name": "modal", "title": "T", "content": "C"})
    assert phone.shell("text", ".modal-buttons") == "CancelOK"
    phone.shell("tap", ".modal-cancel")
    assert phone.answer(request)["result"] == {"confirm": False, "cancel": True, "content": None}


def test_pictures_of_the_project_are_served(phone: PhoneDriver) -> None:
    phone.call_shell("setTabBar", items=[{"text": "", "iconPath": "red.svg"}, {"text": "b"}])
    phone.opened(1, "#00ff00", tab=0)
    phone.wait_for("rendered")
    assert phone.color_at(390 // 4, 844 - 34 - 25) == "#ff0000"


@pytest.mark.parametrize("url", ["https://example.invalid/", "file:///etc/hosts", "handset://project/red.svg"])
def test_the_phone_stays_on_its_shell(phone: PhoneDriver, qtbot: QtBot, url: str) -> None:
    with qtbot.waitSignal(phone.view.web_page.loadFinished, timeout=5000, raising=False):
        phone.view.web_page.runJavaScript(f"location.href = {url!r}")
    assert phone.view.web_page.url().host() == "shell"
    assert phone.shell("rect", ".phone")["width"] == 390


def test_console_messages_become_view_logs(phone: PhoneDriver) -> None:
    phone.view.web_page.runJavaScript("console.error('broken')")
    log = phone.wait_for("view-log", lambda message: message["message"] == "broken")
    assert log["level"] == "error"


def test_a_crashed_render_process_is_replaced(phone: PhoneDriver, qtbot: QtBot) -> None:
    phone.opened(1, "#00ff00")
    phone.messages.clear()
    with qtbot.waitSignal(phone.view.crashed, timeout=10_000) as crash:
        os.kill(phone.view.web_page.renderProcessPid(), signal.SIGKILL)
    assert "render process ended" in crash.args[0]
    phone.wait_for("ready")
    phone.opened(7, "#0000ff")
    assert phone.color_at(100, 200) == "#0000ff"


def test_reload_starts_afresh(phone: PhoneDriver) -> None:
    phone.opened(1, "#00ff00")
    phone.messages.clear()
    phone.view.reload()
    phone.wait_for("ready")
    assert phone.ask("automate", action={"name": "frame"})["error"] == "no page is open"
    assert phone.view.web_page.url() != QUrl()


def test_what_is_sent_between_two_screens_is_said_to_be_dropped(phone: PhoneDriver, qtbot: QtBot) -> None:
    dropped: list[int] = []
    phone.view.dropped.connect(lambda: dropped.append(1))
    with qtbot.waitSignal(phone.view.crashed, timeout=60_000):
        os.kill(phone.view.web_page.renderProcessPid(), signal.SIGKILL)
    phone.view.send('{"type": "nothing that is heard"}')
    assert dropped == []
    phone.messages.clear()
    phone.wait_for("ready")
    assert dropped == [1]


def test_no_file_of_the_computer_can_be_read(phone: PhoneDriver) -> None:
    phone.opened(1, "#00ff00")
    urls = [
        "file:///etc/hosts",
        "handset://project/../../etc/hosts",
        "handset://user/none",
        "handset://project/red.svg",
    ]
    results = phone.evaluate(f"(await Promise.allSettled({urls}.map((url) => fetch(url)))).map((r) => !!r.value?.ok)")
    assert results == [False, False, False, True]


def test_pages_have_no_way_to_the_host(phone: PhoneDriver) -> None:
    phone.opened(1, "#00ff00")
    assert phone.evaluate("typeof document.querySelector('.shown iframe').contentWindow.qt") == "undefined"


def test_code_that_got_into_the_shell_opens_no_second_channel(phone: PhoneDriver) -> None:
    phone.opened(1, "#00ff00")
    assert phone.evaluate("typeof QWebChannel") == "undefined"
    again = "import('handset://shell/shell/channel.js').then((m) => m.openChannel(() => {}, () => {}))"
    assert phone.evaluate(f"await {again}.then(() => 'opened', (error) => error.name)") == "TypeError"
    library = "fetch('/qwebchannel.js').then((r) => r.text()).then((text) => (0, eval)(text + ';typeof QWebChannel'))"
    assert phone.evaluate(f"await {library}") == "function"
    connect = "(async () => new QWebChannel(qt.webChannelTransport, () => {}))().catch((error) => error.name)"
    assert phone.evaluate(f"await {connect}") == "TypeError"
    remake = "Reflect.set(window, 'qt', 1), Reflect.deleteProperty(window, 'qt'), typeof qt.webChannelTransport.send"
    assert phone.evaluate(f"({remake})") == "undefined"
    assert phone.shell("rect", ".phone")["width"] == 390


def test_messages_without_the_key_are_not_heard(phone: PhoneDriver) -> None:
    phone.opened(1, "#00ff00")
    bridge = phone.view.findChild(Bridge)
    assert bridge is not None
    phone.messages.clear()
    for key in ("", "guessed"):
        bridge.receive(key, '{"m":"shell","name":"home"}')
        bridge.ready(key, '{"m":"ready"}')
    assert phone.shell_events() == []
    assert [(message["m"], message["level"]) for message in phone.messages] == [("view-log", "error")] * 4
    phone.shell("tap", ".capsule-menu")
    assert {"name": "capsule-menu"} in phone.shell_events()


def test_a_window_of_its_own_takes_the_size_of_the_phone(phone: PhoneDriver) -> None:
    phone.view.set_zoom(0.5)
    assert phone.view.size().toTuple() == (195, 422)
    phone.view.set_device(phone.view.device.rotate())
    assert phone.view.size().toTuple() == (422, 195)


def test_pictures_are_taken_one_after_the_other(phone: PhoneDriver) -> None:
    phone.opened(1, "#00ff00")
    sizes: list[tuple[int, int]] = []
    for ratio in (2.0, 1.0):
        phone.view.capture(lambda image: sizes.append(image.size().toTuple()), ratio)
    assert phone.view.screenshot(0.5).size().toTuple() == (195, 422)
    assert sizes == [(780, 1688), (390, 844)]
