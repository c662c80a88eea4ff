"""From where a user comes: what a program is told of it, and what is no object."""

from __future__ import annotations

import pytest

from simulator.session.arrival import Arrival


@pytest.mark.parametrize(
    ("arrival", "told"),
    [
        (Arrival(1038, "wx1"), {"appId": "wx1", "extraData": {}}),
        (Arrival(1037, "wx1", '{"a": [1]}'), {"appId": "wx1", "extraData": {"a": [1]}}),
        (Arrival(1038, "wx1", "{broken"), {"appId": "wx1", "extraData": {}}),
        (Arrival(1011, "wx1", '{"a": 1}'), {}),
        (Arrival(1038), {}),
    ],
)
def test_who_led_there(arrival: Arrival, told: dict[str, object]) -> None:
    assert arrival.referrer_info == told


@pytest.mark.parametrize(
    ("text", "is_fine"), [("", True), ('{"a": 1}', True), ("[1]", False), ("{", False), ("[" * 9999, False)]
)
def test_extra_data_is_an_object(text: str, *, is_fine: bool) -> None:
    assert (Arrival(1037, "wx1", text).fault == "") is is_fine
