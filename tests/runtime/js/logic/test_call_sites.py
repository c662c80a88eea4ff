"""Every call of wx.* tells where it was made; what goes over the network, the whole way."""

from __future__ import annotations

import json
from typing import Any

import msgspec

from runtime.api.table import table
from runtime.platform.wechat import WECHAT
from tests.support.logic_program import LogicProgram

FILES = {
    "pages/a/a.wxml": "<view/>",
    "pages/a/a.js": """const { get } = require('../../http.js');
Page({
  load() { get('/users') },
  keep() { wx.getStorageSync('a') },
  hide() { Error.prepareStackTrace = () => 'mine'; wx.getStorageSync('a') },
})
""",
    "http.js": "exports.get = (url) => new Promise((success, fail) => {\n  wx.request({ url, success, fail })\n});\n",
}


class Called(LogicProgram):
    """Keeps what was called, and from where."""

    stacks: list[tuple[str, Any]]

    def call_api(
        self, name: str, args: str, call_id: int, *, sync: bool, page_id: int, from_tap: bool, stack: str
    ) -> str:
        self.stacks.append((name, [(frame["file"], frame["line"]) for frame in json.loads(stack)]))
        return super().call_api(name, args, call_id, sync=sync, page_id=page_id, from_tap=from_tap, stack=stack)


def program() -> Called:
    Called.stacks = []
    made = Called(FILES, settings={"apis": msgspec.to_builtins(table(WECHAT.registry))})
    made.launch()
    made.stacks.clear()
    return made


def test_a_request_tells_the_whole_way() -> None:
    made = program()
    made.call("load")
    ((name, places),) = made.stacks
    assert (name, places[0]) == ("request", ("http.js", 2))
    assert places[-1] == ("pages/a/a.js", 3)


def test_any_other_call_tells_its_line_also_if_the_program_writes_stacks_itself() -> None:
    made = program()
    made.call("keep")
    made.call("hide")
    made.call("keep")
    assert made.stacks == [("getStorageSync", [("pages/a/a.js", line)]) for line in (4, 5, 4)]
