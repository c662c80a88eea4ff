"""What can be seen of what a program holds: by constructor, with the way to the largest; no getter runs."""

from __future__ import annotations

from typing import Any

from tests.support.logic_program import LogicProgram

APP = """
class Cat { constructor(name) { this.name = name } }
App({
  cats: [new Cat('Tom'), new Cat('Kitty')],
  byName: new Map([['tom', new Cat('t')]]),
  some: new Set([new Date(0)]),
  bytes: new Uint8Array(1000),
  proxy: new Proxy({}, { ownKeys() { throw new Error('refused') } }),
  many: Array.from({ length: 25 }, (_, n) => ({ n, of: 'many' })),
  inner: { get trap() { globalThis.sprung = true; return new Cat('never') } },
  hidden: (() => { const cat = new Cat('hidden'); return () => cat })(),
})
"""


def census(app: str, page: str = "Page({})") -> dict[str, Any]:
    program = LogicProgram({"app.js": app, "pages/p/p.js": page, "pages/p/p.wxml": "<view>x</view>"})
    program.launch()
    program.send(m="inspect", request_id=77, what="heap")
    answer = program.last("inspected")["value"]
    assert isinstance(answer, dict)
    assert program.evaluate("typeof sprung") == "undefined"
    return answer


def kinds(answer: dict[str, Any]) -> dict[str, tuple[int, str]]:
    return {kind["name"]: (kind["count"], kind["way"]) for kind in answer["kinds"]}


def test_values_are_counted_by_constructor_with_the_way_to_the_largest() -> None:
    found = kinds(census(APP))
    assert found["Cat"] == (3, "getApp().cats[0]")
    assert found["Date"] == (1, "getApp().some.values()")
    assert found["ArrayBuffer"] == (1, "getApp().bytes.buffer")
    assert found["Object {n, of}"] == (25, "getApp().many[0]")
    assert found["App"] == (1, "getApp()")
    assert found["Page pages/p/p"] == (1, "pages/p/p")
    assert not {"Promise", "ArrayBufferView"} & set(found)


def test_what_modules_and_globals_hold_is_seen_and_what_is_the_engines_is_not() -> None:
    app = (
        "globalThis.mine = { text: 'a'.repeat(5000) }; module.exports = { list: [new Error('e')] }; App({ kind: Date })"
    )
    found = kinds(census(app))
    assert found["(string)"][1] == "globalThis.mine"
    assert found["Error"][1] == "require('app.js').list[0]"
    assert "Function" not in found


def test_a_long_list_is_cut_and_a_text_that_many_hold_counts_once() -> None:
    app = "const long = 'x'.repeat(100); App({ list: Array.from({ length: 10001 }, () => ({ long })) })"
    answer = census(app)
    sizes = {kind["name"]: kind for kind in answer["kinds"]}
    assert answer["is_cut"]
    assert sizes["Object {long}"]["count"] == 10_000
    assert sizes["(string)"]["size"] < 1000
