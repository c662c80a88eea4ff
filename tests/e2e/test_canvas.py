"""A program that draws on both kinds of canvas, used with a real mouse."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor

from tests.e2e.conftest import OpenPhone
from tests.support.phone_user import PhoneUser

pytestmark = pytest.mark.browser

FILES = {
    "app.json": json.dumps({"pages": ["pages/draw/draw"]}),
    "app.js": "App({})",
    "project.config.json": "{}",
    "pages/draw/draw.json": json.dumps({"usingComponents": {"sketch": "/sketch/sketch"}}),
    "pages/draw/draw.wxml": """<sketch id="sketch"/>
      <canvas canvas-id="old" class="old"/><image class="copy" src="{{copy}}"/>
      <button class="save" bindtap="save">Save</button><text class="width">{{width}}</text>""",
    "pages/draw/draw.wxss": ".old, .copy { display: block; width: 200px; height: 100px; }",
    "pages/draw/draw.js": """Page({
      data: { copy: '', width: 0 },
      onReady() {
        const context = wx.createCanvasContext('old');
        context.setFillStyle('#00ff00');
        context.fillRect(0, 0, 200, 100);
        context.draw();
        this.setData({ width: context.measureText('some text').width });
      },
      save() {
        wx.canvasToTempFilePath({ canvasId: 'old', success: (r) => this.setData({ copy: r.tempFilePath }) });
      },
    })""",
    "sketch/sketch.json": json.dumps({"component": True}),
    "sketch/sketch.wxml": '<canvas type="2d" id="paper" class="paper" bindtouchstart="dot" bindtouchmove="dot"/>',
    "sketch/sketch.wxss": ".paper { width: 300px; height: 300px; }",
    "sketch/sketch.js": """Component({ lifetimes: { ready() {
        const fields = { node: true, size: true };
        this.createSelectorQuery().select('#paper').fields(fields).exec(([{ node, width, height }]) => {
          const ratio = wx.getWindowInfo().pixelRatio;
          Object.assign(node, { width: width * ratio, height: height * ratio });
          this.context = node.getContext('2d');
          this.context.scale(ratio, ratio);
          this.context.fillStyle = '#0000ff';
          this.context.fillRect(0, 0, width, height);
        });
      } }, methods: { dot({ touches: [{ x, y }] }) {
        this.context.fillStyle = 'red';
        this.context.beginPath();
        this.context.arc(x, y, 8, 0, Math.PI * 2);
        this.context.fill();
      } } })""",
}


@pytest.fixture
def user(open_phone: OpenPhone, tmp_path: Path) -> PhoneUser:
    root = tmp_path / "draw"
    for name, text in FILES.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text)
    user = open_phone(root)
    user.start()
    return user


def color_at(user: PhoneUser, point: QPoint) -> str:
    return QColor(user.program.phone.screenshot().pixel(point)).name()


def test_both_canvases_are_drawn(user: PhoneUser) -> None:
    user.see(lambda: user.color(".paper") == "#0000ff", "the drawing of the component")
    user.see(lambda: user.color(".old") == "#00ff00", "the drawing of the page")
    assert 30 < float(user.text(".width")) < 100
    assert user.errors() == []


def test_a_finger_draws(user: PhoneUser) -> None:
    user.see(lambda: user.color(".paper") == "#0000ff", "the drawing of the component")
    start = user.place(".paper") - QPoint(80, 40)
    user.drag_from(start, 60, 0)
    assert color_at(user, start) == "#ff0000"
    assert color_at(user, start + QPoint(60, 5)) == "#ff0000"
    assert color_at(user, start + QPoint(60, 20)) == "#0000ff"


def test_a_picture_of_a_canvas_is_shown(user: PhoneUser) -> None:
    user.see(lambda: user.color(".old") == "#00ff00", "the drawing of the page")
    user.tap(".save")
    user.see(lambda: user.color(".copy") == "#00ff00", "the picture")
