"""Arguments are checked alike by Python and by JavaScript, for everything that the catalogue declares."""

from __future__ import annotations

import json
from typing import Any

import quickjs

from runtime.api.arguments import argument_error, required
from runtime.api.table import table
from runtime.platform.wechat import WECHAT
from simulator.worker.library import library_of
from tests.support.api_arguments import required_arguments

# As JavaScript has a value, and as it comes to Python.
VALUES: tuple[tuple[str, Any], ...] = (
    ("null", None), ("'a'", "a"), ("''", ""), ("1.5", 1.5), ("true", True), ("[1]", [1]), ("({ a: 1 })", {"a": 1}),
    ("new ArrayBuffer(3)", {"$b64": "AAAA"}), ("new Uint8Array(3)", {"$b64": "AAAA"}), ("NaN", None),
)  # fmt: skip


def engine() -> quickjs.Context:
    made = quickjs.Context()
    made.set("library", made.eval(library_of("logic/api/arguments.js").code))
    made.eval("globalThis.check = (text, option) => library.checkOf(JSON.parse(text), undefined)(option)")
    return made


def test_both_say_the_same_of_every_call() -> None:
    javascript = engine()
    checked = 0
    for entry in WECHAT.registry.entries.values():
        needed = required(entry)
        javascript.eval(f"globalThis.needed = {json.dumps(json.dumps(needed))}")
        right = required_arguments(entry)
        for name, _types in needed:
            missing = {key: value for key, value in right.items() if key != name}
            for written, value in (("undefined", None), *VALUES):
                given = missing if written == "undefined" else {**missing, name: value}
                others = json.dumps(missing).replace('{"$b64": "AAAA"}', "new ArrayBuffer(3)")
                said = javascript.eval(f"check(needed, {{ ...{others}, {json.dumps(name)}: {written} }})")
                assert said == argument_error(needed, given), (entry.handler.name, name, written)
                checked += 1
    assert checked > 1_000


def test_arguments_by_position() -> None:
    javascript = engine()
    javascript.eval("globalThis.at = library.checkOf([['b', ['Number']]], ['a', 'b'])")
    words = "parameter error: parameter.b should be Number instead of Undefined;"
    assert [javascript.eval(call) for call in ("at(1, 2)", "at(1)", "at(1, () => 2)")] == ["", words, words]


def test_the_facade_has_the_checks_of_all_that_javascript_answers() -> None:
    entries = WECHAT.registry.entries
    answered = {name for name, entry in entries.items() if entry.handler.place == "js" and entry.state != "unsupported"}
    needed = {name: required(entries[name]) for name in answered if required(entries[name])}
    assert table(WECHAT.registry).required == needed
    assert {"arrayBufferToBase64", "sendSocketMessage", "drawCanvas"} <= set(needed)
