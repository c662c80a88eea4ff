"""Worklets in their realm: values that are shared, animations frame by frame, and worklets that mean no good."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.support.worklet_realm import SHARED, WorkletRealm


@pytest.fixture
def realm() -> WorkletRealm:
    made = WorkletRealm()
    made.take("shared", id=1, value=0)
    return made


def animate(realm: WorkletRealm, expression: str) -> None:
    realm.run(f"() => {{ const w = wx.worklet; s.value = {expression} }}", s=SHARED)


def course(realm: WorkletRealm, *moments: float) -> list[float]:
    """The value at some moments, the first of which begins the animation."""
    values = []
    for moment in moments:
        realm.tick(moment)
        values.append(round(realm.read(1), 2))
    return values


@pytest.mark.parametrize(
    ("expression", "moments", "expected"),
    [
        ("w.timing(100, { duration: 200, easing: w.Easing.linear })", (0, 50, 100, 200), [0, 25, 50, 100]),
        ("w.timing(100)", (1000, 1150, 1300), [0, 50, 100]),
        ("w.timing(100, { duration: 100, easing: (t) => t * t })", (0, 50, 100), [0, 25, 100]),
        ("w.timing(100, { duration: 0 })", (0,), [100]),
        ("w.delay(100, w.timing(10, { duration: 100, easing: w.Easing.linear }))", (0, 100, 150, 200), [0, 0, 5, 10]),
        (
            "w.sequence(w.timing(10, { duration: 10, easing: w.Easing.linear }),"
            " w.timing(0, { duration: 10, easing: w.Easing.linear }))",
            (0, 5, 10, 15, 20), [0, 5, 10, 5, 0],
        ),
        (
            "w.repeat(w.timing(10, { duration: 10, easing: w.Easing.linear }), 2, true)",
            (0, 5, 10, 15, 20), [0, 5, 10, 5, 0],
        ),
        (
            "w.repeat(w.timing(10, { duration: 10, easing: w.Easing.linear }), -1, false)",
            (0, 5, 15, 1005), [0, 5, 5, 5],
        ),
        ("w.decay({ velocity: 1000, clamp: [0, 50] })", (0, 20, 400), [0, 19.6, 50]),
        ("w.spring(100, { overshootClamping: true })", (0, 5000), [0, 100]),
        ("w.spring(100, { damping: 100 })", (0, 20000), [0, 100]),
        ("'text'", (0,), ["text"]),
    ],
)  # fmt: skip
def test_the_course_of_an_animation(
    realm: WorkletRealm, expression: str, moments: tuple[float, ...], expected: list[Any]
) -> None:
    animate(realm, expression)
    if expression.startswith("'"):
        assert realm.read(1) == "text"
    else:
        assert course(realm, *moments) == pytest.approx(expected)


def test_a_spring_goes_beyond_its_goal_and_comes_to_rest(realm: WorkletRealm) -> None:
    animate(realm, "w.spring(100)")
    values = course(realm, *range(0, 3000, 16))
    assert max(values) > 110
    assert values[-1] == 100
    assert not realm.tick(4000)


def test_callbacks_hear_of_the_end_or_of_none(realm: WorkletRealm) -> None:
    animate(realm, "w.timing(1, { duration: 10 }, (ok) => console.log('end', ok))")
    realm.tick(0)
    assert realm.told("log") == []
    realm.tick(10)
    assert realm.told("log") == [["log", "log", "end true"]]
    animate(realm, "w.timing(2, {}, (ok) => console.log('end', ok))")
    realm.run("() => wx.worklet.cancelAnimation(s)", s=SHARED)
    assert realm.told("log") == [["log", "log", "end false"]]
    assert not realm.tick(20)


def test_each_part_of_a_sequence_has_its_end(realm: WorkletRealm) -> None:
    part = "w.timing({}, {{ duration: 10 }}, () => console.log({}))"
    animate(realm, f"w.sequence({part.format(1, 1)}, {part.format(2, 2)})")
    for moment in (0, 12, 25):
        realm.tick(moment)
    assert [one[2] for one in realm.told("log")] == ["1", "2"]


def test_updaters_run_when_what_they_have_read_changes(realm: WorkletRealm) -> None:
    realm.fn(5, "() => s.value * 2", s=SHARED)
    realm.take("derived", id=2, fn=5)
    realm.fn(6, "() => ({ transform: `translateX(${d.value}px)`, left: 3, skipped: {} })", d={"$": "s", "id": 2})
    realm.take("style", id=7, fn=6)
    realm.take("set", id=1, version=4, value=21)
    styles = [json.loads(text) for _, number, text in realm.told("style")]
    assert styles == [[["transform", f"translateX({n}px)"], ["left", 3]] for n in (0, 42)]
    assert realm.changes() == [[2, 0, 42]]
    realm.take("unstyle", id=7)
    realm.take("set", id=1, version=5, value=1)
    assert realm.told("style") == []


def test_what_a_worklet_sets_is_told_with_the_version_it_knew(realm: WorkletRealm) -> None:
    realm.take("set", id=1, version=3, value=5)
    assert realm.changes() == []
    realm.run("() => { s.value += 1 }", s=SHARED)
    assert realm.changes() == [[1, 3, 6]]


@pytest.mark.parametrize(
    "value",
    [
        {"$": "n", "v": "NaN"}, {"$": "n", "v": "-Infinity"}, {"$": "n", "v": "-0"}, {"$": "u"}, None, "text", True,
        [1, [2]], {"$": "o", "v": {"a": {"$": "d", "v": 5}, "__proto__": 1}}, SHARED, {"$": "w", "id": 9},
        {"$": "f", "id": 8, "name": "g"}, {"$": "i", "id": 4}, {"$": "k", "name": "timing"}, {"$": "r", "v": [1, 2, 3]},
        {"$": "e", "name": "bezier", "args": [0.1, 0.2, 0.3, 0.4]},
    ],
)  # fmt: skip
def test_values_come_back_as_they_were_said(realm: WorkletRealm, value: Any) -> None:
    realm.take("shared", id=3, value=value)
    assert realm.read(3) == value


def test_functions_of_the_logic_layer_are_called_by_run_on_js(realm: WorkletRealm) -> None:
    remote = {"$": "f", "id": 8, "name": "done"}
    realm.run("(a) => wx.worklet.runOnJS(g)(a, [1])", "x", g=remote)
    realm.run("() => wx.worklet.runOnJS(g.bind(page, 2))(3)", g=remote, page={"$": "i", "id": 4})
    realm.run("() => g()", g=remote)
    told = realm.told("tell", "failed")
    assert "wx.worklet.runOnJS" in told.pop()[1]
    calls = [json.loads(text)["call"] for _, text in told]
    assert [call["args"] for call in calls] == [["x", [1]], [2, 3]]
    assert calls[1]["self"] == {"$": "i", "id": 4}


def test_members_of_pages(realm: WorkletRealm) -> None:
    realm.fn(5, "(e) => this.x.value + this.data.n + e.by", this={"$": "i", "id": 4})
    realm.take("instance", id=4, members={"x": SHARED, "data.n": 10, "twice": {"$": "w", "id": 6}})
    assert realm.call(5, {"by": 1}) == 11
    realm.fn(6, "function (e) { return this.data.n * 2 }")
    assert realm.eval("realm.callOn(4, 6, '{}')") == 20


def test_worklets_call_each_other_and_themselves(realm: WorkletRealm) -> None:
    realm.fn(5, "function f(n) { return n <= 1 ? 1 : n * f(n - 1) }", f={"$": "w", "id": 5})
    realm.fn(6, "(e) => f(e.n)", f={"$": "w", "id": 5})
    assert realm.call(6, {"n": 5}) == 120


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("() => { throw new Error('no') }", "no"),
        ("() => { throw 5 }", "5"),
        ("() => { throw { get message() { throw 1 } } }", "an error without words"),
        ("function f() { f() }", "call stack"),
        ("() => wx.request({})", "not a function"),
        ("() => { this is no code", "expecting"),
        ("() => { const a = []; a[0] = a; wx.worklet.runOnJS(g)(a) }", "contains itself"),
        ("() => { wx.worklet.runOnJS(g)(new Array(1e6).fill({})) }", "too large"),
        ("() => { const { shared, derived } = wx.worklet, a = shared(0); derived(() => ++a.value) }", "go on changing"),
    ],
)  # fmt: skip
def test_worklets_that_fail_are_told_and_the_others_go_on(realm: WorkletRealm, text: str, message: str) -> None:
    realm.run(text, g={"$": "f", "id": 8, "name": "g"})
    failures = realm.told("failed")
    assert failures, text
    assert message in failures[0][1]
    realm.run("() => { s.value = 77 }", s=SHARED)
    assert realm.read(1) == 77


@pytest.mark.parametrize("name", ["eval", "queueMicrotask", "gc", "print", "performance"])
def test_only_the_language_is_there(realm: WorkletRealm, name: str) -> None:
    realm.run(f"() => console.log(typeof {name}, typeof globalThis['{name}'])")
    assert realm.told("log") == [["log", "log", "undefined undefined"]]


def test_a_worklet_that_redefines_the_language_harms_itself_alone(realm: WorkletRealm) -> None:
    realm.run(
        """() => {
          for (const name of ['push', 'map', 'forEach', 'join']) Array.prototype[name] = () => { throw 1 };
          Map.prototype.get = Set.prototype.add = WeakMap.prototype.get = () => { throw 2 };
          Function.prototype.apply = Function.prototype.call = () => { throw 3 };
          JSON.stringify = JSON.parse = Reflect.apply = () => { throw 4 };
          Object.defineProperty(Object.prototype, 'value', { set() { throw 5 }, configurable: true });
        }"""
    )
    realm.run("() => { s.value = 3; wx.worklet.runOnJS(g)(s.value) }", s=SHARED, g={"$": "f", "id": 8, "name": "g"})
    assert realm.read(1) == 3
    assert [json.loads(text)["call"]["args"] for _, text in realm.told("tell")] == [[3]]


def test_timers_and_places_to_scroll_to(realm: WorkletRealm) -> None:
    realm.run("() => { setTimeout(() => console.log('later'), 5); requestAnimationFrame(() => console.log('frame')) }")
    assert realm.told("timer") == [["timer", 1, 5], ["timer", 2, -1]]
    realm.eval("realm.timer(2)")
    assert realm.told("log") == [["log", "log", "frame"]]
    realm.run("(ref) => wx.worklet.scrollViewContext.scrollTo(ref, { top: 9 })", {"$": "r", "v": [1, 2, 3]})
    [[_, text]] = realm.told("scroll")
    assert json.loads(text) == {"ref": {"$": "r", "v": [1, 2, 3]}, "options": {"top": 9}}
