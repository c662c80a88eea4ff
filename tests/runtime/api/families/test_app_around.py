"""What the app around plays: published values, faces, messages to who opened the program, Wi-Fi of sockets, logs."""

from __future__ import annotations

from typing import Any

import pytest

from tests.support.api_ports import FakeHost
from tests.support.wx_program import WxProgram


@pytest.mark.parametrize(
    ("keys", "conf"), [(["b", "none"], '{"b":"x"}'), ([], '{"a":1,"b":"x"}'), (None, '{"a":1,"b":"x"}')]
)
def test_published_values_are_those_of_the_world(host: FakeHost, keys: Any, conf: str) -> None:
    host.play({"config.published": {"a": 1, "b": "x"}})
    assert host.call("getCommonConfig", mode=0, **({} if keys is None else {"keys": keys})).result == {
        "errcode": 0, "errmsg": "ok", "conf": conf, "conf_type": 1, "expire_sec": 3600,
        "errMsg": "getCommonConfig:ok",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("answer", "ok", "code"), [("match", True, 0), ("mismatch", False, 90009), ("cancel", False, 90008)]
)
def test_a_face_is_verified_as_the_world_says(host: FakeHost, answer: str, ok: bool, code: int) -> None:
    host.play({"biometrics.answer": answer})
    ended = host.call("requestFacialVerify", verifyId="v")
    assert ended.result is not None
    assert (ended.ok, ended.result["errCode"]) == (ok, code)


def test_a_phone_that_knows_no_faces_says_so(host: FakeHost) -> None:
    assert host.call("checkIsSupportFacialRecognition").ok
    host.play({"biometrics.modes": ["fingerPrint"]})
    for name in ("checkIsSupportFacialRecognition", "requestFacialVerify"):
        ended = host.call(name, verifyId="v")
        assert ended.result == {"errCode": 90001, "errMsg": f"{name}:fail not support facial recognition"}


def test_the_person_at_the_phone_shows_their_face(host: FakeHost) -> None:
    ended = host.call("requestFacialVerify", verifyId="v-1")
    assert host.ui.asked[0][1]["content"] == "v-1"
    host.ui.answer({"confirm": True})
    assert ended.ok


def test_messages_to_who_has_opened_the_program_are_taken(program: WxProgram) -> None:
    program.run("log.push(wx.postMessageToReferrerPage({ extraData: { a: 1 } }) === undefined)")
    program.run("wx.postMessageToReferrerMiniProgram({ extraData: {} });")
    assert program.log() == [True]


def test_a_stream_is_bound_to_the_wifi_that_the_phone_is_in(host: FakeHost) -> None:
    assert host.call("createTCPSocket").ok
    bound = host.call("TCPSocket.bindWifi", task=1, BSSID="02:00:00:00:00:01")
    assert (bound.ok, [name for name, _, _ in bound.events]) == (True, ["onBindWifi"])
    assert not host.call("TCPSocket.bindWifi", task=1, BSSID="02:00:00:00:00:02").ok


def test_modules_and_tagged_logs(program: WxProgram) -> None:
    program.run(
        """const written = []; console.warn = (...args) => written.push(args);
           wx.getRealtimeLogManager().tag('shop').warn('k', 1); log.push(...written);"""
    )
    assert program.log() == [["[shop]", "k", 1]]
