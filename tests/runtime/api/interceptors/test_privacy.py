"""The privacy contract: the program is asked, then the phone; calls wait for the one answer."""

from __future__ import annotations

import pytest

from runtime.api.interceptors.privacy import GUARDED
from runtime.platform.wechat import WECHAT
from tests.support.api_ports import Ended, FakeHost


def asked(host: FakeHost) -> list[str]:
    """Who was asked for consent, from now on."""
    referrers: list[str] = []
    host.play({"privacy.isAgreed": False})
    host.world.subscribe(
        lambda happening: referrers.extend(
            str(one.payload["referrer"]) for one in happening.fires if one.source == "privacy"
        )
    )
    return referrers


def outcome(ended: Ended) -> tuple[bool | None, object]:
    return ended.ok, (ended.result or {}).get("errno")


def test_every_guarded_name_is_an_api() -> None:
    assert [name for name in GUARDED if WECHAT.registry.find(name) is None] == []


def test_calls_wait_for_the_programs_answer(host: FakeHost) -> None:
    referrers = asked(host)
    host.play({"permission.userLocation": "granted"})
    first, second = host.call("getClipboardData"), host.call("getLocation")
    free = host.call("getNetworkType")
    assert (referrers, first.ok, second.ok, free.ok) == (["getClipboardData"], None, None, True)
    host.privacy.answered("exposureAuthorization")
    assert first.ok is None
    host.privacy.answered("agree")
    assert (first.ok, second.ok, host.world["privacy.isAgreed"]) == (True, True, True)
    assert host.call("getClipboardData").ok
    assert len(referrers) == 1


def test_a_refusal_fails_what_waits_and_is_asked_again(host: FakeHost) -> None:
    referrers = asked(host)
    first = host.call("requirePrivacyAuthorize")
    host.privacy.answered("disagree")
    assert outcome(first) == (False, 104)
    host.privacy.answered("agree")
    assert not host.world["privacy.isAgreed"]
    host.call("getClipboardData")
    assert referrers == ["requirePrivacyAuthorize", "getClipboardData"]


@pytest.mark.parametrize("is_agreed", [True, False])
def test_without_a_listener_the_phone_asks(host: FakeHost, *, is_agreed: bool) -> None:
    asked(host)
    ended = host.call("getClipboardData")
    host.privacy.answered("unheard")
    assert "《小程序隐私保护指引》" in host.ui.asked[0][1]["content"]
    host.ui.answer({"confirm": is_agreed})
    assert (ended.ok, host.world["privacy.isAgreed"]) == (is_agreed, is_agreed)


def test_the_end_of_a_program_forgets_its_question(host: FakeHost) -> None:
    asked(host)
    ended = host.call("getClipboardData")
    host.privacy.forget()
    host.privacy.answered("agree")
    assert (ended.ok, host.world["privacy.isAgreed"]) == (None, False)


def test_whether_consent_is_needed(host: FakeHost) -> None:
    host.play({"privacy.isAgreed": False})
    assert host.call("getPrivacySetting").result == {
        "needAuthorization": True, "privacyContractName": "《小程序隐私保护指引》", "errMsg": "getPrivacySetting:ok",
    }  # fmt: skip
