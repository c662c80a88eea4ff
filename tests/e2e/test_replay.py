"""A session with a network, timers, chance and a canvas is recorded and run again without any of them."""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from simulator.cli.main import main
from simulator.recording.form import Kind
from simulator.recording.reader import read_entries, read_head
from simulator.replay.process import ReplayProcess
from simulator.replay.replay import SessionReplay
from tests.e2e.conftest import OpenPhone
from tests.support.phone_user import PhoneUser
from tests.support.project_folder import write_project
from tests.support.web_sites import WebSite

pytestmark = pytest.mark.browser

PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de"
    "0000000c4944415408d763f8cfc000000301010018dd8db00000000049454e44ae426082"
)
INDEX_JS = """Page({
  data: { said: '', number: 0, at: 0, ticks: 0, typed: '', kept: '' },
  onLoad() {
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
    wx.request({ url: getApp().site + '/users', success: ({ data }) => this.setData({ said: data.name }) });
  },
  type({ detail }) { this.setData({ typed: detail.value }); },
})"""
INDEX_WXML = """<view>{{kept}} {{number}} {{at}} {{ticks}}</view><image class="dot" src="/dot.png"/>
<input class="field" bindinput="type"/><view>{{typed}}</view>
<canvas type="2d" id="paper" style="width: 300px; height: 100px"/>
<view id="ask" bindtap="ask">ask</view><view id="said">{{said}}</view>"""


def project(root: Path, site: str) -> Path:
    write_project(root, {
        "app.json": json.dumps({"pages": ["pages/a/a"]}),
        "app.js": f"App({{ site: '{site}' }})",
        "project.config.json": json.dumps({"setting": {"urlCheck": False}}),
        "pages/a/a.js": INDEX_JS,
        "pages/a/a.wxml": INDEX_WXML,
        "pages/a/a.wxss": ".dot { width: 40px; height: 40px }",
    })  # fmt: skip
    (root / "dot.png").write_bytes(PIXEL)
    return root


@pytest.fixture
def recorded(open_phone: OpenPhone, tmp_path: Path) -> tuple[Path, Any, bytes]:
    """A recording whose project and server are no more, the tree that the session ended with, and its last picture."""
    site = WebSite({"/users": '{"name": "Ann"}'}, {"Content-Type": "application/json"})
    target = tmp_path / "session.hsrec"
    root = project(tmp_path / "project", site.url(""))
    user = open_phone(root, record=target)
    user.start()
    user.see(lambda: user.data("drawn") is True, "the drawing")
    user.click(".field")
    user.type("hello")
    user.tap("#ask")
    user.see_text("#said", "Ann")
    user.see(lambda: user.data("ticks") == 5, "the beats")
    user.rest()
    tree = tree_of(user)
    picture = user.program.phone.screenshot()
    user.program.close()
    site.close()
    shutil.rmtree(root)
    picture.save(str(tmp_path / "last.png"))
    return target, tree, pixels(tmp_path / "last.png")


def pixels(path: Path) -> bytes:
    from PySide6.QtGui import QImage

    image = QImage(str(path)).convertToFormat(QImage.Format.Format_RGB32)
    assert not image.isNull()
    return bytes(image.constBits())


def tree_of(user: PhoneUser) -> Any:
    """The tree of the visible page, as the logic layer has it."""
    answers: list[Any] = []
    user.program.inspect_page("tree", lambda answer: answers.append(json.loads(bytes(answer.value))))
    user.see(lambda: bool(answers), "the tree")
    return answers[0]


def texts(tree: Any) -> list[str]:
    """All texts of a tree, in order."""
    if isinstance(tree, str):
        return [tree]
    if isinstance(tree, list):
        return [text for child in tree for text in texts(child)]
    return texts(tree["children"])


def test_twenty_replays_are_identical_and_need_neither_the_project_nor_its_server(
    recorded: tuple[Path, Any, bytes],
) -> None:
    path, tree, _ = recorded
    seen = set()
    with path.open("rb") as stream:
        head = read_head(stream)
        entries = list(read_entries(stream))
    process = ReplayProcess(head)
    try:
        for _ in range(20):
            replay = SessionReplay(process)
            outcome = replay.play(entries)
            assert (outcome.parting, outcome.ended) == (None, "")
            pages = replay.trees()
            seen.add(hashlib.sha256(json.dumps([outcome.batches, outcome.turns, pages]).encode()).hexdigest())
    finally:
        process.close()
    assert len(seen) == 1
    assert [text for text in texts(pages[0]["tree"]) if text.strip()] == [text for text in texts(tree) if text.strip()]
    assert "Ann" in texts(pages[0]["tree"])
    assert outcome.batches > 4


def test_pictures_of_replays_are_those_of_the_session(
    recorded: tuple[Path, Any, bytes], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, _, picture = recorded
    for number in (1, 2):
        assert main(["replay", str(path), "--shots", str(tmp_path / str(number)), "--json"]) == 0
        report = json.loads(capsys.readouterr().out)
        assert report["parting"] is None
        assert pixels(Path(report["pictures"][-1])) == picture


def test_an_answer_that_is_another_parts_the_replay_from_the_recording(recorded: tuple[Path, Any, bytes]) -> None:
    path, _, _ = recorded
    with path.open("rb") as stream:
        head = read_head(stream)
        entries = [
            entry._replace(data=entry.data.replace(b"Ann", b"Bob")) if entry.kind is Kind.TURN else entry
            for entry in read_entries(stream)
        ]
    process = ReplayProcess(head)
    try:
        outcome = SessionReplay(process, stops=True).play(entries)
    finally:
        process.close()
    assert outcome.parting is not None
    assert outcome.parting.kind == "posted"
    assert "Ann" in outcome.parting.expected
    assert "Bob" in outcome.parting.found
