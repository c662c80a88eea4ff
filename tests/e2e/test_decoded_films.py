"""A canvas becomes a film, and films become pictures again: every one of them, or as they play."""

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
async function pictures(source, mode) {
  const d = wx.createVideoDecoder(), found = [];
  await d.start({ source, mode });
  await new Promise((over) => {
    const take = () => { for (let f; (f = d.getFrameData()); ) found.push(f); };
    d.on('bufferchange', take), d.on('ended', over), take();
  });
  await d.remove();
  return found;
}
Page({ data: { said: [] }, async onReady() {
  const say = (...words) => this.setData({ said: [...this.data.said, words.join(' ')] });
  const c = wx.createOffscreenCanvas({ type: '2d', width: 64, height: 32 }), x = c.getContext('2d');
  const r = wx.createMediaRecorder(c, { fps: 20 });
  await r.start();
  for (let i = 0; i < 12; i++) {
    await r.requestFrame(() => { x.fillStyle = '#ff0000'; x.fillRect(0, 0, 64, 32); });
  }
  const { tempFilePath, fileSize } = await r.stop();
  const made = await pictures(tempFilePath, 1);
  const [red, green] = new Uint8Array(made.at(-1).data);
  say('recorded', fileSize > 500, made.length > 1, made[0].width, red > 200, green < 60);
  const every = await pictures('/small.mp4', 1);
  say(every.length, every.every(({ pkPts }, index) => pkPts === index * 100), every[0].data.byteLength);
  const played = await pictures('/small.webm', 0);
  say(played.length > 5, played.every(({ pkPts }, index) => !index || pkPts >= played[index - 1].pkPts));
  const d = wx.createVideoDecoder();
  await d.start({ source: '/app.json' }).catch(({ errMsg }) => say(errMsg));
  await d.start({ source: '/small.mp3' }).catch(({ errMsg }) => say(errMsg));
} })"""


def test_pictures_become_films_and_films_pictures(open_phone: OpenPhone, tmp_path: Path) -> None:
    root = write_project(
        tmp_path / "pictures",
        {
            "app.json": json.dumps({"pages": ["a"]}), "app.js": "App({})", "project.config.json": "{}", "a.json": "{}",
            "a.js": PAGE, "a.wxml": "<text class='said'>{{said}}</text>",
        },
    )  # fmt: skip
    for name in ("small.mp3", "small.mp4", "small.webm"):
        shutil.copy(MEDIA / name, root / name)
    user = open_phone(root)
    user.start()
    user.see_text(
        ".said",
        "recorded true true 64 true true,30 true 57600,true true,start:fail MEDIA_ERR_SRC_NOT_SUPPORTED,"
        "start:fail it has no picture",
    )
    assert user.errors() == []
