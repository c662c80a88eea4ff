"""Accessors and constants that a program puts on `Object.prototype`, under every name that the base library has.

What the program itself reads under such a name is its own affair; the base library goes on as before.
"""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from runtime.api.table import table
from runtime.platform.wechat import WECHAT
from simulator.worker.library import library
from tests.support.logic_program import LogicProgram

FILES = {
    "pages/p/p.json": '{"usingComponents":{"x-c":"/c/c","x-row":"/c/row"}}',
    "pages/p/p.wxml": """
      <wxs module="W">module.exports = { twice: function (q) { return q + q } }</wxs>
      <template name="T"><text>{{q}}</text></template>
      <template is="T" data="{{q: W.twice(qn)}}"/>
      <view wx:for="{{qList}}" wx:key="*this" wx:for-item="qItem" mark:qm="{{qItem}}">{{qItem}}</view>
      <x-c wx:if="{{qOn}}" q-n="{{qn}}" bind:qtold="qTold"><text slot="q">{{qn + 1}}</text><x-row/></x-c>
      <view id="qb" bindtap="qTap" data-qd="{{qn}}" style="{{qStyle}}"/>
      <input id="qi" model:value="{{qText}}" bindinput="qInput"/>""",
    "pages/p/p.js": """Page({ data: { qList: ['u', 'v'], qOn: true, qn: 1, qText: '', qStyle: '' },
      qTap(e) { this.setData({ qn: e.currentTarget.dataset.qd + 1, 'qList[0]': 'w', qMore: [1, [2]] });
        console.log('tapped', { qa: [1, { qb: 2 }] }, new Map([[1, 2]]), new Error('told')); },
      qGrow() { this.setData({ qList: ['z', 'v', 'u'], qStyle: 'color:red' }); },
      qToggle() { this.setData({ qOn: !this.data.qOn }); },
      qInput() {}, qTold() {}, qMissing: undefined,
      qFail() { undefined.call(); }, qReject() { Promise.reject(new TypeError('no')); },
      qLate() { setTimeout(() => this.setData({ qText: 'late' }), 0); },
      qAsk() {
        wx.request({ url: 'http://127.0.0.1/', fail: (r) => console.log(r.errMsg) }); wx.nextTick(() => 0); } })""",
    "pages/q/q.wxml": "<text>{{qq}}</text>",
    "pages/q/q.js": "Page({ data: { qq: 0 }, onLoad(qq) { this.setData({ qq: qq.a }) } })",
    "c/c.json": '{"component":true}',
    "c/c.wxml": "<text>{{qN}}</text><slot name='q'/><slot/>",
    "c/c.js": """Component({
      options: { multipleSlots: true }, properties: { qN: Number }, relations: { './row': { type: 'child' } },
      observers: { qN() {
        this.triggerEvent('qtold', { qa: 1 }, { bubbles: false, composed: false, capturePhase: false }); } },
      lifetimes: { attached() { this.setData({ qSeen: 1 }) } } })""",
    "c/row.json": '{"component":true}',
    "c/row.wxml": "row",
    "c/row.js": "Component({ relations: { './c': { type: 'parent', linked() {} } } })",
}
ATTACKS = {
    "accessors that throw": "get() { throw new Error('read'); }, set() { throw new Error('written'); }",
    "accessors that swallow": "get() { return undefined; }, set() {}",
    "constants": "value: undefined, writable: false",
    "values": "value: 'forged', writable: true",
    "functions": "value() { throw new Error('called'); }, writable: true",
}
LAY = """
((names) => {
  for (const name of names) {
    Object.defineProperty(Object.prototype, name, { __proto__: null, %s, configurable: true });
  }
})(%s)
"""
WORD = re.compile(r"[A-Za-z_$][\w$]*")
OF_THE_PROGRAM = {
    # what the base library looks for in the program's own definitions, pages, options and errors
    "App": "onError onUnhandledRejection onShow onHide",
    "pages": "onLoad onHide onReady onShow onUnload",
    "definitions": "behaviors data externalClasses export implements init layers lifetimes methods observers options "
    "pageLifetimes properties relations chainingFilter definitionFilter",
    "lifetimes": "attached created detached error moved ready hide resize routeDone show",
    "options": "dynamicSlots virtualHost pureDataPattern styleIsolation addGlobalClass multipleSlots",
    "relations": "target linked linkChanged unlinked type",
    "callbacks of APIs": "complete fail success",
    "errors": "errMsg message name",
    "data of the test": "q a",
    # the language's own
    "objects": "constructor toString toLocaleString valueOf hasOwnProperty isPrototypeOf propertyIsEnumerable "
    "__proto__ __defineGetter__ __defineSetter__ __lookupGetter__ __lookupSetter__",
}


def names_of_the_library() -> list[str]:
    """Every word in the sources of the base library."""
    words = {*WORD.findall(library().code), "get", "set", "done", "return"}
    return sorted(words - {word for own in OF_THE_PROGRAM.values() for word in own.split()})


def talk(attack: str) -> list[dict[str, Any]]:
    """What the program says to the host when the attack comes before the page does anything."""
    program = LogicProgram(FILES, settings={"apis": table(WECHAT.registry)})
    program.launch()
    program.engine.receive(json.dumps({"m": "evaluate", "request_id": 1, "code": f"{attack}; 0"}))
    program.settle()
    program.messages.clear()
    program.tap(id="qb")
    program.event("input", {"value": "typed"}, id="qi")
    for method in ("qGrow", "qToggle", "qToggle", "qFail", "qReject", "qLate", "qAsk"):
        program.call(method)
    program.run_timers(1)
    program.open("pages/q/q", {"a": "1"})
    program.back()
    for form in ("template", "composed", "snapshot"):
        program.describe(form)
    for what in ("data", "components", "tree"):
        program.send(m="inspect", request_id=4, page_id=program.page_id, what=what)
    return [
        {key: value for key, value in message.items() if key not in ("logic_ms", "stack")}
        for message in program.messages
    ]


@pytest.fixture(scope="module")
def unhindered() -> list[dict[str, Any]]:
    return talk("")


@pytest.mark.parametrize("kind", ATTACKS)
def test_every_name_of_the_base_library(unhindered: list[dict[str, Any]], kind: str) -> None:
    assert talk(LAY.strip() % (ATTACKS[kind], json.dumps(names_of_the_library()))) == unhindered
