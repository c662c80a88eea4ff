"""camera, live-player and live-pusher: every attribute and event with an effect, the orders of their contexts, and what
the world plays to them."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QImage

from runtime.platform.wechat import WECHAT
from tests.runtime.js.view.page_harness import PageHarness, on, page_of

pytestmark = pytest.mark.browser

SOUND = (Path(__file__).parents[3] / "support" / "media" / "small.mp3").read_bytes()
PLAYED = {
    "stream": "playing",
    "isCameraDenied": False,
    "scanResult": "a码",
    "scanType": "QR_CODE",
    "scanCharSet": "utf-8",
}
BOX = "const { width, height } = c.card.canvas; return [width, height]"
TRANSFORM = "return c.card.canvas.style.transform"
LABEL = "return c.card.label"
IS_ON, IS_MOVING = "return c.stream.isOn", "return c.card.isRunning"
TOLD = "c.stream.statistics(); await frames(1); return"
KINDS = f"{TOLD} sent.map((one) => one.type)"
IN_PLAY = {"src": "x", "autoplay": True}
SMALL = "view.setShown(false); await frames(1); return [smallWindows.length"
MOVES = "c.card.isRunning"
Rows = dict[str, list[tuple[dict[str, Any], str, Any]]]

CAMERA: Rows = {
    "mode": [({"mode": "scanCode"}, "return sent.some((one) => one.type === 'scancode')", True)],
    "resolution": [({"resolution": "high"}, BOX, [1080, 1440]), ({}, BOX, [720, 960])],
    "device-position": [({"devicePosition": "front"}, TRANSFORM, "scale(-1, 1)"), ({}, LABEL, "camera back")],
    "flash": [({"flash": "torch"}, LABEL, "camera back · torch")],
    "frame-size": [({"frameSize": "small"}, "const f = c.invoke('frame', []); return [f.width, f.height]", [288, 352])],
}
PLAYER: Rows = {
    "src": [({"src": "rtmp://a/b"}, LABEL, "rtmp://a/b")],
    "autoplay": [
        ({"src": "x", "autoplay": True}, "return c.stream.isOn", True),
        ({"src": "x"}, "return c.stream.isOn", False),
    ],
    "muted": [({"muted": True}, "return c.isMuted", True)],
    "orientation": [({"orientation": "horizontal"}, TRANSFORM, "rotate(90deg)")],
    "object-fit": [({"objectFit": "fillCrop"}, "return c.card.canvas.style.objectFit", "cover")],
    "picture-in-picture-mode": [
        (
            {**IN_PLAY, "pictureInPictureMode": "push"},
            f"{SMALL}, sent.at(-1).type, {MOVES}]",
            [1, "enterpictureinpicture", True],
        ),
        (IN_PLAY, f"{SMALL}, {MOVES}]", [0, False]),
        ({"src": "x", "pictureInPictureMode": "push"}, f"{SMALL}]", [0]),
        (
            {**IN_PLAY, "pictureInPictureMode": ["push"]},
            f"{SMALL}, c.invoke('exitPictureInPicture', []), await frames(1), sent.at(-1).type, smallWindows.at(-1)]",
            [1, None, None, "leavepictureinpicture", None],
        ),
    ],
    "picture-in-picture-init-position": [
        (
            {**IN_PLAY, "pictureInPictureMode": "push", "pictureInPictureInitPosition": "(left, 9)"},
            "view.setShown(false); return smallWindows[0].place",
            "(left, 9)",
        ),
    ],
    "enable-auto-rotation": [
        (
            {**IN_PLAY, "enableAutoRotation": True},
            "frame.style.height = '200px'; await until(() => c.full.isOn, 'full screen'); return true",
            True,
        ),
    ],
    "auto-pause-if-navigate": [
        ({"src": "x", "autoplay": True}, "view.setShown(false); return c.card.isRunning", False),
        (
            {"src": "x", "autoplay": True, "autoPauseIfNavigate": False},
            "view.setShown(false); return c.card.isRunning",
            True,
        ),
    ],
}
PUSHER: Rows = {
    "url": [({"mode": "SD"}, "try { c.invoke('start', []) } catch (error) { return error.message }", "url is empty")],
    "mode": [({"mode": "RTC"}, "c.invoke('start', []); return c.stream.isOn", True)],
    "autopush": [({"url": "x", "autopush": True}, "return c.stream.isOn", True)],
    "muted": [({"muted": True}, KINDS, ["netstatus"])],
    "enable-mic": [({"enableMic": False}, KINDS, ["netstatus"])],
    "enable-camera": [
        (
            {"enableCamera": False, "url": "x", "autopush": True},
            "return [c.card.isRunning, c.card.label]",
            [False, "sound only"],
        ),
    ],
    "orientation": [({"orientation": "horizontal"}, BOX, [640, 360]), ({}, BOX, [360, 640])],
    "video-width": [({"videoWidth": 300}, BOX, [300, 640])],
    "video-height": [({"videoHeight": 300}, BOX, [360, 300])],
    "device-position": [({"devicePosition": "back"}, "return c.position", "back")],
    "local-mirror": [({}, TRANSFORM, "scale(-1, 1)"), ({"localMirror": "disable"}, TRANSFORM, "scale(1, 1)")],
    "waiting-image": [
        ({"waitingImage": "/img/a.svg"}, "return $('#c').style.backgroundImage.includes('img/a.svg')", True),
    ],
    "picture-in-picture-mode": [
        ({"url": "x", "autopush": True, "pictureInPictureMode": "push"}, f"{SMALL}, sent.at(-1).type, {MOVES}]",
         [1, "enterpictureinpicture", True]),
    ],
    "max-bitrate": [({"maxBitrate": 7}, f"{TOLD} sent[0].detail.info.videoBitrate", 7)],
    "fps": [({"fps": 9}, f"{TOLD} sent[0].detail.info.videoFPS", 9)],
}  # fmt: skip
MEMBER: Rows = {
    "openid": [({"openid": "o1"}, LABEL, "camera o1")],
    "mode": [({"mode": "video", "openid": "o1"}, LABEL, "member o1")],
    "device-position": [({}, TRANSFORM, "scaleX(-1)"), ({"devicePosition": "back"}, TRANSFORM, "")],
    "object-fit": [({"objectFit": "cover"}, "return c.card.canvas.style.objectFit", "cover")],
}
ROOM: Rows = {
    "feed-id": [({"feedId": "f1"}, LABEL, "f1")],
    "finder-user-name": [({"feedId": "f1", "finderUserName": "u"}, LABEL, "u · f1")],
}
CHANNEL: Rows = {
    "feed-id": [({"feedId": "f1", "autoplay": True}, IS_MOVING, True)],
    "finder-user-name": [({"feedId": "f1", "finderUserName": "u"}, LABEL, "u · f1")],
    "feed-token": [({"feedToken": "t", "autoplay": True}, f"c.stop(); {LABEL}", "t")],
    "autoplay": [({"feedId": "f1"}, IS_MOVING, False)],
    "loop": [({"feedId": "f1", "loop": True}, "c.tapped(); return c.is('loop') && c.card.isRunning", True)],
    "object-fit": [({"objectFit": "fill"}, "return c.card.canvas.style.objectFit", "fill")],
}
TABLES = {
    "camera": CAMERA, "live-player": PLAYER, "live-pusher": PUSHER, "voip-room": MEMBER, "channel-live": ROOM,
    "channel-video": CHANNEL,
}  # fmt: skip
EVENTS: dict[str, set[str]] = {
    "camera": {"initdone", "error", "scancode", "stop"},
    "live-player": {
        "statechange", "fullscreenchange", "netstatus", "audiovolumenotify", "enterpictureinpicture",
        "leavepictureinpicture",
    },
    "voip-room": {"error"},
    "channel-live": set(),
    "channel-video": {"error"},
    "live-pusher": {
        "statechange", "netstatus", "error", "bgmstart", "bgmprogress", "bgmcomplete", "audiovolumenotify",
        "enterpictureinpicture", "leavepictureinpicture",
    },
}  # fmt: skip


@pytest.fixture
def live(harness: PageHarness) -> Iterator[PageHarness]:
    """The harness; its page is closed afterwards."""
    yield harness
    harness.run("view.destroy()")


def opened(harness: PageHarness, tag: str, given: dict[str, Any], **played: Any) -> None:
    """One component, `c` in what runs from now on."""
    attributes = {"id": "c", "events": on(*EVENTS[tag]), **given}
    harness.open(page_of((tag, attributes)), stream=[], device={"played": {**PLAYED, **played}})
    harness.run(f"await until(() => (window.c = $('#c').__builtIn)?.card, 'the parts of {tag}'); await frames(1)")


def play(harness: PageHarness, **played: Any) -> None:
    change = json.dumps(played)
    harness.run(f"view.setDevice({{ ...view.device, played: {{ ...view.device.played, ...{change} }} }})")


def codes(harness: PageHarness) -> list[int]:
    return [event["detail"]["code"] for event in harness.events("statechange")]


@pytest.mark.parametrize("tag", TABLES)
def test_the_tables_have_every_attribute_and_event_with_an_effect(tag: str) -> None:
    support, documented = WECHAT.support.components[tag], WECHAT.components[tag]
    assert set(TABLES[tag]) == set(documented["attributes"]) - support.attributes
    assert EVENTS[tag] == set(documented.get("events", {})) - support.events


@pytest.mark.parametrize(
    ("tag", "given", "asked", "expected"),
    [
        pytest.param(tag, *row, id=f"{tag}-{name}-{number}")
        for tag, table in TABLES.items()
        for name, rows in table.items()
        for number, row in enumerate(rows)
    ],
)
def test_attributes(live: PageHarness, tag: str, given: dict[str, Any], asked: str, expected: Any) -> None:
    opened(live, tag, given)
    assert live.run(f"const c = window.c; {asked}") == expected


def test_a_camera_begins_and_scans_what_the_world_holds_before_it(live: PageHarness) -> None:
    opened(live, "camera", {"mode": "scanCode"})
    began, scanned = live.events()
    assert (began["type"], began["detail"]) == ("initdone", {"maxZoom": 10})
    assert scanned["detail"] == {
        "type": "QR_CODE", "result": "a码", "charSet": "utf-8", "scanArea": [0, 0, 720, 960],
        "rawData": base64.b64encode("a码".encode()).decode(),
    }  # fmt: skip


def test_a_camera_that_is_taken_away_stops(live: PageHarness) -> None:
    opened(live, "camera", {})
    play(live, isCameraDenied=True)
    assert [event["type"] for event in live.events()] == ["initdone", "stop", "error"]


def test_a_camera_that_may_not_be_used_says_so_and_shows_nothing(live: PageHarness) -> None:
    opened(live, "camera", {}, isCameraDenied=True)
    (error,) = live.events()
    assert (error["type"], error["detail"]) == ("error", {"errMsg": "insertCamera:fail auth deny"})
    assert live.run("return c.card.isRunning") is False
    assert live.run("try { c.invoke('takePhoto', []) } catch (error) { return error.message }") == "auth deny"
    play(live, isCameraDenied=False)
    assert live.run("return c.card.isRunning") is True


def test_what_a_camera_takes(live: PageHarness) -> None:
    opened(live, "camera", {"resolution": "low"})
    photo = live.run("return c.invoke('takePhoto', [{ quality: 'low' }]).files.tempImagePath")
    picture = QImage.fromData(base64.b64decode(photo["data"]))
    assert (photo["type"], picture.width(), picture.height()) == ("jpg", 288, 352)
    assert live.run("return c.invoke('setZoom', [{ zoom: 99 }])") == {"zoom": 10}
    frame = live.run("return c.invoke('frame', [])")
    assert len(base64.b64decode(frame["pixels"])) == frame["width"] * frame["height"] * 4 == 480 * 640 * 4
    live.run("c.invoke('startRecord', [{}]); await frames(20)")
    files = live.run("return (await c.invoke('stopRecord', [{}])).files")
    assert base64.b64decode(files["tempVideoPath"]["data"])[4:8] == b"ftyp"
    assert files["tempThumbPath"]["type"] == "jpg"
    refused = "return await c.invoke('stopRecord', [{}]).catch((error) => error.message)"
    assert live.run(refused) == "not recording"


@pytest.mark.parametrize(
    ("tag", "told"),
    [
        ("live-player", ([2001, 2002, 2009, 2003, 2004], [2007], [2004], [2103, -2301], [2006])),
        ("live-pusher", ([1001, 1002, 1003, 1007, 1008], [1101], [1002], [1102, -1307], [3004])),
    ],
)
def test_a_stream_goes_as_the_world_says(live: PageHarness, tag: str, told: tuple[list[int], ...]) -> None:
    began, buffering, goes_on, broken, ended = told
    starts = {"src": "x", "autoplay": True} if tag == "live-player" else {"url": "x", "autopush": True}
    opened(live, tag, starts)
    assert codes(live) == began
    assert live.run("return c.card.isRunning") is True
    play(live, stream="buffering")
    assert (codes(live), live.run("return c.card.isRunning")) == (buffering, False)
    play(live, stream="playing")
    assert codes(live) == goes_on
    play(live, stream="broken")
    assert (codes(live), live.run("return [c.stream.isOn, c.card.isRunning]")) == (broken, [False, False])
    play(live, stream="playing")
    assert codes(live) == []
    live.run(f"c.invoke('{'play' if tag == 'live-player' else 'start'}', [{{}}])")
    assert codes(live) == began
    play(live, stream="ended")
    assert codes(live) == ended


def test_live_player_context(live: PageHarness) -> None:
    opened(live, "live-player", {"src": "x"})
    live.run("c.invoke('play', []); c.invoke('pause', [])")
    assert live.run("return c.card.isRunning") is False
    live.run("c.invoke('resume', [])")
    assert live.run("c.invoke('mute', []); return [c.card.isRunning, c.isMuted]") == [True, True]
    live.run("c.invoke('requestFullScreen', [{ direction: 0 }]); c.invoke('exitFullScreen', [])")
    full = [event["detail"]["fullScreen"] for event in live.events("fullscreenchange")]
    assert (full, live.run("return covers")) == ([True, False], [True, False])
    still = live.run("return c.invoke('snapshot', [{}])")
    assert (still["width"], still["files"]["tempImagePath"]["type"]) == ("640", "jpg")
    live.run("c.invoke('requestBackgroundPlayback', []); view.setShown(false)")
    assert live.run("return c.card.isRunning") is True
    live.run("c.stream.statistics(); c.isMuted = false; c.stream.statistics(); c.invoke('stop', [])")
    assert [event["type"] for event in live.events("netstatus", "audiovolumenotify")] == [
        "netstatus", "netstatus", "audiovolumenotify",
    ]  # fmt: skip
    assert live.run("return c.card.isRunning") is False
    empty = "c.assign('src', ''); try { c.invoke('play', []) } catch (error) { return error.message }"
    assert live.run(empty) == "src is empty"


def test_a_player_begins_by_itself_once_it_knows_what(live: PageHarness) -> None:
    opened(live, "live-player", {"autoplay": True})
    assert live.run("return c.stream.isOn") is False
    states = [live.run(f"c.assign('src', '{src}'); return c.stream.isOn") for src in ("x", "", "y")]
    assert states == [True, False, True]


def test_live_pusher_context(live: PageHarness) -> None:
    live.files["bgm.mp3"] = SOUND
    opened(live, "live-pusher", {"url": "x"})
    live.run("c.invoke('startPreview', [])")
    assert live.run("return [c.card.isRunning, c.stream.isOn]") == [True, False]
    assert (
        live.run("c.invoke('switchCamera', []); c.invoke('toggleTorch', []); return c.card.label")
        == "camera back · torch"
    )
    assert live.run("c.invoke('setZoom', [{ zoom: 3 }]); return c.invoke('getMaxZoom', [])") == {"maxZoom": 10}
    assert live.run("return c.invoke('snapshot', [{}]).width") == "360"
    live.run("c.invoke('playBGM', [{ url: '/bgm.mp3' }]); c.invoke('setBGMVolume', [{ volume: 0.5 }])")
    live.run("await until(() => sent.some((one) => one.type === 'bgmprogress'), 'the music')")
    live.run("c.invoke('pauseBGM', []); c.invoke('resumeBGM', [])")
    live.run("await until(() => sent.some((one) => one.type === 'bgmcomplete'), 'its end')")
    assert live.run("c.invoke('stopBGM', []); return c.music") is None
    assert live.events("bgmstart")


def test_a_pusher_that_may_not_use_the_camera(live: PageHarness) -> None:
    opened(live, "live-pusher", {"url": "x", "autopush": True}, isCameraDenied=True)
    assert [(event["type"], event["detail"]["errCode"]) for event in live.events()] == [("error", 10001)]


def test_a_film_of_a_channel_stops_and_goes_by_taps_and_needs_its_number(live: PageHarness) -> None:
    opened(live, "channel-video", {"feedId": "f1"})
    live.tap("#c")
    assert live.run("return [c.card.isRunning, c.button.hidden]") == [True, True]
    live.run("view.setShown(false)")
    assert live.run("return [c.card.isRunning, c.button.hidden]") == [False, False]
    opened(live, "channel-video", {"autoplay": True})
    assert [(event["type"], event["detail"]) for event in live.events()] == [("error", {"errMsg": "feed-id is empty"})]


def test_a_member_of_a_call_without_a_camera(live: PageHarness) -> None:
    opened(live, "voip-room", {}, isCameraDenied=True)
    assert [event["type"] for event in live.events()] == ["error"]
    assert live.run(IS_MOVING) is False
    opened(live, "voip-room", {"mode": "video"}, isCameraDenied=True)
    assert live.run(IS_MOVING) is True
