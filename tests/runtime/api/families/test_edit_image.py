"""A picture of which the person at the phone keeps a part."""

from __future__ import annotations

import pytest

from runtime.api.ports.media import Part
from tests.support.api_ports import FakeHost

KEPT = {"confirm": True, "quarters": 1, "left": 0.1, "top": 0.2, "width": 0.5, "height": 0.25}


@pytest.fixture(autouse=True)
def picture(host: FakeHost) -> None:
    (host.areas.package / "a.png").write_bytes(b"IMG")


def test_the_part_that_is_kept_is_a_file(host: FakeHost) -> None:
    ended = host.call("cropImage", src="/a.png", cropScale="16:9")
    ((method, params, _),) = host.ui.asked
    assert (method, params["src"], round(params["ratio"], 3), params["turns"]) == ("editImage", "/a.png", 1.778, False)
    host.ui.answer(KEPT)
    assert host.media.parts == [Part(1, 0.1, 0.2, 0.5, 0.25)]
    place = host.areas.resolve((ended.result or {})["tempFilePath"])
    assert place is not None
    assert place.real is not None
    assert (place.real.read_bytes(), place.real.suffix) == (b"PART", ".jpg")


def test_editing_turns_and_knows_no_shape(host: FakeHost) -> None:
    host.call("editImage", src="a.png")
    assert host.ui.asked[0][1] == {"src": "a.png", "ratio": 0, "turns": True}


def test_leaving_is_cancelling(host: FakeHost) -> None:
    ended = host.call("cropImage", src="a.png", cropScale="1:1")
    host.ui.answer({**KEPT, "confirm": False})
    assert ended.result == {"errMsg": "cropImage:fail cancel"}


def test_without_anybody_the_largest_part_in_the_middle_is_kept(host: FakeHost) -> None:
    host.world.set("answers.dialogs", "accept", "panel")
    assert host.call("cropImage", src="a.png", cropScale="1:1").ok
    assert host.call("editImage", src="a.png").ok
    # The picture is 4 by 3.
    assert host.media.parts == [Part(0, 0.125, 0, 0.75, 1), Part(0, 0, 0, 1, 1)]
    host.world.set("answers.dialogs", "decline", "panel")
    assert host.call("cropImage", src="a.png", cropScale="1:1").result == {"errMsg": "cropImage:fail cancel"}


@pytest.mark.parametrize("scale", ["", "0:1", "1:0", "16/9", "a:b", "1:-1", "²:1"])
def test_a_shape_that_is_none_is_refused(host: FakeHost, scale: str) -> None:
    result = host.call("cropImage", src="a.png", cropScale=scale).result or {}
    assert result["errMsg"].startswith("cropImage:fail parameter error: parameter.cropScale should be")
    assert host.ui.asked == []


def test_what_is_no_picture_is_refused(host: FakeHost) -> None:
    (host.areas.package / "b.png").write_bytes(b"none")
    assert host.call("editImage", src="b.png").result == {"errMsg": 'editImage:fail no image "b.png"'}
    assert host.call("editImage", src="c.png").result == {"errMsg": 'editImage:fail file not found "c.png"'}
    assert host.ui.asked == []
