"""The film over the phone of which a part is kept: two sliders that hold each other to its length."""

from __future__ import annotations

import pytest

from tests.simulator.phone.phone_driver import PhoneDriver

pytestmark = pytest.mark.browser

FILM = {"src": "none.mp4", "duration": 10, "least": 2, "most": 5}


def opened(phone: PhoneDriver) -> int:
    return phone.start("call-shell", call={"name": "editVideo", **FILM})


def part(phone: PhoneDriver, asked: int) -> tuple[float, float]:
    phone.shell("tap", ".video-editor .image-editor-done")
    answer = phone.answer(asked)["result"]
    assert answer["confirm"] is True
    return answer["start"], answer["end"]


def test_at_first_the_longest_part_from_the_start_is_kept(phone: PhoneDriver) -> None:
    assert part(phone, opened(phone)) == (0, 5)


@pytest.mark.parametrize(
    ("slider", "value", "expected"), [(0, "4", (4, 6)), (0, "9.5", (8, 10)), (1, "9", (4, 9)), (1, "0.5", (0, 2))]
)
def test_the_part_is_neither_too_short_nor_too_long(
    phone: PhoneDriver, slider: int, value: str, expected: tuple[float, float]
) -> None:
    asked = opened(phone)
    phone.shell("input", ".video-editor-range input", index=slider, value=value)
    assert part(phone, asked) == expected


def test_it_is_left_without_a_part(phone: PhoneDriver) -> None:
    asked = opened(phone)
    phone.shell("tap", ".video-editor .image-editor-cancel")
    assert phone.answer(asked)["result"]["confirm"] is False
