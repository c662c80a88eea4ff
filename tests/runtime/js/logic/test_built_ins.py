"""Programs that replace what the language gives them: what the base library says to the host stays the same."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from simulator.worker.library import BUILT_INS, KEPT_NAMES, library
from tests.support.logic_program import LogicProgram

PAGE = "pages/p/p"
FILES = {
    f"{PAGE}.wxml": '<view wx:for="{{list}}" wx:key="id" class="{{item.c}}">{{item.id}}-{{index}}</view>'
    '<c wx:if="{{on}}" n="{{n}}" bind:told="told">{{n + 1}}</c><view id="b" bindtap="tap" data-a="{{n}}"/>',
    f"{PAGE}.json": '{"usingComponents":{"c":"/c/c"}}',
    f"{PAGE}.js": """Page({ data: { list: [{ id: 1, c: 'x' }, { id: 2 }], on: true, n: 1 },
      tap(e) { this.setData({ n: e.currentTarget.dataset.a + 1, 'list[0].c': 'y', list2: [1, [2]] });
        console.log('tapped', { a: [1, { b: 2 }] }); },
      grow() { this.setData({ list: [{ id: 3 }, { id: 1 }, { id: 2 }] }); },
      fail() { throw new Error('x'); }, told() {} })""",
    "c/c.wxml": "<text>{{n}}</text><slot/>",
    "c/c.js": "Component({ properties: { n: Number }, observers: { n() { this.triggerEvent('told', { a: 1 }); } } })",
}
REPLACE = """
((targets, mode) => {
  const { defineProperty, getOwnPropertyDescriptor, ownKeys } = Reflect;
  for (const target of targets) {
    for (const key of ownKeys(target)) {
      const { value, configurable, writable } = getOwnPropertyDescriptor(target, key);
      if (typeof value !== 'function' || key === 'constructor' || !(configurable || writable)) continue;
      target[key] = () => { if (mode === 'throw') throw new Error('replaced'); return { m: 'forged', length: 2 }; };
    }
  }
})
"""
SPECIALS = {
    "toJSON of all objects": "Object.prototype.toJSON = () => ({ m: 'forged' })",
    "toJSON of arrays": "Array.prototype.toJSON = () => 'forged'",
    "iteration of arrays": "Array.prototype[Symbol.iterator] = function* () { yield 'forged' }",
    "iteration of maps": "Map.prototype[Symbol.iterator] = function* () {}",
    "next of array iterators": "Object.getPrototypeOf([][Symbol.iterator]()).next = () => ({ done: true })",
    "JSON itself": "globalThis.JSON = { stringify: () => 'forged', parse: () => ({}) }",
    "Object itself": "globalThis.Object = {}",
    "Array itself": "globalThis.Array = function () {}",
    "Map itself": "globalThis.Map = globalThis.Set = globalThis.WeakMap = function () {}",
    "Math and Reflect": "globalThis.Math = globalThis.Reflect = {}",
    "Promise itself": "globalThis.Promise = class {}",
    "the clock": "performance.now = () => 'never'",
}


def talk(attack: str) -> list[dict[str, Any]]:
    """What the program says to the host when the attack comes before the page does anything."""
    program = LogicProgram(FILES)
    program.launch()
    program.messages.clear()
    if attack:
        program.engine.receive(json.dumps({"m": "evaluate", "request_id": 1, "code": f"{attack}; 0"}))
        program.settle()
        program.messages.clear()
    program.tap(id="b")
    for method in ("grow", "fail"):
        program.call(method)
    return [
        {key: value for key, value in message.items() if key not in ("logic_ms", "stack")}
        for message in program.messages
        if message["m"] in ("dom", "log", "uncaught")
    ]


@pytest.fixture(scope="module")
def unhindered() -> list[dict[str, Any]]:
    return talk("")


@pytest.mark.parametrize("mode", ["throw", "forge"])
@pytest.mark.parametrize(
    "target",
    ["Array.prototype", "String.prototype", "Map.prototype", "Set.prototype", "WeakMap.prototype",
     "Object", "Array", "Number", "JSON", "Math", "Reflect", "Function.prototype"],
)  # fmt: skip
def test_every_function_of_a_built_in_replaced(unhindered: list[dict[str, Any]], target: str, mode: str) -> None:
    assert talk(f"{REPLACE.strip()}([{target}], '{mode}')") == unhindered


@pytest.mark.parametrize("special", SPECIALS)
def test_forgeries(unhindered: list[dict[str, Any]], special: str) -> None:
    assert talk(SPECIALS[special]) == unhindered


def test_the_methods_are_kept_under_keys_that_nobody_can_replace() -> None:
    program = LogicProgram(FILES)
    program.launch()
    code = """Object.getOwnPropertySymbols(Array.prototype).filter((key) => typeof Array.prototype[key] === 'function')
      .some((key) => { try { Array.prototype[key] = 1; } catch (e) {} return Array.prototype[key] === 1; })"""
    assert program.evaluate(code) is False


def test_every_file_of_the_library_gets_the_kept_built_ins() -> None:
    first, *others = library().files
    assert first.name == BUILT_INS
    assert len(others) > 100
    text = "\n".join(library().code.split("\n")[first.last_line :])
    assert not re.search(r"(?<![.$\w])(Object|Array|Number|String)\.\w+\(", text)
    assert set(KEPT_NAMES) <= set(re.findall(r"[$\w]+", library().code.split("\n")[first.last_line - 1]))
