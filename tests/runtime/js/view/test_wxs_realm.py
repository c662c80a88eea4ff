"""wxs that redefines what the language gives it: nothing of the page gets into its hands, and what it says arrives."""

from __future__ import annotations

import json
import re
from importlib.resources import files
from typing import Any

import pytest

from runtime.compiler.wxs.compile import compile_wxs
from tests.runtime.js.view.page_harness import PageHarness, block, node

pytestmark = pytest.mark.browser

ATTACKER = r"""
var make = 'constr' + 'uctor';
var FunctionOf = (function () {})[make];
var world = FunctionOf('return this')();
var ObjectOf = ({})[make];
var root = ObjectOf.prototype;
var getPrototypeOf = ObjectOf.getPrototypeOf, describe = ObjectOf.getOwnPropertyDescriptor;
var define = ObjectOf.defineProperty, namesOf = ObjectOf.getOwnPropertyNames;
var symbolsOf = ObjectOf.getOwnPropertySymbols;
var failure; try { null.x; } catch (error) { failure = error; }
var later = FunctionOf('return async function () {}')(), walker = FunctionOf('return function* () {}')();
var iterator = getPrototypeOf([][symbolsOf([][make].prototype)[0]]());
var targets = {
  Array: [][make], ArrayPrototype: [][make].prototype, Object: ObjectOf, ObjectPrototype: root,
  Function: FunctionOf, FunctionPrototype: FunctionOf.prototype, String: ''[make], StringPrototype: ''[make].prototype,
  Number: Number, NumberPrototype: Number.prototype, Boolean: true[make], RegExp: getRegExp('a')[make],
  RegExpPrototype: getRegExp('a')[make].prototype, Date: Date, DatePrototype: Date.prototype, JSON: JSON, Math: Math,
  Error: getPrototypeOf(failure[make]), ErrorPrototype: getPrototypeOf(getPrototypeOf(failure)),
  TypeError: failure[make], TypeErrorPrototype: getPrototypeOf(failure), Promise: later()[make],
  PromisePrototype: later()[make].prototype, ArrayIteratorPrototype: iterator,
  IteratorPrototype: getPrototypeOf(iterator), Generator: getPrototypeOf(walker.prototype),
  Symbol: ObjectOf(symbolsOf([][make].prototype)[0])[make], world: world
};
var foreign = [];
var undo = [];

// Kept apart from every built-in that may have been replaced.
function look(what, value) {
  if ((typeof value !== 'object' && typeof value !== 'function') || value === null) return;
  var at = value;
  for (;;) {
    var up = getPrototypeOf(at);
    if (up === null) break;
    at = up;
  }
  if (at !== root && at !== value) foreign[foreign.length] = what;
  else if (at === value && at !== root && describe(at, make)) foreign[foreign.length] = what;
}

function replacement(mode, name, former) {
  return function () {
    'use strict';
    look(name + ' this', this);
    for (var i = 0; i < arguments.length; i++) look(name + ' ' + i, arguments[i]);
    if (mode === 'throw') throw mode;
    if (mode === 'garbage') return { length: 3, 0: 'garbage' };
    if (mode === 'null') return null;
    var self = this;
    return former.apply(self, arguments);
  };
}

function replace(target, mode) {
  var keys = [namesOf(target), symbolsOf(target)];
  for (var k = 0; k < 2; k++) {
    for (var i = 0; i < keys[k].length; i++) {
      var key = keys[k][i], was = describe(target, key);
      if (!was.configurable && !was.writable) continue;
      if (typeof was.value !== 'function' || (mode === 'spy' && target === FunctionOf.prototype)) continue;
      undo[undo.length] = [target, key, was];
      var now = replacement(mode, typeof key === 'string' ? key : 'symbol', was.value);
      if (was.configurable) define(target, key, { value: now, writable: true, configurable: true, enumerable: false });
      else target[key] = now;
    }
  }
}

var specials = {
  toJSON: function () { set(root, 'toJSON', function (key) { look('toJSON', this); return { m: 'forged' }; }); },
  index: function () {
    for (var i = 0; i < 5; i++) trap([][make].prototype, i);
  },
  members: function () {
    var names = ['instance', 'value', 'get', 'set', 'writable', 'enumerable', 'configurable', 'm', 'name', 'args',
      'detail', 'message', 'stack', 'exports', 'source', 'loaded', 'length', 'select', 'then'];
    for (var i = 0; i < names.length; i++) trap(root, names[i]);
  },
  words: function (names) {
    for (var i = 0; i < names.length; i++) if (!describe(root, names[i])) trap(root, names[i]);
  },
  constants: function (names) {
    for (var i = 0; i < names.length; i++) {
      if (describe(root, names[i])) continue;
      undo[undo.length] = [root, names[i], undefined];
      define(root, names[i], { __proto__: null, value: undefined, writable: false, configurable: true });
    }
  },
  patterns: function () {
    var names = ['exec', 'flags', 'global', 'sticky', 'unicode', 'hasIndices'];
    for (var i = 0; i < names.length; i++) trap(targets.RegExpPrototype, names[i]);
    var asked = ['match', 'matchAll', 'replace', 'search', 'split'];
    for (var j = 0; j < asked.length; j++) trap(targets.StringPrototype, targets.Symbol[asked[j]]);
  },
  kinds: function () {
    var all = [targets.Array, targets.RegExp, targets.Promise];
    for (var i = 0; i < all.length; i++) trap(all[i], targets.Symbol.species);
    trap(targets.ArrayPrototype, make);
    trap(targets.ArrayPrototype, targets.Symbol.isConcatSpreadable);
    trap(root, targets.Symbol.toPrimitive);
  },
  rejections: function () { trap(root, 'then'); trap(targets.PromisePrototype, 'then'); },
  hasInstance: function () {
    var all = [targets.Error, targets.TypeError, ObjectOf, FunctionOf, targets.Promise, [][make]];
    for (var i = 0; i < all.length; i++) {
      define(all[i], targets.Symbol.hasInstance, {
        configurable: true, value: function (value) { look('hasInstance', value); return true; } });
      undo[undo.length] = [all[i], targets.Symbol.hasInstance, undefined];
    }
  },
  stacks: function () {
    try {
      targets.Error.prepareStackTrace = function (error, sites) {
        for (var i = 0; i < sites.length; i++) {
          look('getFunction', sites[i].getFunction());
          look('getThis', sites[i].getThis());
        }
        return 'stack';
      };
    } catch (refused) { /* the same to us */ }
    try { null.x; } catch (error) { look('stack', error.stack); }
  },
  callers: function () {
    function walk() {
      var at = walk.caller;
      for (var i = 0; at && i < 50; i++) { look('caller', at); at = at.caller; }
      look('callee', arguments.callee.caller);
    }
    walk();
  }
};

function set(target, key, value) {
  undo[undo.length] = [target, key, describe(target, key)];
  define(target, key, { value: value, writable: true, configurable: true });
}

function trap(target, key) {
  var said = typeof key === 'string' || typeof key === 'number' ? key : 'symbol';
  undo[undo.length] = [target, key, describe(target, key)];
  define(target, key, {
    __proto__: null, configurable: true, get: function () { look('get ' + said, this); return undefined; },
    set: function (value) { look('set ' + said, this); look('set ' + said, value); } });
}

module.exports = {
  names: function (event, owner) {
    var list = [];
    for (var name in targets) list[list.length] = name;
    owner.callMethod('names', list.join(' '));
  },
  replace: function (event) { replace(targets[event.detail.target], event.detail.mode); },
  special: function (event) { specials[event.detail.target](event.detail.names); },
  restore: function (event, owner) {
    for (var i = undo.length - 1; i >= 0; i--) {
      if (undo[i][2]) define(undo[i][0], undo[i][1], undo[i][2]);
      else delete undo[i][0][undo[i][1]];
    }
    undo = [];
    owner.callMethod('foreign', foreign.join(', '));
    foreign = [];
  },
  usual: function (event, owner) {
    var one = owner.selectComponent('.b'), all = owner.selectAllComponents('.b');
    look('one', one); look('all', all); look('event', event); look('owner', owner);
    one.setStyle({ color: 'red' }).addClass('on', 'off').removeClass('off');
    one.setStyle('color: red');
    var facts = {
      has: one.hasClass('on'), count: all.length, second: all[1].hasClass('b'), data: event.currentTarget.dataset,
      color: one.getComputedStyle(['color']).color, width: one.getBoundingClientRect().width, n: require('./n.wxs').n
    };
    one.requestAnimationFrame(function (now) { look('frame', now); });
    one.clearTimeout(one.setTimeout(function () {}, 1e6));
    owner.callMethod('told', facts);
    owner.triggerEvent('heard', { a: 1 }, {});
    console.log('said', 1, 'and', 'more');
    return false;
  },
  watch: function (value, former, owner, instance) {
    look('value', value); look('instance', instance);
    owner.callMethod('watched', value);
  },
  fails: function () { var nothing; nothing.here(); },
  hostileError: function () {
    throw { get message() { look('message', this); throw this; }, get stack() { throw 1; } };
  },
  deep: function (event, owner) {
    // The stack runs out in the page's functions too.
    var depth = 0;
    function down() { depth++; try { owner.hasClass('b'); } catch (error) { look('overflow', error); } down(); }
    try { down(); } catch (error) { look('overflow', error); }
    owner.callMethod('deep', depth > 100);
  },
  out: function (event, owner) {
    var found = [];
    var ways = ['parent', 'top', 'opener', 'frameElement', 'fetch', 'XMLHttpRequest', 'open', 'qt', 'QWebChannel',
      'Image', 'WebSocket', 'Worker', 'localStorage', 'navigator', 'postMessage', 'BroadcastChannel', 'setTimeout',
      'Reflect', 'Proxy', 'WebAssembly'];
    for (var i = 0; i < ways.length; i++) if (world[ways[i]]) found[found.length] = ways[i];
    var view = world.document && world.document.defaultView;
    owner.callMethod('out', found.join(' ') + (view ? ' view' : ''));
  }
};
"""
MODULES = [
    ["V", "m.wxs", compile_wxs("m.wxs", ATTACKER).code],
    ["V", "n.wxs", compile_wxs("n.wxs", "module.exports.n = 'a'.concat('b').length").code],
]
HANDLERS = """
  window.handle ??= (member, detail) => {
    const element = $("#a");
    return view.wxs.handle("m.wxs", member, {
      type: "tap", detail, touches: [], target: view.wxs.describe(element), currentTarget: view.wxs.describe(element),
    }, element, null);
  };
"""


@pytest.fixture
def realm(harness: PageHarness) -> PageHarness:
    nodes = [
        node("view", id="a", style="height:50px", data={"k": "1"}, change={"prop": ["m", "watch"]}),
        node("view", **{"class": "b", "style": "width:70px"}),
        node("view", **{"class": "b"}),
    ]
    definition = block([[i, []] for i in range(3)], nodes, [[0, "attr", "prop", 1]])
    harness.open({**definition, "wxs": {"m": "m.wxs"}}, first=MODULES, stream=[{"x": [1]}])
    harness.run(HANDLERS)
    return harness


def said(realm: PageHarness) -> list[Any]:
    """What has come out of the realm since the last time."""
    events = "sent.splice(0).map(({ type, detail }) => [type, detail])"
    out: list[Any] = realm.run(f"await frames(1); return [{events}, logs.splice(0), $('#a ~ .b').style.cssText]")
    return out


def use(realm: PageHarness) -> list[Any]:
    """The realm does all that wxs does."""
    returned = realm.run("return handle('usual', {})")
    realm.apply(["U", 1, [0, {"x": [2]}]])
    return [returned, *said(realm)]


def foreign(realm: PageHarness) -> str:
    realm.run("handle('restore', {})")
    return str(said(realm)[0][-1][1]["args"])


USUAL = [
    True,
    [
        ["callMethod", {"name": "told", "args": {"has": True, "count": 2, "second": True, "data": {"k": "1"},
                                                 "color": "rgb(255, 0, 0)", "width": 70, "n": 2}}],
        ["callMethod", {"name": "watched", "args": {"x": [2]}}],
    ],
    [["log", "said 1 and more", "program", "", 0]],
    "width: 70px; color: red;",
]  # fmt: skip


def test_what_it_says_unhindered(realm: PageHarness) -> None:
    said(realm)
    assert use(realm) == USUAL
    assert foreign(realm) == ""


@pytest.mark.parametrize("mode", ["spy", "throw", "garbage", "null"])
def test_every_built_in_replaced(realm: PageHarness, mode: str) -> None:
    realm.run("handle('names', {})")
    names = said(realm)[0][-1][1]["args"].split()
    assert len(names) > 25
    for name in names:
        realm.run(f"handle('replace', {{ target: '{name}', mode: '{mode}' }})")
        assert (name, use(realm)) == (name, USUAL)
        assert (name, foreign(realm)) == (name, "")


SPECIALS = [
    "index",
    "members",
    "words",
    "constants",
    "patterns",
    "kinds",
    "rejections",
    "hasInstance",
    "stacks",
    "callers",
]
WORD = re.compile(r"[A-Za-z_$][\w$]*")


def words() -> list[str]:
    """All that the code beside wxs in its realm names, but for what the modules of the test write themselves."""
    folder = files("runtime") / "js"
    paths = ("view/wxs/realm_border.js", "view/wxs/realm_glue.js", "shared/wxs_modules.js")
    texts = [(folder / path).read_text("utf-8") for path in paths]
    return sorted({*WORD.findall("\n".join(texts))} - {"n"})


@pytest.mark.parametrize("special", SPECIALS)
def test_traps_and_ways_to_look_at_the_caller(realm: PageHarness, special: str) -> None:
    said(realm)
    realm.run(f"handle('special', {{ target: '{special}', names: {json.dumps(words())} }})")
    assert use(realm) == USUAL
    realm.run("handle('fails', {})")
    realm.run("handle('hostileError', {})")
    levels = [entry[:3] for entry in said(realm)[1]]
    assert [level for level, *_ in levels] == ["error", "error"]
    assert foreign(realm) == ""


def test_what_it_forges_is_its_own_message_alone(realm: PageHarness) -> None:
    said(realm)
    realm.run("handle('special', { target: 'toJSON' })")
    events = use(realm)[1]
    assert [(type_, detail["name"]) for type_, detail in events] == [
        ("callMethod", "told"), ("callMethod", "watched"),
    ]  # fmt: skip
    assert foreign(realm) == ""


def test_a_stack_that_runs_out_in_the_pages_functions(realm: PageHarness) -> None:
    realm.run("handle('deep', {})")
    assert foreign(realm) == ""
    said(realm)
    assert use(realm)[1] == USUAL[1]


def test_nothing_of_the_browser_is_left(realm: PageHarness) -> None:
    said(realm)
    realm.run("handle('out', {})")
    assert said(realm)[0] == [["callMethod", {"name": "out", "args": ""}]]


def test_a_picture_in_the_document_that_is_left_asks_nobody(realm: PageHarness) -> None:
    code = """module.exports.tap = function (e, o) {
      var world = (function () {})['constr' + 'uctor']('return this')();
      var document = world.document, made = '';
      if (document) {
        var picture = document.createElement('img');
        picture.src = 'handset://project/img/secret.svg';
        var script = document.createElement('script');
        script.textContent = 'top.escaped = 1';
        if (document.documentElement) document.documentElement.append(picture, script);
        made = 'made';
      }
      o.callMethod('tried', made);
    };"""
    realm.files["img/secret.svg"] = b"<svg/>"
    realm.run(f"""
      view.wxs.define("s.wxs", {code!r});
      const element = $("#a");
      view.wxs.handle("s.wxs", "tap", {{ type: "tap", detail: {{}} }}, element, null);
      await frames(2);
    """)
    loaded = "performance.getEntriesByName('handset://project/img/secret.svg').length"
    assert realm.run(f"return [typeof window.escaped, {loaded}]") == ["undefined", 0]
