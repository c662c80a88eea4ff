"""Files of the phone's view in the traffic log."""

from __future__ import annotations

from ide.models.network.columns import status
from runtime.protocol.view import LoadedFile
from simulator.traffic.network_side import NetworkSide
from simulator.traffic.view_files import watched

FAR = "https://a.example/far.png?v=1"


def test_every_answer_of_a_reader_is_logged() -> None:
    side = NetworkSide()
    read = watched({"a/logo.png": b"png", "font.ttf": b"font"}.get, "project", side.log)
    assert [read("a/logo.png"), read("font.ttf"), read("no.mp4")] == [b"png", b"font", None]
    assert [(one.kind, one.url, one.status, one.state) for one in side.log.exchanges()] == [
        ("image", "handset://project/a/logo.png", 200, "ok"),
        ("font", "handset://project/font.ttf", 200, "ok"),
        ("media", "handset://project/no.mp4", 404, "failed"),
    ]


def test_files_of_the_web_are_what_asked_for_them() -> None:
    side = NetworkSide()
    side.web.loaded([
        LoadedFile(FAR, "img", 5.0, 2.0, 0, 0),
        LoadedFile("https://a.example/picture", "img", 5.0, 2.0, 700, 200),
        LoadedFile("https://a.example/f", "css", 5.0, 2.0, 0, 0),
    ])  # fmt: skip
    assert [(one.kind, one.status, one.body and one.body.size_bytes) for one in side.log.exchanges()] == [
        ("image", 0, None), ("image", 200, 700), ("other", 0, None),
    ]  # fmt: skip


def test_what_came_of_a_picture_its_element_knows_and_of_a_font_that_it_has_no_status() -> None:
    side = NetworkSide()
    side.web.loaded([
        LoadedFile(FAR, "img", 5.0, 2.0, 0, 0, "loaded"),
        LoadedFile(FAR, "img", 5.0, 2.0, 0, 0, "failed"),
        LoadedFile("https://a.example/f.woff", "css", 5.0, 2.0, 0, 0),
        LoadedFile("https://a.example/f.woff", "css", 5.0, 2.0, 9, 200),
    ])  # fmt: skip
    assert [(one.state, one.is_there, bool(one.error)) for one in side.log.exchanges()] == [
        ("ok", True, False), ("failed", False, True), ("failed", False, True), ("ok", False, False),
    ]  # fmt: skip
    assert [status(one) for one in side.log.exchanges()] == ["loaded", "failed", "failed", "200"]


def test_what_is_out_of_reach_is_logged_once() -> None:
    side = NetworkSide()
    web = side.web
    side.conditions.block(["far"])
    assert not web.may_ask(FAR)
    web.loaded([LoadedFile(FAR, "img", 5.0, 2.0, 0, 0)])
    assert [(one.kind, one.error) for one in side.log.exchanges()] == [("image", "net::ERR_BLOCKED_BY_CLIENT")]
    side.conditions.block([])
    side.conditions.become("offline")
    assert not web.may_ask(FAR)
    assert side.log.exchanges()[1].error == "net::ERR_INTERNET_DISCONNECTED"
    side.conditions.become("online")
    assert web.may_ask(FAR)
