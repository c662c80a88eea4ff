"""What is told of each call of setData while somebody watches."""

from __future__ import annotations

from typing import Any

from tests.support.logic_program import LogicProgram

PAGE = "pages/a/a"
FILES = {
    f"{PAGE}.wxml": '<view wx:for="{{list}}">{{item.name}} {{user.name}}</view><card n="{{n}}"/>',
    f"{PAGE}.json": '{"usingComponents": {"card": "/card"}}',
    f"{PAGE}.js": """Page({
  data: { list: [{ name: 'a' }], user: { name: 'Mei', age: 3 }, n: 1 },
  set(values) { this.setData(values) },
})""",
    "card.wxml": "<view>{{n}}</view>",
    "card.js": """Component({
  properties: { n: Number }, data: { seen: 0 },
  observers: { 'seen': function () {} },
  lifetimes: { attached() { this.setData({ seen: 1, idle: 2 }) } },
})""",
}


def program() -> LogicProgram:
    running = LogicProgram(FILES)
    running.send(m="watch-set-data", is_on=True)
    running.start(PAGE)
    running.messages.clear()
    return running


def calls(running: LogicProgram) -> list[dict[str, Any]]:
    return [message for message in running.messages if message["m"] == "set-data-call"]


def keys_of(running: LogicProgram, code: str) -> list[tuple[str, bool, bool]]:
    """Key, whether unchanged, whether unread, of the one call that this makes."""
    running.messages.clear()
    running.send(m="evaluate", request_id=1, page_id=running.page_id, code=code)
    (call,) = calls(running)
    return [(key["key"], bool(key.get("is_unchanged")), bool(key.get("is_unread"))) for key in call["keys"]]


def test_nothing_is_told_while_nobody_watches() -> None:
    running = LogicProgram(FILES)
    running.start(PAGE)
    assert calls(running) == []
    running.send(m="watch-set-data", is_on=True)
    running.send(m="watch-set-data", is_on=False)
    running.send(m="evaluate", request_id=1, page_id=running.page_id, code="this.set({ n: 2 })")
    assert calls(running) == []


def test_a_call_tells_its_size_its_place_and_its_batch() -> None:
    running = program()
    running.send(m="evaluate", request_id=1, page_id=running.page_id, code="this.set({ n: 2, 'user.name': 'Li' })")
    (call,) = calls(running)
    (batch,) = [message for message in running.messages if message["m"] == "dom"]
    assert (call["path"], call["count"], call["batch_id"]) == (PAGE, 2, batch["batch_id"])
    assert call["size"] == sum(key["size"] for key in call["keys"]) > 0
    assert (call["stack"][0]["file"], call["stack"][0]["line"]) == (f"{PAGE}.js", 3)


def test_what_no_template_reads_and_what_was_so_already_is_told() -> None:
    running = program()
    assert keys_of(running, "this.set({ n: 1 })") == [("n", True, False)]
    both = keys_of(running, "this.set({ n: 5, 'user.name': 'Mei' })")
    assert both == [("n", False, False), ("user.name", True, False)]
    assert keys_of(running, "this.set({ list: [{ name: 'a' }] })") == [("list", True, False)]
    assert keys_of(running, "this.set({ list: [{ name: 'b' }] })") == [("list", False, False)]
    assert keys_of(running, "this.set({ token: 'x' })") == [("token", False, True)]


def test_an_observer_and_a_property_read_too() -> None:
    running = LogicProgram(FILES)
    running.send(m="watch-set-data", is_on=True)
    running.start(PAGE)
    (call,) = [call for call in calls(running) if call["path"] == "card"]
    unread = {key["key"]: bool(key.get("is_unread")) for key in call["keys"]}
    assert unread == {"seen": False, "idle": True}


def test_of_a_call_with_very_many_keys_the_first_are_told() -> None:
    running = program()
    code = "this.set(Object.fromEntries(Array.from({ length: 5000 }, (_, i) => ['k'.repeat(3000) + i, i])))"
    running.send(m="evaluate", request_id=1, page_id=running.page_id, code=code)
    (call,) = calls(running)
    assert (call["count"], len(call["keys"])) == (5000, 100)
    assert len(call["keys"][0]["key"]) < 3000
