"""`video`: every attribute and event that has an effect, the orders of VideoContext, gestures, full screen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from runtime.platform.wechat import WECHAT
from tests.runtime.js.view.page_harness import PageHarness, on, page_of

pytestmark = pytest.mark.browser

FILM = (Path(__file__).parents[3] / "support" / "media" / "small.webm").read_bytes()
"""160 × 90, ten pictures a second, 3 s: bars, and a block that moves."""
SUPPORT = WECHAT.support.components["video"]
DOCUMENTED = WECHAT.components["video"]
PLAYED = "v.invoke('play', []); await until(() => v.playback.currentTime > 0.05, 'playing');"
SHOWN = f"{PLAYED} v.controls.show(true);"
FULL = f"{SHOWN} v.invoke('requestFullScreen', [{{}}]); await frames(2);"
BOX = "v.stage.box.getBoundingClientRect()"


@dataclass(frozen=True)
class Row:
    """With `given`, after `before`, `asked` is `expected`."""

    given: dict[str, Any]
    asked: str
    expected: Any
    before: str = ""


def visible(part: str) -> str:
    return f"[...doc.querySelectorAll('{part}')].some((one) => one.getClientRects().length > 0)"


COMMENTS = [{"text": "early", "color": "#ff0000", "time": 0}, {"text": "late", "time": 2}]
ATTRIBUTES: dict[str, list[Row]] = {
    "src": [Row({"src": ""}, "v.playback", None), Row({}, "v.playback.url", "handset://project/film.webm")],
    "duration": [Row({"duration": 65}, "v.stage.duration.textContent", "01:05")],
    "controls": [
        Row({"controls": False}, visible(".wx-video-bar, .wx-video-cover"), False, SHOWN),
        Row({}, visible(".wx-video-bar"), True, SHOWN),
    ],
    "danmu-list": [Row({"danmuList": COMMENTS, "enableDanmu": True}, "v.stage.danmu.innerText", "early",
        f"{PLAYED} await until(() => v.stage.danmu.innerText, 'a comment');")],
    "enable-danmu": [Row({"danmuList": COMMENTS}, "v.stage.danmu.childElementCount", 0, PLAYED)],
    "danmu-btn": [
        Row({"danmuBtn": True}, visible(".wx-video-danmu-button"), True, SHOWN),
        Row({}, visible(".wx-video-danmu-button"), False, SHOWN),
    ],
    "autoplay": [Row({"autoplay": True}, "v.playback.isPaused", False)],
    "loop": [
        Row({"loop": True}, "[v.playback.isPaused, v.playback.currentTime < 2]", [False, True],
            f"{PLAYED} v.seek(2.8); await until(() => v.playback.currentTime < 1, 'again');"),
    ],
    "muted": [Row({"muted": True}, "v.playback.player.element.muted", True)],
    "initial-time": [Row({"initialTime": 2}, "v.playback.currentTime >= 2", True, PLAYED)],
    "page-gesture": [Row({"pageGesture": True}, "v.canDrag('y')", True, PLAYED)],
    "vslide-gesture": [
        Row({"vslideGesture": True}, "v.canDrag('y')", True, PLAYED), Row({}, "v.canDrag('y')", False, PLAYED),
    ],
    "vslide-gesture-in-fullscreen": [
        Row({}, "v.canDrag('x')", True, FULL), Row({"vslideGestureInFullscreen": False}, "v.canDrag('x')", False, FULL),
    ],
    "enable-progress-gesture": [
        Row({}, "v.canDrag('x')", True, PLAYED),
        Row({"enableProgressGesture": False}, "v.canDrag('x')", False, PLAYED),
    ],
    "direction": [
        Row({"direction": 0}, "v.full.direction", 0, FULL),
        Row({"direction": -90}, "v.full.direction", -90, FULL),
        Row({}, "v.full.direction", 90, FULL),
    ],
    "show-progress": [
        Row({"showProgress": False}, visible(".wx-video-progress-container"), False, SHOWN),
        Row({}, visible(".wx-video-progress-container"), True, SHOWN),
        Row({"style": "width:200px"}, visible(".wx-video-progress-container"), False, SHOWN),
    ],
    "show-fullscreen-btn": [Row({"showFullscreenBtn": False}, visible(".wx-video-fullscreen"), False, SHOWN)],
    "show-play-btn": [Row({"showPlayBtn": False}, visible(".wx-video-control-button"), False, SHOWN)],
    "show-center-play-btn": [
        Row(
            {"showCenterPlayBtn": False},
            f"[{visible('.wx-video-cover-play-button')}, {visible('.wx-video-bar')}]", [False, True],
        ),
        Row({}, visible(".wx-video-cover-play-button"), True),
    ],
    "play-btn-position": [
        Row({"playBtnPosition": "center"}, f"[{visible('.wx-video-cover-play-button')}, "
            f"{visible('.wx-video-control-button')}]", [True, False], SHOWN),
    ],
    "object-fit": [
        Row({"objectFit": fit}, "getComputedStyle(v.playback.player.element).objectFit", fit)
        for fit in ("contain", "fill", "cover")
    ],
    "poster": [
        Row({"poster": "/img/a.svg"}, visible(".wx-video-poster"), True),
        Row({"poster": "/img/a.svg"}, visible(".wx-video-poster"), False, PLAYED),
        Row({"poster": "/img/a.svg", "controls": False}, visible(".wx-video-poster"), False),
    ],
    "is-live": [
        Row({"isLive": True, "showProgress": True}, visible(".wx-video-progress-container"), False, SHOWN),
        Row({"showProgress": True}, visible(".wx-video-progress-container"), True, SHOWN),
    ],
    "show-mute-btn": [Row({"showMuteBtn": True}, visible(".wx-video-mute-button"), True, SHOWN)],
    "title": [Row({"title": "Name"}, "v.stage.top.innerText.trim()", "Name", FULL)],
    "enable-play-gesture": [
        Row({"enablePlayGesture": True}, "v.playback.isPaused", True,
            f"{PLAYED} for (const n of [1, 2]) v.tapped(v.stage.picture);"),
        Row({}, "v.playback.isPaused", False, f"{PLAYED} for (const n of [1, 2]) v.tapped(v.stage.picture);"),
    ],
    "auto-pause-if-navigate": [
        Row({}, "v.playback.isPaused", True, f"{PLAYED} view.setShown(false);"),
        Row({"autoPauseIfNavigate": False}, "v.playback.isPaused", False, f"{PLAYED} view.setShown(false);"),
    ],
    "show-bottom-progress": [
        Row({}, visible(".wx-video-bottom-progress"), True, PLAYED),
        Row({"showBottomProgress": False}, visible(".wx-video-bottom-progress"), False, PLAYED),
    ],
    "show-casting-button": [Row({"showCastingButton": True}, visible(".wx-video-casting"), True, FULL)],
    "show-background-playback-button": [
        Row({"showBackgroundPlaybackButton": False}, visible(".wx-video-background-playback"), False, FULL),
        Row({}, "v.playback.isPaused", False, f"{FULL} v.controls.tapped(v.stage.background); view.setShown(false);"),
    ],
    "show-screen-lock-button": [
        Row({"showScreenLockButton": True}, f"[{visible('.wx-video-lock')}, {visible('.wx-video-bar')}]", [True, False],
            f"{FULL} v.controls.tapped(v.stage.lock);"),
    ],
    "picture-in-picture-mode": [
        Row({"pictureInPictureMode": ["push"]}, "[smallWindows.length, v.playback.isPaused]", [1, False],
            f"{PLAYED} view.setShown(false);"),
    ],
    "picture-in-picture-show-progress": [
        Row({"pictureInPictureMode": "push", "pictureInPictureShowProgress": True}, "smallWindows[0].hasProgress", True,
            f"{PLAYED} view.setShown(false);"),
    ],
    "picture-in-picture-init-position": [
        Row({"pictureInPictureMode": "push", "pictureInPictureInitPosition": "(left, 20)"}, "smallWindows[0].place",
            "(left, 20)", f"{PLAYED} view.setShown(false);"),
    ],
    "enable-auto-rotation": [
        Row({"enableAutoRotation": True}, "v.isFull", True,
            f"{PLAYED} frame.style.height = '200px'; await until(() => v.isFull, 'full screen');"),
    ],
}  # fmt: skip
EVENTS: dict[str, Row] = {
    "loadedmetadata": Row({}, "", {"width": 160, "height": 90, "duration": pytest.approx(3, abs=0.1)}),
    "play": Row({}, "", {}, PLAYED),
    "pause": Row({}, "", {}, f"{PLAYED} v.invoke('pause', []);"),
    "timeupdate": Row(
        {}, "", {"currentTime": pytest.approx(1.5, abs=1.5), "duration": pytest.approx(3, abs=0.1)}, PLAYED
    ),
    "ended": Row({}, "", {}, f"{PLAYED} v.seek(2.9);"),
    "waiting": Row({}, "", {}, f"{PLAYED} v.playback.hear('waiting');"),
    "progress": Row({}, "", {"buffered": pytest.approx(50, abs=50)}, PLAYED),
    "error": Row({"src": "/nothing.webm"}, "", {"errMsg": "MEDIA_ERR_SRC_NOT_SUPPORTED"}),
    "seekcomplete": Row({}, "", {"position": pytest.approx(1, abs=0.2)}, "v.invoke('seek', [1]);"),
    "controlstoggle": Row({}, "", {"show": True}, SHOWN),
    "fullscreenchange": Row({}, "", {"fullScreen": True, "direction": "horizontal"}, FULL),
    "enterpictureinpicture": Row({"pictureInPictureMode": "push"}, "", {}, f"{PLAYED} view.setShown(false);"),
    "leavepictureinpicture": Row(
        {"pictureInPictureMode": "push"}, "", {}, f"{PLAYED} view.setShown(false); view.setShown(true);"
    ),
    "castinguserselect": Row(
        {"showCastingButton": True}, "", {"state": "fail"}, f"{FULL} v.controls.tapped(v.stage.casting);"
    ),
}  # fmt: skip


@pytest.fixture
def video(harness: PageHarness) -> Iterator[PageHarness]:
    """The harness, with a film; its page is closed afterwards."""
    harness.files["film.webm"] = FILM
    yield harness
    harness.run("view.destroy(); frame.style.height = ''")


def opened(
    harness: PageHarness, given: dict[str, Any], *children: Any, before: str = "", events: tuple[str, ...] = ()
) -> None:
    """One video, `v` in what runs from now on."""
    attributes = {"id": "v", "src": "/film.webm", "events": on(*events), **given}
    harness.open(page_of(("video", attributes, *children)), stream=[])
    known = "window.v.playback === null || window.v.playback.isKnown || window.v.playback.url.includes('nothing')"
    harness.run(
        "await until(() => (window.v = $('#v').__builtIn)?.stage, 'the parts of a video');"
        f"await until(() => {known}, 'a video'); window.frame = frame; const v = window.v; {before}"
    )


def test_the_table_has_every_attribute_and_event_with_an_effect() -> None:
    assert set(ATTRIBUTES) == set(DOCUMENTED["attributes"]) - SUPPORT.attributes
    assert set(EVENTS) == set(DOCUMENTED["events"]) - SUPPORT.events


@pytest.mark.parametrize(
    "row",
    [pytest.param(row, id=f"{name}-{number}") for name, rows in ATTRIBUTES.items() for number, row in enumerate(rows)],
)
def test_attributes(video: PageHarness, row: Row) -> None:
    opened(video, row.given, before=row.before)
    assert video.run(f"await frames(1); return {row.asked}") == row.expected


@pytest.mark.parametrize("name", EVENTS)
def test_events(video: PageHarness, name: str) -> None:
    row = EVENTS[name]
    opened(video, row.given, before=row.before, events=(name,))
    video.run(f"await until(() => sent.some((event) => event.type === '{name}'), '{name}')")
    assert video.events(name)[0]["detail"] == row.expected


def test_video_context_orders(video: PageHarness) -> None:
    opened(video, {"enableDanmu": True}, before=PLAYED)
    assert video.run("await v.invoke('playbackRate', [2]); return v.playback.player.element.playbackRate") == 2
    assert video.run("await v.invoke('playbackRate', [9]); return v.playback.player.element.playbackRate") == 2
    assert video.run("v.invoke('sendDanmu', [{text: 'hi', color: 'red'}]); return v.stage.danmu.innerText") == "hi"
    assert video.run("v.invoke('seek', [1.5]); v.invoke('seek', ['x']); return v.playback.currentTime >= 1.5")
    video.run("v.invoke('stop', []); await until(() => v.playback.currentTime === 0, 'the start')")
    assert video.run("return [v.playback.isPaused, v.hasPlayed]") == [True, False]
    video.run("v.invoke('requestFullScreen', [{ direction: 0 }])")
    assert video.run("return [v.isFull, covers]") == [True, [True]]
    video.run("v.invoke('exitFullScreen', [])")
    assert video.run("return [v.isFull, covers]") == [False, [True, False]]


def test_an_order_that_comes_before_the_parts_waits(video: PageHarness) -> None:
    video.open(page_of(("video", {"id": "v", "src": "/film.webm"})), stream=[])
    video.run("await view.call({name: 'element', id: 1, node: 0, call: {name: 'invoke', method: 'play', args: []}})")
    assert video.run("return $('#v').__builtIn.playback.isPaused") is False


def test_full_screen_lies_over_all_and_one_step_back_leaves_it(video: PageHarness) -> None:
    opened(video, {"style": "transform:scale(.5);width:100px"}, before=FULL)
    assert video.run(f"const b = {BOX}; return [b.left, b.top, b.width, b.height].map(Math.round)") == [0, 0, 375, 667]
    assert video.run("return view.closeLayer()") is True
    assert video.run(f"return [v.isFull, layers, Math.round({BOX}.width)]") == [False, [True, False], 50]


def test_a_finger_on_the_ball_seeks(video: PageHarness) -> None:
    opened(video, {}, before=f"{SHOWN} v.pause();")
    video.press(".wx-video-progress")
    video.move(40, 0)
    video.release()
    assert 1.5 < video.run("return v.playback.currentTime") < 3


def test_a_finger_across_seeks_and_up_and_down_changes_the_loudness(video: PageHarness) -> None:
    opened(video, {"vslideGesture": True}, before=f"{PLAYED} v.pause(); v.seek(1);")
    video.press("#v")
    video.move(-30, 0)
    video.move(-30, 0)
    video.run("await until(() => v.stage.toast.textContent.endsWith('/ 00:03'), 'where it would go')")
    video.release()
    assert video.run("return v.playback.currentTime") < 1
    assert (
        video.run("v.grab({target: v.stage.picture, clientX: 300}); v.canDrag('y'); return v.gestures.mode")
        == "loudness"
    )
    assert video.run("v.dragged({totalX: 0, totalY: 112}); return v.volume") == pytest.approx(0.5, abs=0.01)


def test_taps_show_the_bars_and_press_their_buttons(video: PageHarness) -> None:
    opened(
        video, {"style": "margin-top:100px"}, ("cover-view", {"id": "c"}, "above"), events=("controlstoggle", "play")
    )
    video.tap(".wx-video-cover-play-button")
    video.run("await until(() => v.playback.currentTime > 0, 'playing')")
    video.tap("#v")
    video.tap(".wx-video-control-button")
    assert video.run("return [v.playback.isPaused, v.controls.isShown]") == [True, True]
    video.tap("#c")
    assert video.run("return v.controls.isShown") is True
    assert [event["type"] for event in video.events()] == ["play", "controlstoggle"]


def test_another_source_begins_anew_and_a_swapped_template_goes_on(video: PageHarness) -> None:
    opened(video, {}, before=f"{PLAYED} v.seek(1);")
    assert video.run("const kept = v.keep(); return [kept.time >= 1, kept.isPaused]") == [True, False]
    video.run("v.assign('src', '/film.webm')")
    assert video.run("return [v.hasPlayed, v.playback.isPaused, v.playback.currentTime]") == [False, True, 0]
    video.run("v.restore({source: '/film.webm', hasPlayed: true, time: 2, isPaused: false});")
    video.run("await until(() => v.playback.currentTime > 2, 'the former place')")


def test_a_video_that_is_gone_plays_no_more(video: PageHarness) -> None:
    opened(video, {}, before=FULL)
    assert video.run(
        "const { player } = v.playback; v.removed(); return [player.element.getAttribute('src'), covers.at(-1)]"
    ) == [None, False]
