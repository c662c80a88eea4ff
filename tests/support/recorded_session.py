"""A session with a network, timers, chance, typing, a canvas and pictures of the web, recorded; its project and its
server are gone then."""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

from runtime.protocol import automation
from tests.support.phone_user import PhoneUser
from tests.support.project_folder import write_project
from tests.support.web_sites import WebSite

PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de"
    "0000000c4944415408d763f8cfc000000301010018dd8db00000000049454e44ae426082"
)
INDEX_JS = """Page({
  data: { said: '', number: 0, at: 0, ticks: 0, typed: '', kept: '' },
  onLoad() {
    const site = getApp().site;
    this.setData({ site, sign: "\uea60" });
    wx.loadFontFace({ family: 'signs', source: `url(${site}/signs.ttf)`, success: () => this.setData({ font: true }) });
    this.setData({ number: Math.random(), at: Date.now(), kept: wx.getStorageSync('kept') || 'nothing' });
    wx.setStorageSync('kept', 'yes');
  },
  onReady() {
    wx.createSelectorQuery().select('#paper').fields({ node: true, size: true }).exec(([{ node }]) => {
      Object.assign(node, { width: 300, height: 100 });
      const paper = node.getContext('2d');
      let frames = 0;
      const draw = () => {
        paper.fillStyle = `hsl(${Math.floor(Math.random() * 360)}, 80%, 50%)`;
        paper.fillRect(frames * 30, 0, 30, 100);
        if (frames === 3) {
          const picture = node.createImage();
          picture.onload = () => { paper.drawImage(picture, 0, 50, 20, 20); this.setData({ loaded: true }); };
          picture.src = getApp().site + '/green.png';
        }
        if (++frames < 10) node.requestAnimationFrame(draw);
        else this.setData({ drawn: paper.measureText('words').width > 0 });
      };
      draw();
    });
  },
  ask() {
    const beat = setInterval(() => {
      this.setData({ ticks: this.data.ticks + 1 });
      if (this.data.ticks === 5) clearInterval(beat);
    }, 10);
    wx.request({ url: getApp().site + '/users.json', success: ({ data }) => {
      this.setData({ said: data.name });
    } });
  },
  type({ detail }) { this.setData({ typed: detail.value }); },
})"""
INDEX_WXML = """<view>{{kept}} {{number}} {{at}} {{ticks}}</view><image class="dot" src="/dot.png"/>
<input class="field" bindinput="type"/><view>{{typed}}</view>
<canvas type="2d" id="paper" style="width: 300px; height: 100px"/>
<view id="ask" bindtap="ask">ask</view><view id="said">{{said}}</view>
<block wx:if="{{site}}"><image class="dot" src="{{site}}/green.png?key=geheim-4711"/><image class="dot"
 src="{{site}}/none.png"/><view class="dot" style="background: url({{site}}/blue.png)"/>
<text class="sign">{{sign}}</text></block>
<audio poster="{{site}}/green.png" src="{{site}}/none.mp3" controls/>"""


def picture(red: int, green: int, blue: int) -> bytes:
    """A PNG of one colour."""
    from PySide6.QtCore import QBuffer
    from PySide6.QtGui import QColor, QImage

    image = QImage(20, 10, QImage.Format.Format_RGB32)
    image.fill(QColor(red, green, blue))
    buffer = QBuffer()
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def web() -> dict[str, str | bytes]:
    """What the server has."""
    signs = files("monaco") / "monaco-editor/min/vs/base/browser/ui/codicons/codicon/codicon.ttf"
    return {
        "/users.json": '{"name": "Ann"}', "/green.png": picture(0, 200, 0), "/blue.png": picture(0, 0, 200),
        "/signs.ttf": signs.read_bytes(),
    }  # fmt: skip


def project(root: Path, site: str) -> Path:
    write_project(root, {
        "app.json": json.dumps({"pages": ["pages/a/a"]}),
        "app.js": f"App({{ site: '{site}' }})",
        "project.config.json": json.dumps({"setting": {"urlCheck": False}}),
        "pages/a/a.js": INDEX_JS,
        "pages/a/a.wxml": INDEX_WXML,
        "pages/a/a.wxss": ".dot { width: 40px; height: 40px } .sign { font: 30px signs }",
    })  # fmt: skip
    (root / "dot.png").write_bytes(PIXEL)
    return root


@dataclass(frozen=True, slots=True)
class RecordedSession:
    """Where it is recorded, the tree that it ended with, and a file with its last picture."""

    path: Path
    tree: Any
    picture: Path


def recorded_session(open_phone: Any, folder: Path) -> RecordedSession:
    """`open_phone` is the fixture."""
    site = WebSite(web(), {"Access-Control-Allow-Origin": "*"})
    target = folder / "session.hsrec"
    root = project(folder / "project", site.url(""))
    user: PhoneUser = open_phone(root, record=target)
    user.start()
    for name in ("drawn", "loaded", "font"):
        user.see(lambda name=name: user.data(name) is True, name)  # type: ignore[misc]
    user.click(".field")
    user.type("hello")
    user.tap("#ask")
    user.see_text("#said", "Ann")
    user.see(lambda: user.data("ticks") == 5, "the beats")
    user.rest()
    tree = tree_of(user)
    settled: list[object] = []
    user.program.automate(automation.Settled(with_files=True), settled.append)
    user.see(lambda: bool(settled), "the screen to be at rest")
    picture = folder / "last.png"
    user.program.phone.screenshot().save(str(picture))
    user.program.close()
    site.close()
    shutil.rmtree(root)
    return RecordedSession(target, tree, picture)


def tree_of(user: PhoneUser) -> Any:
    """The tree of the visible page, as the logic layer has it."""
    answers: list[Any] = []
    user.program.inspect_page("tree", lambda answer: answers.append(json.loads(bytes(answer.value))))
    user.see(lambda: bool(answers), "the tree")
    return answers[0]
