"""Which members of platform objects a script uses, judged without running it."""

from __future__ import annotations

import pytest

from runtime.compiler.script.syntax import parse_script
from runtime.coverage.object_uses import object_uses
from runtime.platform.wechat import WECHAT


def names(text: str) -> list[str]:
    return [name for name, _ in object_uses(parse_script("a.js", text, "javascript"), WECHAT.catalogue)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("wx.createVideoContext('a').play()", ["VideoContext.play"]),
        ("const v = wx.createVideoContext('a')\nv.seek(3)", ["VideoContext.seek"]),
        ("let v\nv = wx.createVideoContext('a')\nv.pause()", ["VideoContext.pause"]),
        ("Page({onReady() { this.v = wx.createVideoContext('a') }, t() { this.v.stop() }})", ["VideoContext.stop"]),
        ("const all = {v: wx.createVideoContext('a')}\nall.v.play()", ["VideoContext.play"]),
        ("const a = wx.createVideoContext('a'), b = a, c = b\nc.play()", ["VideoContext.play"]),
        ("wx.createSelectorQuery().select('#a').boundingClientRect().exec()",
         ["SelectorQuery.exec", "NodesRef.boundingClientRect", "SelectorQuery.select"]),
        ("wx.cloud.callFunction({name: 'a'})", ["WxCloud.callFunction"]),
        ("const f = wx.getFileSystemManager()\nf.readFile; f.noSuchThing()", ["FileSystemManager.readFile"]),
        ("const x = wx.createVideoContext('a')\nconst o = {x: wx.createAudioContext('b')}\nx.play()", []),
        ("const v = other.createVideoContext('a')\nv.play()", []),
        ("wx.nothing().play()", []),
        ("(await wx.createVideoContext('a')).play()", ["VideoContext.play"]),
    ],
)  # fmt: skip
def test_what_a_name_holds_follows_from_what_is_put_into_it(text: str, expected: list[str]) -> None:
    assert names(text) == expected
