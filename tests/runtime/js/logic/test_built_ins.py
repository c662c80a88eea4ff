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
    "toJSON that cannot be read": "unreadable(Object.prototype, 'toJSON')",
    "iteration of arrays": "Array.prototype[Symbol.iterator] = function* () { yield 'forged' }",
    "iteration of maps": "Map.prototype[Symbol.iterator] = function* () {}",
    "next of array iterators": "Object.getPrototypeOf([][Symbol.iterator]()).next = () => ({ done: true })",
    "JSON itself": "globalThis.JSON = { stringify: () => 'forged', parse: () => ({}) }",
    "Object itself": "globalThis.Object = {}",
    "Array itself": "globalThis.Array = function () {}",
    "Map itself": "globalThis.Map = globalThis.Set = globalThis.WeakMap = function () {}",
    "Math and Reflect": "globalThis.Math = globalThis.Reflect = {}",
    "Promise itself": "globalThis.Promise = class {}",
    "Date itself": "globalThis.Date = class {}",
    "the clock": "performance.now = () => 'never'",
    "what patterns look up": """for (const key of ['exec', 'flags', 'global', 'sticky', 'unicode', 'hasIndices'])
      unreadable(RegExp.prototype, key)""",
    "the kind that patterns make": "unreadable(RegExp, Symbol.species)",
    "what texts are asked for": """for (const key of ['match', 'matchAll', 'replace', 'search', 'split'])
      for (const of of [String.prototype, Object.prototype]) attempt(() => { of[Symbol[key]] = () => ['forged']; })""",
    "the kind that arrays make": "attempt(() => unreadable(Array, Symbol.species))",
    "the constructor of arrays": "Array.prototype.constructor = { [Symbol.species]: function () { return {}; } }",
    "spreading of arrays": "Object.defineProperty(Array.prototype, Symbol.isConcatSpreadable, { get: () => false })",
    "texts of objects": "Object.prototype[Symbol.toPrimitive] = () => 'forged'",
    "then of all objects": "Object.prototype.then = function (done) { done('forged'); }",
    "then that cannot be read": "unreadable(Object.prototype, 'then')",
    "stack traces": "Error.prepareStackTrace = () => ({ split() { throw 1; } }); Error.stackTraceLimit = 0",
    "stack traces that cannot be read": "unreadable(Error, 'prepareStackTrace')",
    "stacks of all errors": "unreadable(Error.prototype, 'stack')",
    "texts of all errors": "for (const key of ['name', 'message', 'toString']) unreadable(TypeError.prototype, key)",
    "numbers of all arrays": """for (const of of [Array.prototype, Object.prototype]) {
      attempt(() => Object.defineProperty(of, 0, { get() {}, set() {} }));
      attempt(() => Reflect.defineProperty(of, '1', { value: 'forged' }));
      attempt(() => Object.defineProperties(of, { 2: { get() {} } }));
      attempt(() => of.__defineGetter__('3', () => 'forged'));
      attempt(() => of.__defineSetter__({ toString: () => '0' }, () => 0)); }""",
    "frozen numbers": """for (let i = 0; i < 40; i++) Object.prototype[i] = 'forged';
      attempt(() => Object.freeze(Object.prototype))""",
    "frozen prototypes": "for (const { prototype } of [Object, Array, Function]) Object.freeze(prototype)",
    "what arrays derive from": """attempt(() => Object.setPrototypeOf(Array.prototype, new Proxy({}, { set() {} })));
      attempt(() => Reflect.setPrototypeOf(Array.prototype, null));
      attempt(() => { Array.prototype.__proto__ = { set 0(v) {} }; })""",
    "length of arrays": "Object.defineProperty(Array.prototype, 'length', { writable: false })",
}
WORDS = """
const attempt = (lay) => { try { lay(); } catch (refused) {} };
const unreadable = (object, key) => Object.defineProperty(object, key, {
  get() { throw new Error('read'); }, set() { throw new Error('written'); } });
"""


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
     "Object", "Array", "Number", "JSON", "Math", "Reflect", "Function.prototype", "Object.prototype",
     "RegExp.prototype", "RegExp", "Date.prototype", "Date", "Promise", "Promise.prototype", "Error",
     "Error.prototype", "Number.prototype", "Symbol.prototype", "Symbol", "ArrayBuffer", "Uint8Array.prototype",
     "Reflect.getPrototypeOf(Uint8Array.prototype)", "Reflect.getPrototypeOf([].values())",
     "Reflect.getPrototypeOf(Reflect.getPrototypeOf([].values()))"],
)  # fmt: skip
def test_every_function_of_a_built_in_replaced(unhindered: list[dict[str, Any]], target: str, mode: str) -> None:
    assert talk(f"{REPLACE.strip()}([{target}], '{mode}')") == unhindered


@pytest.mark.parametrize("special", SPECIALS)
def test_forgeries(unhindered: list[dict[str, Any]], special: str) -> None:
    assert talk(f"(() => {{ {WORDS} {SPECIALS[special]} }})()") == unhindered


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
