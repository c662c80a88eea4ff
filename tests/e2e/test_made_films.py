"""Films that Chromium makes anew: of H.264 in another size, of a picture and a sound of different files."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.e2e.conftest import OpenPhone
from tests.support.project_folder import write_project

pytestmark = pytest.mark.browser

MEDIA = Path(__file__).parents[1] / "support" / "media"
PAGE = """
Page({ data: { said: [] }, async onReady() {
  const say = (...words) => this.setData({ said: [...this.data.said, words.join(' ')] });
  const asked = (object, name, option) => new Promise((success, fail) => object[name]({ ...option, success, fail }));
  const edited = await asked(wx, 'openVideoEditor', { filePath: '/small.mp4', maxDuration: 1 });
  const cut = await wx.getVideoInfo({ src: edited.tempFilePath });
  say('cut', cut.width, cut.height, cut.duration < 2, edited.duration);
  const small = await wx.compressVideo({ src: edited.tempFilePath, bitrate: 300, fps: 10, resolution: 0.5 });
  const { width, height } = await wx.getVideoInfo({ src: small.tempFilePath });
  say('small', width, height);
  const m = wx.createMediaContainer();
  const picture = await asked(m, 'extractDataSource', { source: edited.tempFilePath });
  const sound = await asked(m, 'extractDataSource', { source: '/small.mp3' });
  m.addTrack(picture.tracks.find(({ kind }) => kind === 'video'));
  m.addTrack(sound.tracks.find(({ kind }) => kind === 'audio'));
  const made = await asked(m, 'export', {});
  const { tracks } = await asked(m, 'extractDataSource', { source: made.tempFilePath });
  say(tracks.map(({ kind }) => kind).sort());
  await asked(m, 'extractDataSource', { source: '/app.json' }).catch(({ errMsg }) => say(errMsg));
} })"""


def test_films_are_cut_compressed_and_put_together(open_phone: OpenPhone, tmp_path: Path) -> None:
    root = write_project(
        tmp_path / "films",
        {
            "app.json": json.dumps({"pages": ["a"]}), "app.js": "App({})", "project.config.json": "{}", "a.json": "{}",
            "a.js": PAGE, "a.wxml": "<text class='said'>{{said}}</text>",
        },
    )  # fmt: skip
    for name in ("small.mp3", "small.mp4"):
        shutil.copy(MEDIA / name, root / name)
    user = open_phone(root, dialogs="accept")
    user.start()
    user.see_text(
        ".said",
        'cut 160 90 true 1000,small 80 46,audio,video,extractDataSource:fail no media "/app.json"',
    )
    assert user.errors() == []
