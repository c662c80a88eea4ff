"""Profiles of the logic layer as clients ask for them, and what cannot be made."""

from __future__ import annotations

import pytest

from simulator.debug.debugger import Script
from simulator.debug.profile import Function, profile_of
from tests.support.cdp_client import CdpClient
from tests.support.debuggee import DebuggeeParts

FUNCTIONS = (Function("outer", "a.js", 1, 1), Function("inner", "a.js", 5, 3))
PROFILE = profile_of(1e12, [1, 10, 20, 1, 0, 0, 60, 0], 0, FUNCTIONS)


def test_a_profile_has_the_form_of_chrome(client: CdpClient, parts: DebuggeeParts) -> None:
    parts.debugger.load(Script(7, "a.js"))
    parts.profiler.profile = PROFILE
    client.ask("Profiler.enable")
    client.ask("Profiler.setSamplingInterval", interval=100)
    client.ask("Profiler.start")
    assert parts.profiler.is_on
    made = client.ask("Profiler.stop")["profile"]
    assert not parts.profiler.is_on
    nodes = {node["id"]: node for node in made["nodes"]}
    names = [nodes[number]["callFrame"]["functionName"] for number in made["samples"]]
    assert names == ["(idle)", "outer", "inner", "outer", "(idle)"]
    assert made["timeDeltas"] == [0, 0, 10, 20, 30]
    inner = next(node["callFrame"] for node in made["nodes"] if node["callFrame"]["functionName"] == "inner")
    assert inner == {
        "functionName": "inner", "scriptId": "7", "url": "file:///work%20folder/shop/a.js", "lineNumber": 4,
        "columnNumber": 2,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("commands", "why"),
    [
        (["stop"], "No recording profiles found"),
        (["start", "start"], "A profile has begun already"),
        (["start", "stop", "stop"], "No recording profiles found"),
        (["startPreciseCoverage"], "QuickJS counts no coverage"),
    ],
)
def test_what_cannot_be_done_says_why(client: CdpClient, parts: DebuggeeParts, commands: list[str], why: str) -> None:
    parts.profiler.profile = PROFILE
    for name in commands[:-1]:
        client.ask(f"Profiler.{name}")
    assert client.refused(f"Profiler.{commands[-1]}")["message"] == why


def test_a_program_that_is_not_built_or_has_gone_has_no_profile(client: CdpClient, parts: DebuggeeParts) -> None:
    parts.profiler.why = "not-built"
    assert "not been compiled" in client.refused("Profiler.start")["message"]
    parts.profiler.why = ""
    client.ask("Profiler.start")
    assert "started anew" in client.refused("Profiler.stop")["message"]


def test_a_client_that_leaves_ends_its_profile(client: CdpClient, parts: DebuggeeParts) -> None:
    client.ask("Profiler.start")
    client.session.close()
    assert not parts.profiler.is_on
