"""A program that plays sounds of its own and decoded ones, in Chromium."""

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
const files = wx.getFileSystemManager();
Page({ data: { said: [] }, async onReady() {
  const c = wx.createWebAudioContext();
  const say = (...words) => this.setData({ said: [...this.data.said, words.join(' ')] });
  const decoded = (name) => new Promise((done, fail) => c.decodeAudioData(files.readFileSync(name), done, fail));
  const heard = (node) => new Promise((done) => { node.onended = done; });
  for (const name of ['/small.mp3', '/small.m4a']) {
    const b = await decoded(name), s = c.createBufferSource(), a = c.createAnalyser();
    s.buffer = b, s.connect(a).connect(c.destination), s.start(0, 0, 0.3);
    await heard(s);
    const bins = new Uint8Array(a.frequencyBinCount);
    a.getByteFrequencyData(bins);
    say(name, Math.round(b.duration), b.numberOfChannels, Math.max(...b.getChannelData(0)) > 0.1, bins.some(Boolean));
  }
  await decoded('/app.json').catch((error) => say(error.name));
  const b = c.createBuffer(1, 4410, 44100), s = c.createBufferSource(), g = c.createGain();
  b.getChannelData(0).fill(0.5), s.buffer = b, g.gain.setValueAtTime(0.25, 0), s.connect(g).connect(c.destination);
  s.start();
  await heard(s);
  say('gain', g.gain.value);
  g.connect(c.createGain(), 9), g.disconnect();
  const p = c.createScriptProcessor(1024, 1, 1);
  await new Promise((done) => { p.onaudioprocess = done; p.connect(c.destination); });
  p.disconnect();
  await c.suspend();
  say(c.state, c.currentTime > 0.5);
  for (let i = 0; i < 20; i++) wx.createWebAudioContext();
  await c.close();
  say(c.state);
} })"""


def test_sounds_are_played_decoded_and_looked_at(open_phone: OpenPhone, tmp_path: Path) -> None:
    root = write_project(
        tmp_path / "sounds",
        {
            "app.json": json.dumps({"pages": ["a"]}), "app.js": "App({})", "project.config.json": "{}", "a.json": "{}",
            "a.js": PAGE, "a.wxml": "<text class='said'>{{said}}</text>",
        },
    )  # fmt: skip
    for name in ("small.mp3", "small.m4a"):
        shutil.copy(MEDIA / name, root / name)
    user = open_phone(root)
    user.start()
    user.see_text(
        ".said",
        "/small.mp3 1 1 true true,/small.m4a 1 1 true true,EncodingError,gain 0.25,suspended true,closed",
    )
    texts = [record.title for record in user.records]
    assert any("WebAudioContext: connect: " in text for text in texts), "a wrong connection is told"
    assert any("more than 8 contexts" in text for text in texts)
    assert user.errors() == []
