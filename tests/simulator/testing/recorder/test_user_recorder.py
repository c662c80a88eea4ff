"""What a person does with mouse and keys becomes a script; the script does it again, with a screen and without."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt

from simulator.testing.app import App
from simulator.testing.programs import Programs
from simulator.testing.recorder.user_recorder import UserRecorder
from simulator.testing.settings import RunSettings
from tests.support.phone_user import PhoneUser

pytestmark = pytest.mark.browser


def body(recorder: UserRecorder) -> list[str]:
    """The lines of the script's function."""
    lines = recorder.script("test_it").splitlines()
    start = next(number for number, line in enumerate(lines) if line.startswith("def "))
    return [line.strip() for line in lines[start + 1 :] if line.strip()]


def run(recorder: UserRecorder, app: App) -> None:
    """The script, on another program than the one that was recorded."""
    namespace: dict[str, Any] = {}
    exec(recorder.script("test_it"), namespace)
    code = namespace["test_it"].__code__
    given = {"app": app, "page": app.page}
    namespace["test_it"](**{name: given[name] for name in code.co_varnames[: code.co_argcount]})


def test_controls_and_gestures(
    user: PhoneUser, recorder: UserRecorder, programs: Programs, shop: Path, app: App
) -> None:
    user.drag("slider", 60, 0)
    user.tap("picker")
    user.see_in_shell(".picker-confirm")
    wheel = user.place(".wheel", in_shell=True)
    user.drag_from(wheel, 0, -48)
    user.tap(".picker-confirm", in_shell=True)
    user.see_text(".kind-shown", "Green")
    held = user.press(".hold")
    user.see_text(".said", "held")
    user.lift(held)
    cups = user.ask("value", "slider")
    for selector in (".cups", ".gift", ".said"):
        [node] = app.page.locator(selector).nodes()
        recorder.expect("value", user.page_id, node.ref)
    user.rest()
    assert body(recorder) == [
        f'page.locator(".cups").set_value({cups})',
        'page.locator(".kind").set_value(1)',
        'page.locator(".hold").long_press()',
        f'expect(page.locator(".cups")).to_have_value({cups})',
        'expect(page.locator(".gift")).to_have_value(False)',
        'expect(page.locator(".said")).to_be_visible()',
    ]
    recorder.end()
    for other in both(programs, shop):
        run(recorder, other)
        assert other.page.data("kind") == "Green"
        assert other.page.data("said") == "held"
        assert other.page.locator("slider").value() == cups


def test_scrolling_counts_where_the_page_listens(
    user: PhoneUser, recorder: UserRecorder, programs: Programs, shop: Path
) -> None:
    user.tap(".card-title")
    user.see_page("pages/tea/tea")
    user.tap(".more")
    user.see_page("pages/long/long")
    start = user.place(".cell", 2)
    user.drag_from(start, 0, 260)
    user.see_text(".top", "pulled")
    for _ in range(2):
        user.drag_from(start + QPoint(0, 300), 0, -360)
    user.see_text(".top", "end")
    user.tap(".cell", 37)
    assert body(recorder)[-3:] == [
        "app.phone.pull_down()",
        "page.scroll_to_end()",
        "page.locator('.cell[data-cell=\"37\"]').tap()",
    ]
    recorder.end()
    for app in both(programs, shop):
        run(recorder, app)
        assert app.page.data("said") == "cell 37"
        assert app.page.data("count") == 60


def test_what_code_does_is_no_step(user: PhoneUser, recorder: UserRecorder, app: App) -> None:
    user.ask("tap", ".card-buy")
    user.ask("input", "input", value="typed by a driver")
    user.evaluate("getCurrentPages().slice(-1)[0].fake()")
    user.see_page("pages/tea/tea")
    user.evaluate("wx.navigateBack({ delta: 9 })")
    user.see_page("pages/shop/shop")
    user.evaluate("wx.pageScrollTo({ scrollTop: 100 })")
    user.rest()
    assert [line for line in body(recorder) if not line.startswith("expect(page)")] == []


def test_an_element_is_named_as_it_was_when_it_was_touched(user: PhoneUser, recorder: UserRecorder) -> None:
    for number in range(3):
        user.tap(f".name-{number}")
    assert body(recorder) == ['page.get_by_text("Rename", exact=True).tap()'] * 3


def test_what_is_done_in_a_pause_is_left_out(user: PhoneUser, recorder: UserRecorder) -> None:
    user.tap(".gift")
    recorder.pause()
    user.tap(".card-title")
    user.see_page("pages/tea/tea")
    recorder.go_on()
    user.tap(".more")
    user.see_page("pages/long/long")
    assert body(recorder) == [
        'page.locator(".gift").tap()',
        'page.goto("pages/tea/tea?name=Assam")',
        'page.locator(".more").tap()',
        'expect(page).to_have_url("pages/long/long")',
    ]
    recorder.undo()
    assert body(recorder)[-1] == 'page.goto("pages/tea/tea?name=Assam")'


def test_after_the_end_nothing_is_heard(user: PhoneUser, recorder: UserRecorder) -> None:
    recorder.end()
    user.tap(".gift")
    assert body(recorder) == ["pass"]
    recorder.begin()
    assert recorder.is_on
    recorder.begin()
    assert recorder.is_on


def both(programs: Programs, shop: Path) -> list[App]:
    """With a screen and without."""
    return [programs.app(RunSettings(shop, tier=tier, deadline_s=30)) for tier in ("logic", "full")]


def test_clicks_typing_and_dialogs_become_a_script_that_passes(
    user: PhoneUser, recorder: UserRecorder, programs: Programs, shop: Path
) -> None:
    user.tap(".card-buy", 1)
    user.tap("input")
    user.type("Lu")
    user.key(Qt.Key.Key_Backspace)
    user.type("i")
    user.tap("switch")
    user.tap(".ask")
    user.see_in_shell(".modal-confirm")
    user.tap(".modal-confirm", in_shell=True)
    user.tap(".choose")
    user.see_in_shell(".sheet-item")
    user.tap(".sheet-item", 1, in_shell=True)
    user.see_text(".said", "size 1")
    user.tap(".idle")
    user.tap(".card-title", 1)
    user.see_page("pages/tea/tea")
    user.tap(".navigation-back", in_shell=True)
    user.see_page("pages/shop/shop")
    user.tap(".tab", 1, in_shell=True)
    user.see_page("pages/cart/cart")
    assert body(recorder) == [
        'page.locator(\'.tea[data-name="Sencha"]\').locator(".card-buy").tap()',
        'page.locator(".name").fill("Li")',
        'page.locator(".name").blur()',
        'page.locator(".gift").tap()',
        'page.locator(".ask").tap()',
        'app.dialogs.wait("Order now?").confirm()',
        'page.locator(".choose").tap()',
        'app.dialogs.wait("Small").choose("Large")',
        "page.locator('.tea[data-name=\"Oolong\"]').tap()",
        'expect(page).to_have_url("pages/tea/tea?name=Oolong")',
        "app.phone.back()",
        'expect(page).to_have_url("pages/shop/shop")',
        'app.phone.tab("pages/cart/cart")',
        'expect(page).to_have_url("pages/cart/cart")',
    ]
    recorder.end()
    for app in both(programs, shop):
        run(recorder, app)
        assert app.page.data("list") == "Sencha"
        assert app.page.data("taps") == "tapped Cart"
