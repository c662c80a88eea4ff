"""Every call of wx.* gets one answer in form, and none is our mistake: whatever is asked, and whatever comes back.

Arguments and answers are drawn from values that break things; `-m fuzz` draws many more.
"""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest

from runtime.api.arguments import accepted_types
from runtime.api.call import ApiFailure, Call, Request
from runtime.api.logic_ports import LogicPorts, NoWorkers, ProgramFacts
from runtime.api.logic_side import DeviceSnapshot
from runtime.api.pipeline import Pipeline
from runtime.api.ports.http_values import HttpResponse
from runtime.api.registry import Entry
from runtime.api.sqlite_storage import SqliteStorage
from runtime.platform.wechat import WECHAT
from tests.support.api_ports import Ended, FakeHost, FakeReport
from tests.support.full_disk import full_disk

TEXTS = (
    "", "a", "0", "-1", "1e999", "NaN", "\0", "a\0b", "\r\nX: y", "../../x", "/", ".", "..", "http://usr/a",
    "http://usr", "http://usr/" + "n" * 300, "http://usr/a/b/c", "http://tmp/none", "wxfile://store_x", "http://[::1",
    "http://a b/\0", "ws://[", "https://example.com/x.png", "x" * 5000, "中文😀", "utf8", "base64", "hex", "md5", "%",
    "[]", "{}", "album",
)  # fmt: skip
NUMBERS = (0, 1, -1, 2**31, 2**53, -(2**63), 1e308, 0.5, -0.0)
OTHERS = (
    None, True, False, [], [[]], {}, {"a": {"b": [None]}}, [{}], ["a"], [None], {"$b64": "AAAA"}, {"$b64": "%"},
    {"$b64": 5},
)  # fmt: skip
BY_TYPE: dict[str, tuple[Any, ...]] = {
    "String": TEXTS,
    "Number": NUMBERS,
    "Boolean": (True, False),
    "Array": ([], ["a"], [None], [{}], [[1]], ["http://usr/a"] * 30),
    "Object": ({}, {"a": 1}, {"a": None, "b": [1]}, {"": ""}),
    "ArrayBuffer": ({"$b64": ""}, {"$b64": "SU1H"}),
}
BODIES = (
    b"", b"ok", b"{}", b"[" * 400 + b"]" * 400, b"[" * 100_000 + b"]" * 100_000, b'{"a":"\\ud83d"}',
    b"\xff\xfe\x00", b"NaN", b'{"a":1e999}', b'{"a":' + b"9" * 5000 + b"}", b'{"__proto__":{"x":1}}',
    b"IMG", b"\xef\xbb\xbf{}",
)  # fmt: skip


A_MINUTE_MS = 60_000


class Desk:
    """All handlers of both places, and a person who answers what they ask."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.random = random.Random(seed)
        self.host = FakeHost(folder)
        self.report = FakeReport()
        storage = SqliteStorage(folder / "storage.sqlite")
        facts = ProgramFacts({}, {})
        registry = WECHAT.registry
        ports = LogicPorts(
            storage, self.host.areas, DeviceSnapshot({}), facts, WECHAT.catalogue, lambda *_: True, NoWorkers()
        )
        self._in_logic = Pipeline(registry, "logic", ports, self.report)
        self.entries = {name: one for name, one in sorted(registry.entries.items()) if one.handler.run is not None}

    def draw(self, written: str = "any") -> Any:
        accepted = sorted(accepted_types(written))
        if accepted and self.random.random() < 0.8:
            return self.random.choice(BY_TYPE[self.random.choice(accepted)])
        return self.random.choice((*TEXTS, *NUMBERS, *OTHERS))

    def arguments(self, entry: Entry) -> dict[str, Any]:
        fields = {param.name: param.type for param in entry.api.params}
        for param in entry.api.params:
            fields |= {name: field.type for name, field in param.fields.items()}
        args = {name: self.draw(written) for name, written in fields.items() if self.random.random() < 0.85}
        return {**args, "task": self.draw("number"), "data": self.draw()} if self.random.random() < 0.5 else args

    def call(self, name: str) -> bool:
        """One call, up to its answer; whether it succeeded."""
        entry = self.entries[name]
        args = self.arguments(entry)
        self.host.play({"answers.dialogs": self.random.choice(("ask", "accept", "decline"))})
        if entry.handler.place == "host":
            ended = self.host.call(name, **{key: value for key, value in args.items() if key != "page_id"})
        else:
            ended = Ended()
            self._in_logic.carry_out(Call(Request(name, args, 1, 1, from_tap=True), ended))
        self._answer_all()
        assert ended.ok is not None, f"{name} of {args} is not answered"
        assert ended.result is not None
        assert str(ended.result["errMsg"]).startswith(f"{name.rpartition('.')[2]}:")
        return ended.ok

    def _answer_all(self) -> None:
        for _, listener in self.host.network.sent.values():
            headers = [(self.random.choice(("Content-Type", "Set-Cookie", "")), self.random.choice(TEXTS))]
            listener.headers(200, headers)
            listener.chunk(b"x")
            listener.progress(*self.random.choice(((0, -1), (1, 0), (5, 10), (2**40, 1))))
            response = HttpResponse(200, headers, self.random.choice(BODIES), {})
            listener.done(self.random.choice((response, response, ApiFailure("timeout", 5))))
        self.host.network.sent.clear()
        while self.host.ui.asked:
            answer = {name: self.draw() for name in ("confirm", "content", "tapIndex") if self.random.random() < 0.8}
            self.host.ui.answer(self.random.choice((answer, answer, ApiFailure("gone"))))
        self.host.clock.go(A_MINUTE_MS)


def run(folder: Path, count: int, seed: int) -> None:
    desk = Desk(folder, seed)
    names = list(desk.entries)
    succeeded = sum(desk.call(desk.random.choice(names)) for _ in range(count))
    assert (desk.report.errors, desk.host.report.errors) == ([], [])
    assert count * 0.3 < succeeded < count * 0.9


def test_calls_with_values_that_break_things(tmp_path: Path) -> None:
    run(tmp_path, 4000, 1)


@pytest.mark.fuzz
@pytest.mark.parametrize("seed", range(2, 6))
def test_many_calls(tmp_path: Path, seed: int) -> None:
    run(tmp_path, 50_000, seed)


@pytest.mark.parametrize("target", [{}, {"filePath": "http://usr/a.bin"}])
def test_a_download_to_a_full_disk_fails(host: FakeHost, target: dict[str, str]) -> None:
    ended = host.call("downloadFile", url="http://example.com/", **target)
    with full_disk():
        host.network.answer(1, HttpResponse(200, (), b"data", {}))
    assert (ended.ok, host.report.errors) == (False, [])
    assert ended.result == {"errMsg": "downloadFile:fail system error File too large", "errno": 1300201}


def test_a_picture_from_the_web_fails_on_a_full_disk(host: FakeHost) -> None:
    ended = host.call("getImageInfo", src="http://example.com/a.png")
    with full_disk():
        host.network.sent[1][1].done(HttpResponse(200, (), b"IMG", {}))
    assert ended.result == {"errMsg": "getImageInfo:fail system error File too large", "errno": 1300201}
