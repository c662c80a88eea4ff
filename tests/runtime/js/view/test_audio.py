"""What plays sound: the element, the objects without one, and the bar of the phone for what plays behind pages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from runtime.platform.wechat import WECHAT
from tests.runtime.js.view.page_harness import PageHarness, on, page_of

pytestmark = pytest.mark.browser

MEDIA = Path(__file__).parents[3] / "support" / "media"
EVENTS = ("play", "pause", "timeupdate", "ended", "error")
# The port of a page in these tests is a plain object: its run begins with it.
START = """
  window.news = []; window.bars = []; window.ends = [];
  Object.assign(view.port, { news: (one) => news.push(one), playingBar: (sound) => bars.push(sound),
    atEnd: (end) => ends.push(end) });
  window.order = (audio, what, value = null, kind = 'InnerAudioContext') =>
    view.call({ name: 'audio', audio, kind, what, value });
  window.told = (audio) => news.filter((one) => one.audio === audio && one.event).map((one) => one.event);
  window.heard = (audio, event) => until(() => told(audio).includes(event), event);
"""


@pytest.fixture
def sounds(harness: PageHarness) -> Iterator[PageHarness]:
    """The harness with a sound of each kind, 1 s long."""
    harness.files["a.mp3"] = (MEDIA / "small.mp3").read_bytes()
    harness.files["a.m4a"] = (MEDIA / "small.m4a").read_bytes()
    yield harness
    harness.run("for (const end of window.ends ?? []) end(); view.destroy()")


@pytest.fixture
def run(sounds: PageHarness) -> PageHarness:
    """The same with an empty page, for sounds without an element."""
    sounds.open(page_of(("view", {"id": "x"})), stream=[])
    sounds.run(START)
    return sounds


def element(harness: PageHarness, **given: Any) -> None:
    attributes = {"id": "a", "src": "/a.mp3", "controls": True, "events": on(*EVENTS), **given}
    harness.open(page_of(("audio", attributes)), stream=[])
    harness.run("await until(() => (window.a = $('#a').__builtIn)?.box, 'the parts of an audio')")


def test_everything_of_the_element_is_named_here() -> None:
    entry = WECHAT.components["audio"]
    assert set(entry["attributes"]) == {"id", "src", "loop", "controls", "poster", "name", "author"}
    assert set(entry["events"]) == set(EVENTS)


def test_an_element_shows_what_it_plays(sounds: PageHarness) -> None:
    element(sounds, name="Song", author="Band", poster="/img/a.svg")
    assert sounds.run("return [a.name.textContent, a.author.textContent, a.time.textContent]") == [
        "Song", "Band", "00:00",
    ]  # fmt: skip
    assert "img/a.svg" in sounds.run("return a.cover.style.backgroundImage")
    element(sounds)
    assert sounds.run("return [a.name.textContent, a.author.textContent]") == ["未知音频", "未知作者"]
    element(sounds, controls=False)
    assert sounds.run("return $('#a').getBoundingClientRect().height") == 0


@pytest.mark.parametrize("file", ["a.mp3", "a.m4a"])
def test_an_element_plays_pauses_and_ends(sounds: PageHarness, file: str) -> None:
    element(sounds, src=f"/{file}")
    sounds.tap(".wx-audio-button")
    sounds.run("await until(() => sent.some((one) => one.type === 'timeupdate'), 'the time')")
    sounds.tap(".wx-audio-button")
    sounds.run("await until(() => sent.some((one) => one.type === 'pause'), 'the pause')")
    sounds.run("a.invoke('seek', [0.8]); a.invoke('play', []);")
    sounds.run("await until(() => sent.some((one) => one.type === 'ended'), 'the end')")
    kinds = [event["type"] for event in sounds.events() if event["type"] != "timeupdate"]
    assert kinds == ["play", "pause", "play", "ended"]


def test_an_element_loops_and_takes_another_source(sounds: PageHarness) -> None:
    element(sounds, loop=True)
    sounds.run("a.invoke('seek', [0.8]); a.invoke('play', []); await until(() => a.playback.currentTime > 0.8, 'play')")
    sounds.run("await until(() => a.playback.currentTime < 0.5 && !a.playback.isPaused, 'the start')")
    assert sounds.run("a.invoke('setSrc', ['/a.m4a']); return a.playback.url") == "handset://project/a.m4a"


def test_an_element_without_its_file_is_an_error(sounds: PageHarness) -> None:
    element(sounds, src="/nothing.mp3")
    sounds.run("await until(() => sent.some((one) => one.type === 'error'), 'the error')")
    assert sounds.events("error")[0]["detail"] == {"errMsg": "4"}


@pytest.mark.parametrize("file", ["a.mp3", "/a.m4a"])
def test_a_sound_plays_to_its_end_and_tells_how_far_it_is(run: PageHarness, file: str) -> None:
    run.run(f"order(1, 'set', {{src: '{file}', volume: 0.5}}); order(1, 'play'); await heard(1, 'onTimeUpdate')")
    run.run("order(1, 'pause'); await heard(1, 'onPause'); order(1, 'seek', 0.7); await heard(1, 'onSeeked')")
    run.run("order(1, 'play'); await heard(1, 'onEnded')")
    told = [one for one in run.run("return told(1)") if one not in ("onTimeUpdate", "onWaiting", "onCanplay")]
    assert told == ["onPlay", "onPause", "onSeeking", "onSeeked", "onPlay", "onEnded"]
    state = run.run("return news.at(-1).state")
    assert (state["paused"], round(state["duration"])) == (True, 1)
    run.run("news.length = 0; order(1, 'play'); await heard(1, 'onPlay')")


def test_properties(run: PageHarness) -> None:
    run.run("order(1, 'set', {src: '/a.mp3', autoplay: true, startTime: 0.5, playbackRate: 9, volume: 7})")
    run.run("await heard(1, 'onPlay')")
    asked = "return await view.port[Object.getOwnPropertySymbols(view.port).find((s) => s.description === 'audios')]"
    code = (
        f"{asked}.then(({{ all }}) => all.get(1).playback).then((p) => [p.wishes.rate, p.wishes.volume, p.currentTime])"
    )
    rate, volume, time = run.run(code)
    assert (rate, volume) == (2, 1)
    assert time >= 0.5
    run.run("order(1, 'set', {loop: true}); order(1, 'seek', 0.9); news.length = 0;")
    run.run("await until(() => news.some((one) => one.state.currentTime < 0.4), 'the start')")
    assert "onEnded" not in run.run("return told(1)")


def test_stop_and_destroy(run: PageHarness) -> None:
    run.run("order(1, 'set', {src: '/a.mp3'}); order(1, 'play'); await heard(1, 'onTimeUpdate'); order(1, 'stop')")
    run.run("await heard(1, 'onStop')")
    assert run.run("return news.at(-1).state") == {"currentTime": 0, "duration": 0, "paused": True, "buffered": 0}
    run.run("order(1, 'play'); await until(() => told(1).filter((one) => one === 'onPlay').length === 2, 'it again')")
    run.run("order(1, 'destroy'); order(2, 'set', {src: '/a.mp3'}); order(2, 'play'); await heard(2, 'onPlay')")
    assert run.run("return news.at(-1).audio") == 2


@pytest.mark.parametrize(
    ("values", "code"), [({"src": ""}, 10004), ({"src": "/nothing.mp3"}, 10004), ({"src": "/img/a.svg"}, 10004)]
)
def test_errors(run: PageHarness, values: dict[str, str], code: int) -> None:
    run.run(f"order(1, 'set', {values}); order(1, 'play'); await heard(1, 'onError')")
    assert run.run("return news.find((one) => one.event === 'onError').result.errCode") == code


def test_what_plays_behind_pages_has_a_bar(run: PageHarness) -> None:
    kind = "'BackgroundAudioManager'"
    run.run(f"order(1, 'set', {{src: '/a.mp3', title: 'Song', singer: 'Band'}}, {kind}); await heard(1, 'onPlay')")
    bar = run.run("const { title, singer, isPaused } = bars.at(-1); return { title, singer, isPaused }")
    assert bar == {"title": "Song", "singer": "Band", "isPaused": False}
    run.run("bars.at(-1).toggle(); await heard(1, 'onPause'); bars.at(-1).next(); bars.at(-1).previous()")
    assert run.run("return told(1).slice(-2)") == ["onNext", "onPrev"]
    run.run("bars.at(-1).stop(); await heard(1, 'onStop')")
    assert run.run("return bars.at(-1)") is None


def test_all_ends_with_the_run(run: PageHarness) -> None:
    run.run(
        "order(1, 'set', {src: '/a.mp3'}); order(1, 'play'); await heard(1, 'onPlay'); for (const end of ends) end();"
    )
    run.run("news.length = 0; order(1, 'pause'); await frames(2)")
    assert run.run("return news") == []
