"""Runtime: values are evaluated, opened, called and let go, in a real engine; the console's calls are told."""

from __future__ import annotations

from typing import Any

import pytest

from simulator.debug.debugger import Pause
from tests.support.cdp_client import CdpClient
from tests.support.debuggee import DebuggeeParts


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("1 + 1", {"type": "number", "value": 2, "description": "2"}),
        ("0 / 0", {"type": "number", "unserializableValue": "NaN", "description": "NaN"}),
        ("'ä'", {"type": "string", "value": "ä"}),
        ("true", {"type": "boolean", "value": True}),
        ("undefined", {"type": "undefined"}),
        ("null", {"type": "object", "subtype": "null", "value": None}),
        ("10n", {"type": "bigint", "unserializableValue": "10n", "description": "10n"}),
    ],
)
def test_primitives(client: CdpClient, code: str, expected: dict[str, Any]) -> None:
    assert client.ask("Runtime.evaluate", expression=code) == {"result": expected}


@pytest.mark.parametrize(
    ("code", "type_", "subtype", "description"),
    [
        ("({ a: 1 })", "object", None, "Object"),
        ("[1, 2]", "object", "array", "Array(2)"),
        ("new Map()", "object", "map", "Map(0)"),
        ("new Set([1])", "object", "set", "Set(1)"),
        ("Promise.resolve()", "object", "promise", "Promise"),
        ("new Uint8Array(2)", "object", "typedarray", "Uint8Array(2)"),
        ("new Date(0)", "object", "date", "1970-01-01T00:00:00.000Z"),
        ("/x/g", "object", "regexp", "/x/g"),
        ("(function f() {})", "function", None, "function f() { … }"),
        ("Symbol('s')", "symbol", None, "Symbol(s)"),
    ],
)
def test_objects_have_an_id(client: CdpClient, code: str, type_: str, subtype: str | None, description: str) -> None:
    found = client.ask("Runtime.evaluate", expression=code)["result"]
    assert (found["type"], found.get("subtype"), found["description"]) == (type_, subtype, description)
    assert found["objectId"] != ""


def test_a_preview_on_request(client: CdpClient) -> None:
    found = client.ask("Runtime.evaluate", expression="({ a: 'x', b: [1] })", generatePreview=True)["result"]
    assert found["preview"]["properties"] == [
        {"name": "a", "value": "x", "type": "string"},
        {"name": "b", "value": "Array(1)", "type": "object", "subtype": "array"},
    ]


def test_entries_in_a_preview(client: CdpClient) -> None:
    found = client.ask("Runtime.evaluate", expression="new Map([['k', 5]])", generatePreview=True)["result"]
    (entry,) = found["preview"]["entries"]
    assert (entry["key"]["description"], entry["value"]["type"], entry["value"]["description"]) == ("k", "number", "5")


def test_an_await_that_is_typed_is_waited_for(client: CdpClient) -> None:
    found = client.ask("Runtime.evaluate", expression="await Promise.resolve(5)", replMode=True)
    assert found["result"]["value"] == 5
    found = client.ask("Runtime.evaluate", expression="Promise.resolve(5)", replMode=True)
    assert found["result"]["subtype"] == "promise"


def test_values_as_json(client: CdpClient) -> None:
    found = client.ask("Runtime.evaluate", expression="({ a: [1, null] })", returnByValue=True)["result"]
    assert found == {"type": "object", "value": {"a": [1, None]}}
    assert client.ask("Runtime.evaluate", expression="void 0", returnByValue=True)["result"] == {"type": "undefined"}


def test_what_a_promise_comes_to(client: CdpClient) -> None:
    code = "Promise.resolve({ done: true })"
    found = client.ask("Runtime.evaluate", expression=code, awaitPromise=True, returnByValue=True)
    assert found["result"]["value"] == {"done": True}
    promise = client.ask("Runtime.evaluate", expression=code)["result"]["objectId"]
    found = client.ask("Runtime.awaitPromise", promiseObjectId=promise, returnByValue=True)
    assert found["result"]["value"] == {"done": True}


def test_exceptions_are_results(client: CdpClient) -> None:
    found = client.ask("Runtime.evaluate", expression="null.name")
    details = found["exceptionDetails"]
    assert details["exception"]["subtype"] == "error"
    assert details["exception"]["description"].startswith("TypeError: ")
    assert details["exception"]["objectId"] != ""
    assert found["result"] == details["exception"]


def test_members_are_listed(client: CdpClient) -> None:
    code = "Object.defineProperty({ plain: 1 }, 'slow', { get() { throw 1 }, enumerable: true })"
    thing = client.ask("Runtime.evaluate", expression=code)["result"]["objectId"]
    found = client.ask("Runtime.getProperties", objectId=thing, ownProperties=True)
    plain, slow = found["result"]
    assert plain == {
        "name": "plain", "configurable": True, "enumerable": True, "isOwn": True, "writable": True,
        "value": {"type": "number", "value": 1, "description": "1"},
    }  # fmt: skip
    assert slow["get"]["type"] == "function"
    assert slow["set"] == {"type": "undefined"}
    assert [one["name"] for one in found["internalProperties"]] == ["[[Prototype]]"]
    everything = client.ask("Runtime.getProperties", objectId=thing)["result"]
    assert "hasOwnProperty" in {one["name"] for one in everything}


def test_a_function_on_an_object_with_arguments_of_every_kind(client: CdpClient) -> None:
    items = client.ask("Runtime.evaluate", expression="this.data.items")["result"]["objectId"]
    declaration = "function (own, value, nan, none) { return [this === own, value, Number.isNaN(nan), none] }"
    arguments = [{"objectId": items}, {"value": {"a": 1}}, {"unserializableValue": "NaN"}, {}]
    found = client.ask(
        "Runtime.callFunctionOn", functionDeclaration=declaration, objectId=items, arguments=arguments,
        returnByValue=True,
    )  # fmt: skip
    assert found["result"]["value"] == [True, {"a": 1}, True, None]


def test_released_objects_are_gone(client: CdpClient) -> None:
    one = client.ask("Runtime.evaluate", expression="({})", objectGroup="watch")["result"]["objectId"]
    other = client.ask("Runtime.evaluate", expression="({})")["result"]["objectId"]
    client.ask("Runtime.releaseObjectGroup", objectGroup="watch")
    client.ask("Runtime.releaseObject", objectId=other)
    for gone in (one, other):
        assert (
            client.refused("Runtime.getProperties", objectId=gone)["message"] == "Could not find object with given id"
        )


@pytest.mark.parametrize("object_id", ["", "1", "x.y.z", "1.value.x", "9.value.1", "1.scope", "1.value.99999999"])
def test_ids_of_nothing(client: CdpClient, object_id: str) -> None:
    assert client.refused("Runtime.getProperties", objectId=object_id)["code"] == -32000


def test_ids_of_a_former_run_name_nothing(client: CdpClient, parts: DebuggeeParts) -> None:
    client.ask("Runtime.enable")
    former = client.ask("Runtime.evaluate", expression="({})")["result"]["objectId"]
    parts.launch()
    assert "Could not find" in client.refused("Runtime.getProperties", objectId=former)["message"]
    assert [one["context"]["id"] for one in client.events("Runtime.executionContextCreated")] == [1, 2]
    assert len(client.events("Runtime.executionContextsCleared")) == 1


def test_what_must_change_nothing_runs_only_if_it_is_a_name(client: CdpClient) -> None:
    found = client.ask("Runtime.evaluate", expression="page.data.items[0]", throwOnSideEffect=True)
    assert found["result"]["value"] == 1
    found = client.ask("Runtime.evaluate", expression="page.gone = 1", throwOnSideEffect=True)
    assert "side-effect" in found["exceptionDetails"]["exception"]["description"]
    assert client.ask("Runtime.evaluate", expression="page.gone")["result"] == {"type": "undefined"}


def test_the_console_of_before_and_of_after(client: CdpClient, parts: DebuggeeParts) -> None:
    parts.log({"t": "string", "v": "before"}, {"t": "array", "n": 1, "items": [{"t": "number", "v": 5}], "id": 3})
    client.ask("Runtime.enable")
    parts.log({"t": "string", "v": "after"}, level="warn")
    before, after = client.events("Runtime.consoleAPICalled")
    assert (before["type"], after["type"]) == ("log", "warning")
    assert before["args"][0] == {"type": "string", "value": "before"}
    assert before["args"][1]["preview"]["properties"][0]["value"] == "5"
    assert before["args"][1]["objectId"] != ""
    frame = before["stackTrace"]["callFrames"][0]
    assert (frame["url"], frame["lineNumber"], frame["columnNumber"]) == (
        "file:///work%20folder/shop/pages/p/p.js", 2, 4,
    )  # fmt: skip


def test_a_new_run_begins_with_an_empty_console(client: CdpClient, parts: DebuggeeParts) -> None:
    parts.log({"t": "string", "v": "former"})
    parts.launch()
    client.ask("Runtime.enable")
    assert client.events("Runtime.consoleAPICalled") == []


def test_tables_groups_and_traces(client: CdpClient, parts: DebuggeeParts) -> None:
    client.ask("Runtime.enable")
    parts.log({"t": "string", "v": "outer"}, form="group", opens=1)
    parts.log({"t": "string", "v": "inner"}, form="group-collapsed", opens=2, groups=[1])
    row = {"t": "object", "cls": "Object", "props": [["a", {"t": "number", "v": 1}]]}
    parts.log({"t": "array", "n": 1, "items": [row], "id": 9}, form="table", groups=[1, 2])
    parts.log({"t": "string", "v": "after"}, form="trace")
    told = [one["type"] for one in client.events("Runtime.consoleAPICalled")]
    assert told == ["startGroup", "startGroupCollapsed", "table", "endGroup", "endGroup", "trace"]
    (cell,) = client.events("Runtime.consoleAPICalled")[2]["args"][0]["preview"]["properties"]
    assert cell["valuePreview"]["properties"] == [{"name": "a", "value": "1", "type": "number"}]


def test_uncaught_exceptions(client: CdpClient, parts: DebuggeeParts) -> None:
    client.ask("Runtime.enable")
    parts.throw("TypeError: no")
    (told,) = client.events("Runtime.exceptionThrown")
    details = told["exceptionDetails"]
    assert (details["lineNumber"], details["columnNumber"]) == (6, 1)
    assert details["exception"]["description"] == (
        "TypeError: no\n    at onTap (file:///work%20folder/shop/pages/p/p.js:7:2)"
    )


def test_what_handset_says_goes_to_the_log(client: CdpClient, parts: DebuggeeParts) -> None:
    client.ask("Runtime.enable")
    client.ask("Log.enable")
    parts.recorder.notice("Low memory", "warn")
    (told,) = client.events("Log.entryAdded")
    assert (told["entry"]["level"], told["entry"]["text"]) == ("warning", "Low memory")
    assert client.events("Runtime.consoleAPICalled") == []


def test_the_heap(client: CdpClient) -> None:
    before = client.ask("Runtime.getHeapUsage")["usedSize"]
    client.ask("Runtime.evaluate", expression="void (page.kept = Array.from({ length: 200000 }, (_, i) => ({ i })))")
    assert client.ask("Runtime.getHeapUsage")["usedSize"] - before > 1_000_000


def test_only_what_is_evaluated_while_paused_can_be_ended(client: CdpClient, parts: DebuggeeParts) -> None:
    assert "paused" in client.refused("Runtime.terminateExecution")["message"]
    parts.debugger.pause_now = Pause("pause", ())
    client.ask("Runtime.terminateExecution")
    assert parts.debugger.asked[-1] == ("stop_evaluating",)


def test_switched_off_domains_are_silent(client: CdpClient, parts: DebuggeeParts) -> None:
    for domain in ("Runtime", "Log"):
        client.ask(f"{domain}.enable")
        client.ask(f"{domain}.disable")
    parts.log({"t": "string", "v": "x"})
    parts.recorder.notice("y")
    assert [one for one in client.said if one.get("method") in ("Runtime.consoleAPICalled", "Log.entryAdded")] == []
