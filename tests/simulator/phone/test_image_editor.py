"""The picture over the phone of which a part is kept: moved, pulled by a corner, turned, left."""

from __future__ import annotations

from typing import Any

import pytest

from tests.simulator.phone.phone_driver import PhoneDriver

pytestmark = pytest.mark.browser

EDITOR = "(await import('handset://shell/shell/main.js')).phone.imageEditor"
WIDE = "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' width='200' height='100'/>"


def opened(phone: PhoneDriver, *, src: str = WIDE, ratio: float = 0, turns: bool = False) -> int:
    """Once the picture is there."""
    asked = phone.start("call-shell", call={"name": "editImage", "src": src, "ratio": ratio, "turns": turns})
    look = f"{EDITOR}._part?.hidden === false ? there(1) : requestAnimationFrame(look)"
    phone.evaluate(f"await new Promise((there) => {{ const look = async () => {{ {look} }}; look(); }})")
    return asked


def drag(phone: PhoneDriver, selector: str, x: float, y: float) -> None:
    """A finger, by shares of the picture."""
    phone.evaluate(f"""void (async () => {{
      const at = document.querySelector({selector!r}), {{ width, height }} = {EDITOR}._shown;
      const fire = (type, clientX, clientY) =>
        at.dispatchEvent(new PointerEvent(type, {{ bubbles: true, clientX, clientY, pointerId: 1 }}));
      fire('pointerdown', 0, 0), fire('pointermove', {x} * width, {y} * height), fire('pointerup', 0, 0);
    }})()""")


def kept(phone: PhoneDriver, asked: int) -> tuple[Any, ...]:
    phone.shell("tap", ".image-editor-done")
    answer = phone.answer(asked)["result"]
    assert answer["confirm"] is True
    return (answer["quarters"], *(round(answer[name], 2) for name in ("left", "top", "width", "height")))


def test_a_part_of_a_shape_is_moved_within_the_picture(phone: PhoneDriver) -> None:
    asked = opened(phone, ratio=1)
    drag(phone, ".image-editor-part", 0.1, 0.5)
    assert kept(phone, asked) == (0, 0.35, 0, 0.5, 1)
    assert phone.shell("rect", ".sheet.image-editor")["visible"] is False


def test_a_corner_pulls_and_keeps_the_shape(phone: PhoneDriver) -> None:
    asked = opened(phone, ratio=1)
    drag(phone, ".image-editor-corner[data-x='1'][data-y='1']", -0.25, -0.5)
    assert kept(phone, asked) == (0, 0.25, 0, 0.25, 0.5)


def test_a_turned_picture_has_other_sides(phone: PhoneDriver) -> None:
    asked = opened(phone, turns=True)
    phone.shell("tap", ".image-editor-turn")
    drag(phone, ".image-editor-corner[data-x='0'][data-y='0']", 0.5, 2)
    assert kept(phone, asked) == (1, 0.5, 0.95, 0.5, 0.05)


def test_it_is_left_by_button_by_key_and_with_its_program(phone: PhoneDriver) -> None:
    asked = opened(phone)
    phone.shell("tap", ".image-editor-cancel")
    assert phone.answer(asked)["result"]["confirm"] is False
    asked = opened(phone)
    phone.evaluate(f"{EDITOR}._part.dispatchEvent(new KeyboardEvent('keydown', {{ key: 'Escape' }}))")
    assert phone.answer(asked)["result"]["confirm"] is False
    asked = opened(phone)
    phone.call_shell("clear")
    assert phone.answer(asked)["result"]["confirm"] is False


def test_a_picture_that_cannot_be_shown_is_told(phone: PhoneDriver) -> None:
    asked = phone.start("call-shell", call={"name": "editImage", "src": "none.png", "ratio": 1, "turns": False})
    assert "no image" in phone.answer(asked)["error"]
    assert phone.shell("rect", ".sheet.image-editor")["visible"] is False
