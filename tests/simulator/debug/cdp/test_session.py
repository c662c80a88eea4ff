"""Commands of any kind get the protocol's answer, and what a client has set goes with it."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.debug.cdp.session import MOST_UNANSWERED
from tests.support.cdp_client import CdpClient
from tests.support.debuggee import DebuggeeParts


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", -32700),
        ("{", -32700),
        ("[1]", -32700),
        ("\ud800", -32700),
        ("{" * 100_000, -32700),
        ('{"method": "Runtime.enable"}', -32600),
        ('{"id": true, "method": "Runtime.enable"}', -32600),
        ('{"id": 1e99, "method": "Runtime.enable"}', -32600),
        ('{"id": 1}', -32600),
        ('{"id": 1, "method": 5}', -32600),
        ('{"id": 1, "method": "Runtime.nothing"}', -32601),
        ('{"id": 1, "method": "Page.enable"}', -32601),
        ('{"id": 1, "method": "Runtime.evaluate"}', -32602),
        ('{"id": 1, "method": "Runtime.evaluate", "params": {"expression": 5}}', -32602),
        ('{"id": 1, "method": "Runtime.evaluate", "params": []}', -32602),
    ],
)
def test_what_is_no_command_gets_the_error_of_the_protocol(client: CdpClient, text: str, code: int) -> None:
    client.session.receive(text)
    assert [one["error"]["code"] for one in client.said] == [code]


def test_an_unknown_method_is_named(client: CdpClient) -> None:
    error = client.refused("Page.captureScreenshot")
    assert error == {"code": -32601, "message": "'Page.captureScreenshot' wasn't found"}


def test_parameters_that_nobody_knows_are_passed_over_and_null_is_none(client: CdpClient) -> None:
    assert client.ask("Runtime.enable", future=1) == {}
    client.session.receive('{"id": 77, "method": "Log.enable", "params": null}')
    assert client.said[-1] == {"id": 77, "result": {}}


@given(st.text(max_size=200) | st.builds(json.dumps, st.recursive(st.none() | st.integers() | st.text(), st.lists)))
def test_no_text_ends_a_session(text: str) -> None:
    # Sessions are cheap to keep, programs are not.
    client = _shared_client()
    client.session.receive(text)
    assert client.ask("Schema.getDomains")["domains"] != []


_CLIENTS: list[CdpClient] = []


def _shared_client() -> CdpClient:
    if not _CLIENTS:
        _CLIENTS.append(CdpClient(DebuggeeParts()))
    return _CLIENTS[0]


def test_a_flood_of_commands_that_wait_is_held_up(client: CdpClient, parts: DebuggeeParts) -> None:
    parts.values.evaluate = lambda *_args, **_more: None  # type: ignore[method-assign]
    for number in range(MOST_UNANSWERED + 1):
        command = {"id": number, "method": "Runtime.evaluate", "params": {"expression": "1"}}
        client.session.receive(json.dumps(command))
    assert [one["id"] for one in client.said] == [MOST_UNANSWERED]
    assert "wait for their answer" in client.said[0]["error"]["message"]


def test_a_client_that_has_gone_hears_nothing_and_holds_nothing(client: CdpClient, parts: DebuggeeParts) -> None:
    for domain in ("Runtime", "Debugger", "Log", "Network"):
        client.ask(f"{domain}.enable")
    held = client.ask("Runtime.evaluate", expression="({})")["result"]["objectId"]
    client.ask("Debugger.setBreakpointByUrl", url="file:///work%20folder/shop/pages/p/p.js", lineNumber=1)
    client.session.close()
    client.session.close()
    heard = len(client.said)
    parts.log({"t": "string", "v": "later"})
    parts.debugger.go_on()
    assert len(client.said) == heard
    assert parts.debugger.breakpoints == ()
    assert parts.debugger.listeners == []
    assert parts.values.released == [int(held.rpartition(".")[2])]


def test_the_protocol_describes_itself(client: CdpClient) -> None:
    from simulator.debug.cdp.session import description

    described = {one["domain"]: one for one in description(client.session.domains)["domains"]}
    assert set(described) >= {"Runtime", "Debugger", "Console", "Log", "Network", "Profiler", "HeapProfiler", "Target"}
    evaluate = next(one for one in described["Runtime"]["commands"] if one["name"] == "evaluate")
    assert {"name": "expression", "type": "any"} in evaluate["parameters"]
    assert {"name": "consoleAPICalled"} in described["Runtime"]["events"]


@pytest.mark.parametrize(
    "method",
    [
        "Profiler.startPreciseCoverage",
        "HeapProfiler.takeHeapSnapshot",
        "Debugger.restartFrame",
        "Debugger.setScriptSource",
    ],
)
def test_what_the_engine_cannot_do_is_said(client: CdpClient, method: str) -> None:
    error = client.refused(method)
    assert error["code"] == -32000
    assert error["message"] != ""
