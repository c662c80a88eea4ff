"""Ads: loaded, shown, closed, failed, as the world and the person at the phone say."""

from __future__ import annotations

import pytest

from tests.support.api_ports import FakeHost
from tests.support.wx_program import WxProgram

REWARDED = """globalThis.ad = wx.createRewardedVideoAd({ adUnitId: 'u1' });
ad.onLoad((r) => log.push(['load', r])); ad.onClose((r) => log.push(['close', r]));
ad.onError((r) => log.push(['error', r.errCode]));"""


def test_a_rewarded_ad_loads_shows_and_closes(program: WxProgram) -> None:
    program.run(REWARDED)
    assert [call.name for call in program.host_calls()] == ["RewardedVideoAd.load"]
    program.answer(True, {"errMsg": "load:ok"})
    program.run("ad.show().then((r) => log.push(r.errMsg)); return 1")
    shown = program.host_calls()[-1]
    assert (shown.name, bytes(shown.args)) == ("RewardedVideoAd.show", b'{"adUnitId":"u1","isLoaded":true}')
    program.answer(True, {"errMsg": "show:ok"})
    program.run(f"installed.apiEvent('onClose', {{ isEnded: true }}, '{shown.call_id}')")
    assert program.log() == [["load", {"useFallbackSharePage": False}], "show:ok", ["close", {"isEnded": True}]]
    # The next one is loaded by itself.
    assert program.host_calls()[-1].name == "RewardedVideoAd.load"
    program.run(f"installed.apiEvent('onClose', {{ isEnded: true }}, '{shown.call_id}')")
    assert program.log() == []


def test_an_ad_that_there_is_not_is_an_error_and_a_rejection(program: WxProgram) -> None:
    program.run(REWARDED)
    program.answer(False, {"errMsg": "load:fail no advertisement", "errCode": 1004})
    program.run("ad.show().catch((r) => log.push(['refused', r.errCode])); return 1")
    assert b'"isLoaded":false' in bytes(program.host_calls()[-1].args)
    program.answer(False, {"errMsg": "show:fail no ad data", "errCode": 1004})
    assert program.log() == [["error", 1004], ["error", 1004], ["refused", 1004]]


def test_there_is_one_rewarded_ad_of_a_unit_unless_many_are_wanted(program: WxProgram) -> None:
    program.run(
        """const make = (name, option) => wx[name]({ adUnitId: 'u1', ...option });
           const first = make('createRewardedVideoAd');
           log.push(make('createRewardedVideoAd') === first);
           log.push(make('createRewardedVideoAd', { multiton: true }) === first);
           first.destroy();
           log.push(make('createRewardedVideoAd') === first);
           log.push(make('createInterstitialAd') === make('createInterstitialAd'));"""
    )
    assert program.log() == [True, False, False, False]


def test_a_destroyed_ad_tells_nothing_more(program: WxProgram) -> None:
    program.run(REWARDED + "ad.destroy();")
    program.answer(True, {"errMsg": "load:ok"})
    assert program.log() == []


@pytest.mark.parametrize(("answer", "is_ended"), [(True, True), (False, False)])
def test_the_person_watches_it_to_its_end_or_not(host: FakeHost, answer: bool, is_ended: bool) -> None:
    ended = host.call("RewardedVideoAd.show", adUnitId="u1", isLoaded=True)
    assert (ended.ok, ended.events) == (True, [])
    assert host.ui.asked[0][1]["content"] == "u1"
    host.ui.answer({"confirm": answer})
    assert [(name, detail) for name, detail, _ in ended.events] == [("onClose", {"isEnded": is_ended})]


def test_the_world_says_whether_there_is_one(host: FakeHost) -> None:
    assert host.call("InterstitialAd.load", adUnitId="u").ok
    host.play({"ad.error": "1004"})
    assert host.call("InterstitialAd.load", adUnitId="u").result == {
        "errCode": 1004, "errMsg": "load:fail no advertisement",
    }  # fmt: skip
    assert host.call("InterstitialAd.show", adUnitId="u").result == {
        "errCode": 1004, "errMsg": "show:fail no ad data, please load it first",
    }  # fmt: skip
    host.play({"answers.dialogs": "decline"})
    ended = host.call("InterstitialAd.show", adUnitId="u", isLoaded=True)
    assert (ended.ok, [name for name, _, _ in ended.events]) == (True, ["onClose"])


def test_no_ad_is_shown_at_the_start(host: FakeHost) -> None:
    assert host.call("getShowSplashAdStatus").result == {
        "status": "unknown", "code": -1, "errMsg": "getShowSplashAdStatus:ok",
    }  # fmt: skip
