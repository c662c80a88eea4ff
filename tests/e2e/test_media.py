"""A program that plays a film of H.264 and a sound, used with a real mouse: into full screen and back, and onto another
page."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.e2e.conftest import OpenPhone
from tests.support.phone_user import PhoneUser

pytestmark = pytest.mark.browser

MEDIA = Path(__file__).parents[1] / "support" / "media"
FILES = {
    "app.json": json.dumps(
        {"pages": ["pages/film/film", "pages/next/next"], "window": {"navigationBarTitleText": "F"}}
    ),
    "app.js": """const sound = wx.createInnerAudioContext();
      sound.onEnded(() => console.log('sound ended'));
      App({ onLaunch() { sound.src = 'small.mp3'; sound.play(); } })""",
    "project.config.json": "{}",
    "pages/film/film.wxml": """<video id="v" class="film" src="/small.mp4" loop bindplay="told" bindpause="told"
        bindfullscreenchange="told"><cover-view class="cover">over</cover-view></video>
      <text class="said">{{said}}</text><button class="next" bindtap="next">next</button>""",
    "pages/film/film.wxss": ".film { width: 100%; height: 200px; } .cover { width: 60px; }",
    "pages/film/film.js": """Page({
      data: { said: '' },
      told({ type, detail }) {
        const said = type === 'fullscreenchange' ? `full ${detail.fullScreen} ${detail.direction}` : type;
        this.setData({ said: `${this.data.said} ${said}`.trim() });
      },
      next() { wx.navigateTo({ url: '/pages/next/next' }); },
    })""",
    "pages/next/next.wxml": "<view class='there'>there</view>",
    "pages/next/next.js": "Page({})",
}


@pytest.fixture
def user(open_phone: OpenPhone, tmp_path: Path) -> PhoneUser:
    root = tmp_path / "film"
    for name, text in FILES.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text)
    for name in ("small.mp4", "small.mp3"):
        shutil.copy(MEDIA / name, root / name)
    user = open_phone(root)
    user.start()
    return user


def test_a_film_plays_in_full_screen_and_pauses_on_the_way_to_another_page(user: PhoneUser) -> None:
    user.tap(".wx-video-cover-play-button")
    user.see_text(".said", "play")
    user.tap(".wx-video-picture")
    user.tap(".wx-video-fullscreen")
    user.see_text(".said", "play full true horizontal")
    # The whole screen is the film's, in the place of bars and all.
    box = user.ask("rect", ".wx-video-container")
    assert (round(box["top"]), round(box["height"])) == (0, user.program.phone.device.height)
    assert user.text(".cover") == "over"
    user.tap(".wx-video-back")
    user.see_text(".said", "play full true horizontal full false vertical")
    user.tap(".next")
    user.see_page("pages/next/next")
    user.click(".navigation-left button", in_shell=True)
    user.see_page("pages/film/film")
    user.see_text(".said", "play full true horizontal full false vertical pause")
    assert user.errors() == []


def test_a_sound_that_was_ordered_before_the_first_page_is_played(user: PhoneUser) -> None:
    user.record("log", "sound ended")
