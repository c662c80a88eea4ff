"""Messages of the view and of the logic process as they are, and with something changed."""

from __future__ import annotations

import copy
import json
from random import Random
from typing import Any

from runtime.platform.wechat import WECHAT

FRAME = {"function": "onLoad", "file": "p/p.js", "line": 3, "column": 2}
PREVIEWS: list[Any] = [
    {"t": "string", "v": "100 %s %d %o %c"}, {"t": "number", "v": "NaN"}, {"t": "null"}, {"t": "boolean", "v": True},
    {"t": "error", "v": "Error: x", "stack": [FRAME]}, {"t": "function", "v": "go"},
    {"t": "array", "n": 300, "id": 4, "more": True, "items": [{"t": "number", "v": 1}, {"t": "string", "v": "a"}]},
    {"t": "object", "cls": "Map", "n": 2, "id": 5, "props": [["a", {"t": "undefined"}], ["b", {"t": "date"}]]},
]  # fmt: skip
TREE = [
    {"tag": "view", "ref": [1, 0], "attr": {"class": "a", "hidden": None}, "file": "p/p.wxml", "line": 1, "children": [
        "text", {"tag": "kit", "ref": [1, 1], "attr": {}, "is": "kit/kit", "children": []}]},
]  # fmt: skip
EVENT = {
    "type": "tap", "id": 1, "node": 0, "ts": 12.5, "bubbles": True, "detail": {"x": 1, "y": 2},
    "touches": [{"identifier": 0, "pageX": 1, "pageY": 2}],
}  # fmt: skip

OF_VIEW: list[dict[str, Any]] = [
    {"m": "events", "page_id": 1, "events": [EVENT]},
    {"m": "events", "page_id": 1, "events": [{**EVENT, "type": "navigate", "detail": {
        "openType": "navigate", "url": "/q/q?a=1", "delta": 1, "target": "self"}}]},
    {"m": "events", "page_id": 1, "events": [
        {**EVENT, "type": "opentype", "detail": {"openType": "getUserInfo"}}, EVENT]},
    {"m": "events", "page_id": 1, "events": [{**EVENT, "type": "opentype", "detail": {"openType": "share"}}]},
    {"m": "page-signal", "page_id": 1, "name": "onPullDownRefresh", "detail": {}},
    {"m": "page-signal", "page_id": 1, "name": "onPageScroll", "detail": {"scrollTop": 3}},
    {"m": "page-signal", "page_id": 1, "name": "onResize", "detail": {"size": {"windowWidth": 1}}},
    {"m": "page-signal", "page_id": 1, "name": "onRouteDone"},
    {"m": "page-signal", "page_id": 1, "name": "pageOrientation", "detail": "auto"},
    {"m": "page-signal", "page_id": 1, "name": "hasLayer", "detail": True},
    {"m": "rendered", "page_id": 1, "batch_id": 1, "first": True, "view_ms": 1.5, "paint_ms": 2.5},
    {"m": "reply", "request_id": 0, "result": {"confirm": True, "content": "x", "tapIndex": 1}},
    {"m": "reply", "request_id": 0, "result": {
        "left": 1, "top": 2, "width": 3, "height": 4, "pageId": 1, "path": "p/p", "id": 1, "node": 0}},
    {"m": "reply", "request_id": 0, "result": [{"left": 1, "top": 2, "width": 3, "height": 4, "display": "block"}]},
    {"m": "reply", "request_id": 0, "error": "no element"},
    {"m": "shell", "name": "back"}, {"m": "shell", "name": "home"},
    {"m": "shell", "name": "tab", "detail": {"index": 1}},
    {"m": "shell", "name": "share"}, {"m": "shell", "name": "favorite"}, {"m": "shell", "name": "capsule-close"},
    {"m": "shell", "name": "capsule-menu"},
    {"m": "shell", "name": "open-source", "detail": {"file": "p/p.js", "line": 3}},
    {"m": "shell", "name": "restart"},
    {"m": "view-log", "level": "error", "message": "broken", "source": "program", "file": "m.wxs", "line": 4},
]  # fmt: skip

OF_LOGIC: list[dict[str, Any]] = [
    {"m": "ready"}, {"m": "launched"},
    {"m": "dom", "page_id": 1, "batch_id": 1, "ops": [["C", 1, 0, []], ["U", 1, [2, "x"]]], "logic_ms": 1.5},
    {"m": "view-call", "page_id": 1, "request_id": 3, "method": "query", "params": [{"nodes": [[1, 0]]}]},
    {"m": "api-trace", "call_id": 4, "name": "setStorage", "args": {"key": "a", "data": [1]}, "result": {
        "errMsg": "setStorage:ok"}, "ok": True, "duration_ms": 0.5, "state": "works"},
    {"m": "log", "level": "log", "args": PREVIEWS, "stack": [FRAME]},
    {"m": "log", "level": "warn", "args": [PREVIEWS[0], *PREVIEWS], "stack": [FRAME, FRAME], "source": "handset"},
    {"m": "uncaught", "message": "Error: x", "stack": [FRAME], "kind": "program", "where": "p/p onLoad", "page_id": 1},
    {"m": "evaluated", "request_id": 0, "value": PREVIEWS[6], "stack": [FRAME]},
    {"m": "inspected", "request_id": 0, "value": PREVIEWS[7]},
    {"m": "inspected", "request_id": 0, "value": TREE},
    {"m": "inspected", "request_id": 0, "value": [{"ref": [1, 1], "is": "kit/kit"}]},
    {"m": "inspected", "request_id": 0, "value": None},
    {"m": "patched", "request_id": 0, "ok": False, "reason": "x", "stack": [FRAME], "obstacle": {
        "code": "captured", "file": "a.js", "name": "b"}},
    {"m": "route-done", "stack": [1]}, {"m": "pong", "serial": 1},
    {"m": "busy", "what": "p/p onLoad", "since_ms": 12.0},
]  # fmt: skip
ARGUMENTS: dict[str, Any] = {
    "url": "/q/q", "title": "t", "content": "c", "key": "a", "data": {"a": 1}, "itemList": ["a"], "delta": 1, "task": 4,
    "filePath": "http://usr/a", "index": 0, "text": "1", "scope": "scope.userInfo", "urls": ["a.png"], "current": 0,
}  # fmt: skip
# What would leave this process, or end the run.
ELSEWHERE = {"connectSocket", "request", "downloadFile", "uploadFile", "getImageInfo", "setClipboardData"}
VALUES: list[Any] = [
    None, True, False, -1, 0, 1, 2, 7, 2**31, 2**70, -(2**63), 1.5, 1e300, "", "x", "a" * 3000, "\0", "é\u2028", "[]",
    "{", "%s%d", [], [[]], {}, [None], {"": None}, {"t": "array", "items": 3}, {"t": "object", "props": [[1]]},
    {"t": "string"}, "share", "navigate", "reLaunch", "q/q", "http://usr/a", [1, [2, [3]]], ["tap", 1], {"index": "x"},
    {"ref": 5}, {"stack": 5}, [{"t": 5}],
]  # fmt: skip
NO_MESSAGES = [
    "", "{", "[]", "null", '{"m":5}', '{"m":"no such"}', "\ufffd", '{"m":"log","args":', "[" * 3000, '{"m":"log"}' * 2,
]  # fmt: skip


def message(random: Random, samples: list[dict[str, Any]], awaited: int) -> str:
    """One message as JSON text. `awaited`: an answer's number that somebody waits for."""
    if random.random() < 0.03:
        return random.choice(NO_MESSAGES)
    made = copy.deepcopy(random.choice(samples)) if random.random() < 0.8 or samples is OF_VIEW else api_call(random)
    if "request_id" in made and made["m"] != "view-call":
        made["request_id"] = awaited
    for _ in range(random.choice((0, 1, 1, 1, 2, 3))):
        spoil(random, made)
    text = json.dumps(made)
    if random.random() < 0.02:
        depth = random.choice((100, 450, 900, 5000))
        text = text.replace("null", "[" * depth + "]" * depth, 1)
    return text


def api_call(random: Random) -> dict[str, Any]:
    """A call that the host carries out."""
    names = [name for name, entry in WECHAT.registry.entries.items() if entry.handler.place == "host"]
    args = {name: value for name, value in ARGUMENTS.items() if random.random() < 0.5}
    name = random.choice([name for name in names if name not in ELSEWHERE])
    call_id = random.randrange(50)
    return {"m": "api-call", "call_id": call_id, "name": name, "args": args, "page_id": 1, "from_tap": True}


def spoil(random: Random, made: dict[str, Any]) -> None:
    """Changes, removes or adds one member, at any depth."""
    place: Any = made
    while True:
        keys = list(place) if isinstance(place, dict) else list(range(len(place)))
        keys = [key for key in keys if key != "m" or place is not made]
        if not keys:
            return
        key = random.choice(keys)
        if isinstance(place[key], dict | list) and place[key] and random.random() < 0.7:
            place = place[key]
            continue
        way = random.random()
        if way < 0.7:
            place[key] = copy.deepcopy(random.choice(VALUES))
        elif way < 0.85:
            del place[key]
        elif isinstance(place, dict):
            place[random.choice(("x", "type", "detail", "t", "more"))] = copy.deepcopy(random.choice(VALUES))
        else:
            place.append(copy.deepcopy(random.choice(VALUES)))
        return
