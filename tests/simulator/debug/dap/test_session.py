"""A debug session from its first request to its end, and requests that are none."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from simulator.debug.dap.conversation import MOST_UNANSWERED
from tests.support.dap_client import DapClient
from tests.support.debuggee import DebuggeeParts


def test_a_session_from_begin_to_end(client: DapClient, parts: DebuggeeParts, tmp_path: Path) -> None:
    assert client.ask("initialize", adapterID="handset")["supportsConfigurationDoneRequest"] is True
    launched = client.send("launch", project=str(tmp_path), page="pages/p/p?id=1", device="iPhone X")
    assert client.response(launched) is None, "the response comes when the program runs"
    assert client.events("initialized") == [{}]
    client.ask("configurationDone")
    assert client.response(launched) == {
        "seq": client.said[-1]["seq"], "type": "response", "request_seq": launched, "command": "launch",
        "success": True,
    }  # fmt: skip
    assert client.starter.asked == [("prepare", tmp_path.name, "iPhone X"), ("start", "pages/p/p?id=1")]
    client.ask("restart")
    assert client.starter.asked[-1] == ("start", "pages/p/p?id=1")
    client.ask("terminate")
    assert client.events("terminated") == [{}]
    assert client.events("exited") == [{"exitCode": 0}]
    client.ask("disconnect")
    assert client.is_over
    assert client.starter.asked.count(("close",)) == 1
    assert parts.debugger.listeners == []


def test_numbers_of_messages_grow(launched: DapClient) -> None:
    numbers = [one["seq"] for one in launched.said]
    assert numbers == list(range(1, len(numbers) + 1))


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        ({}, "project"),
        ({"project": "/no/such/folder"}, "/no/such/folder"),
        ({"project": "relative"}, "relative"),
        ({"project": 5}, "project"),
        ({"device": "no such phone"}, "no such phone"),
    ],
)
def test_what_cannot_be_launched_is_said(
    client: DapClient, tmp_path: Path, arguments: dict[str, Any], why: str
) -> None:
    client.ask("initialize")
    if "device" in arguments:
        arguments = {**arguments, "project": str(tmp_path)}
    assert why in client.refused("launch", **arguments)
    assert client.events("initialized") == []


def test_a_program_that_does_not_start(client: DapClient, tmp_path: Path) -> None:
    client.starter.problem = "app.json is missing"
    client.ask("initialize")
    launched = client.send("launch", project=str(tmp_path))
    client.ask("configurationDone")
    response = client.response(launched)
    assert response is not None
    assert (response["success"], response["message"]) == (False, "app.json is missing")
    assert client.events("terminated") == [{}]


def test_a_program_that_dies(launched: DapClient) -> None:
    launched.starter.ended("the logic process was killed")
    assert launched.events("output")[-1]["output"] == "the logic process was killed\n"
    assert launched.events("exited") == [{"exitCode": 1}]
    assert launched.events("terminated") == [{}]
    launched.starter.ended("again")
    assert len(launched.events("terminated")) == 1


def test_a_second_launch_is_refused(launched: DapClient, tmp_path: Path) -> None:
    assert "already" in launched.refused("launch", project=str(tmp_path))


def test_attach_says_what_to_do_instead(client: DapClient) -> None:
    assert "launch" in client.refused("attach")


def test_requests_that_nobody_knows_and_too_early_ones(client: DapClient) -> None:
    for command in ("gotoTargets", "threads", "x" * 10_000):
        assert "does not know" in client.refused(command)


@pytest.mark.parametrize(
    "body",
    [
        b"", b"{", b"[]", b"\xff", b"null", b"{" * 100_000, b'{"seq": 1}', b'{"seq": "x", "type": "request"}',
        b'{"seq": 1, "type": "event", "command": "launch"}', b'{"seq": 1, "type": "request", "command": 5}',
    ],
)  # fmt: skip
def test_what_is_no_request_is_passed_over(client: DapClient, body: bytes) -> None:
    client.session.receive(body)
    assert client.said == []
    assert client.ask("initialize") != {}


def test_arguments_of_a_wrong_shape_are_named(launched: DapClient) -> None:
    assert "source" in launched.refused("setBreakpoints")
    assert "$.frameId" in launched.refused("scopes", frameId="x")


def test_braces_in_a_message_are_no_places(client: DapClient) -> None:
    client.send("{x}")
    assert client.said[-1]["body"]["error"]["format"].endswith("(x)")


def test_without_debugging_nothing_is_listened_to(client: DapClient, parts: DebuggeeParts, tmp_path: Path) -> None:
    client.launch(tmp_path, noDebug=True)
    assert parts.debugger.listeners == []


def test_a_pause_at_the_entry(client: DapClient, parts: DebuggeeParts, tmp_path: Path) -> None:
    client.launch(tmp_path, stopOnEntry=True)
    assert ("pause",) in parts.debugger.asked


def test_a_flood_of_requests_that_wait_is_held_up(launched: DapClient, parts: DebuggeeParts) -> None:
    parts.debugger.evaluate = lambda *_args: None  # type: ignore[method-assign]
    for _ in range(MOST_UNANSWERED):
        launched.send("evaluate", expression="1")
    assert "wait" in launched.refused("evaluate", expression="1")


def test_a_client_that_vanishes_leaves_nothing(launched: DapClient, parts: DebuggeeParts, tmp_path: Path) -> None:
    path = str(tmp_path / "app.js")
    launched.ask("setBreakpoints", source={"path": path}, breakpoints=[{"line": 1}])
    launched.session.close()
    assert parts.debugger.breakpoints == ()
    assert parts.debugger.listeners == []
    assert launched.starter.asked[-1] == ("close",)
    heard = len(launched.said)
    parts.log({"t": "string", "v": "later"})
    assert len(launched.said) == heard
