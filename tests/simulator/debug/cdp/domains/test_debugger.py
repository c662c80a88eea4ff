"""Debugger: transcripts of a client with the program's debugger."""

from __future__ import annotations

import pytest

from simulator.debug.debugger import BreakpointRequest, Evaluation, ExceptionPauses, Frame, Pause, Scope, Script
from tests.support.cdp_client import CdpClient
from tests.support.debuggee import DebuggeeParts

PAGE = "file:///work%20folder/shop/pages/p/p.js"
FRAMES = (
    Frame(
        1, "add", "pages/p/p.js", 4, 3,
        scopes=(Scope("local", "add", 11), Scope("closure", "onTap", 12)), this={"t": "object", "cls": "Page", "id": 5},
    ),
    Frame(2, "onTap", "pages/p/p.js", 9, 5, scopes=(Scope("local", "onTap", 21),)),
    Frame(3, "load", "pages/p/p.js", 20, 1, is_async=True),
)  # fmt: skip


@pytest.fixture
def debugging(client: CdpClient, parts: DebuggeeParts) -> CdpClient:
    parts.debugger.sources[7] = "one\ntwo\nthree"
    parts.debugger.load(Script(7, "pages/p/p.js", is_debugged=True))
    client.ask("Debugger.enable")
    return client


def test_scripts_are_told_with_their_addresses_and_texts(debugging: CdpClient, parts: DebuggeeParts) -> None:
    (told,) = debugging.events("Debugger.scriptParsed")
    assert (told["scriptId"], told["url"]) == ("7", PAGE)
    assert (told["endLine"], told["endColumn"], told["length"]) == (2, 5, 13)
    assert debugging.ask("Debugger.getScriptSource", scriptId="7") == {"scriptSource": "one\ntwo\nthree"}
    parts.debugger.load(Script(8, "app.js"))
    assert [one["scriptId"] for one in debugging.events("Debugger.scriptParsed")] == ["7", "8"]
    assert debugging.refused("Debugger.getScriptSource", scriptId="99")["code"] == -32000


def test_a_breakpoint_by_address_binds_to_the_line_it_got(debugging: CdpClient, parts: DebuggeeParts) -> None:
    parts.debugger.lines["pages/p/p.js"] = (5,)
    found = debugging.ask("Debugger.setBreakpointByUrl", url=PAGE, lineNumber=2, condition="a > 1")
    assert found["locations"] == [{"scriptId": "7", "lineNumber": 4, "columnNumber": 0}]
    assert ("add_breakpoint", "pages/p/p.js", BreakpointRequest(3, 0, "a > 1")) in parts.debugger.asked
    debugging.ask("Debugger.removeBreakpoint", breakpointId=found["breakpointId"])
    assert parts.debugger.breakpoints == ()


def test_a_breakpoint_in_a_file_that_is_not_loaded_yet(debugging: CdpClient, parts: DebuggeeParts) -> None:
    parts.debugger.lines["pages/q/q.js"] = ()
    url = PAGE.replace("/p/p", "/q/q")
    found = debugging.ask("Debugger.setBreakpointByUrl", url=url, lineNumber=0)
    assert found["locations"] == []
    (waiting,) = parts.debugger.breakpoints
    from dataclasses import replace

    parts.debugger.change(replace(waiting, line=2, verified=True))
    (resolved,) = debugging.events("Debugger.breakpointResolved")
    assert resolved["breakpointId"] == found["breakpointId"]
    assert resolved["location"]["lineNumber"] == 1


def test_a_breakpoint_by_pattern_counts_in_files_to_come(debugging: CdpClient, parts: DebuggeeParts) -> None:
    found = debugging.ask("Debugger.setBreakpointByUrl", urlRegex=r"pages\/[pq]\/.\.js$", lineNumber=0)
    assert len(found["locations"]) == 1
    parts.debugger.load(Script(9, "pages/q/q.js", is_debugged=True))
    (resolved,) = debugging.events("Debugger.breakpointResolved")
    assert resolved["location"]["scriptId"] == "9"
    debugging.ask("Debugger.removeBreakpoint", breakpointId=found["breakpointId"])
    assert parts.debugger.breakpoints == ()
    parts.debugger.load(Script(10, "pages/p/p.js", is_debugged=True))
    assert parts.debugger.breakpoints == ()


@pytest.mark.parametrize("pattern", ["(a+)+$", "(", "x" * 20_000, "(?P<n"])
def test_patterns_that_could_hold_the_window_up_are_refused(debugging: CdpClient, pattern: str) -> None:
    assert debugging.refused("Debugger.setBreakpointByUrl", urlRegex=pattern, lineNumber=0)["code"] == -32000


@pytest.mark.parametrize("url", ["file:///etc/passwd", "https://example.com/a.js", "../outside.js", "\x00"])
def test_files_outside_of_the_project_take_no_breakpoint(debugging: CdpClient, url: str) -> None:
    assert "project" in debugging.refused("Debugger.setBreakpointByUrl", url=url, lineNumber=0)["message"]


@pytest.mark.parametrize("line", [-1, -(10**6)])
def test_lines_that_do_not_exist(debugging: CdpClient, line: int) -> None:
    assert debugging.refused("Debugger.setBreakpointByUrl", url=PAGE, lineNumber=line)["code"] == -32000


def test_a_breakpoint_in_a_script(debugging: CdpClient, parts: DebuggeeParts) -> None:
    location = {"scriptId": "7", "lineNumber": 3}
    found = debugging.ask("Debugger.setBreakpoint", location=location)
    assert found["actualLocation"]["lineNumber"] == 3
    parts.debugger.lines["pages/p/p.js"] = ()
    assert debugging.refused("Debugger.setBreakpoint", location=location)["message"] == "no statement follows"


def test_where_breakpoints_can_stand(debugging: CdpClient, parts: DebuggeeParts) -> None:
    parts.debugger.lines["pages/p/p.js"] = (2, 4)
    start, end = {"scriptId": "7", "lineNumber": 0}, {"scriptId": "7", "lineNumber": 9}
    found = debugging.ask("Debugger.getPossibleBreakpoints", start=start, end=end)
    assert [one["lineNumber"] for one in found["locations"]] == [1, 3]


def test_a_pause_with_its_frames(debugging: CdpClient, parts: DebuggeeParts) -> None:
    found = debugging.ask("Debugger.setBreakpointByUrl", url=PAGE, lineNumber=3)
    (breakpoint,) = parts.debugger.breakpoints
    parts.debugger.stop(Pause("breakpoint", FRAMES, breakpoint_ids=(breakpoint.id,)))
    (paused,) = debugging.events("Debugger.paused")
    assert paused["reason"] == "other"
    assert paused["hitBreakpoints"] == [found["breakpointId"]]
    add, on_tap = paused["callFrames"]
    assert (add["functionName"], add["url"]) == ("add", PAGE)
    assert add["location"] == {"scriptId": "7", "lineNumber": 3, "columnNumber": 2}
    assert [scope["type"] for scope in add["scopeChain"]] == ["local", "closure"]
    assert add["this"]["className"] == "Page"
    assert on_tap["functionName"] == "onTap"
    assert [one["functionName"] for one in paused["asyncStackTrace"]["callFrames"]] == ["load"]


def test_a_client_that_comes_while_the_program_stands_is_told(client: CdpClient, parts: DebuggeeParts) -> None:
    parts.debugger.stop(Pause("pause", FRAMES))
    client.ask("Debugger.enable")
    assert len(client.events("Debugger.paused")) == 1


def test_variables_of_a_scope(debugging: CdpClient, parts: DebuggeeParts) -> None:
    def number(value: int) -> dict[str, object]:
        return {"t": "number", "v": value}

    parts.debugger.stop(Pause("breakpoint", FRAMES))
    parts.debugger.member_lists[11, 0] = {"t": "object", "props": [["a", number(1)]], "more": True}
    parts.debugger.member_lists[11, 1] = {"t": "object", "props": [["b", number(2)]]}
    scope = debugging.events("Debugger.paused")[0]["callFrames"][0]["scopeChain"][0]["object"]["objectId"]
    found = debugging.ask("Runtime.getProperties", objectId=scope, ownProperties=True)
    assert [(one["name"], one["value"]["value"]) for one in found["result"]] == [("a", 1), ("b", 2)]


def test_evaluation_in_a_frame(debugging: CdpClient, parts: DebuggeeParts) -> None:
    parts.debugger.stop(Pause("breakpoint", FRAMES))
    parts.debugger.evaluations[2, "a + 1"] = Evaluation({"t": "number", "v": 5})
    found = debugging.ask("Debugger.evaluateOnCallFrame", callFrameId="2", expression="a + 1")
    assert found["result"]["value"] == 5
    found = debugging.ask("Debugger.evaluateOnCallFrame", callFrameId="2", expression="nope")
    assert found["exceptionDetails"]["exception"]["className"] == "ReferenceError"
    refused = debugging.refused("Debugger.evaluateOnCallFrame", callFrameId="99", expression="a")
    assert refused["message"] == "Could not find call frame with given id"


def test_the_console_of_a_paused_program_evaluates_outside_of_frames(
    debugging: CdpClient, parts: DebuggeeParts
) -> None:
    parts.debugger.stop(Pause("breakpoint", FRAMES))
    parts.debugger.evaluations[0, "1 + 1"] = Evaluation({"t": "number", "v": 2})
    assert debugging.ask("Runtime.evaluate", expression="1 + 1")["result"]["value"] == 2


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ({"value": {"a": 1}}, '{"a": 1}'),
        ({"unserializableValue": "NaN"}, "NaN"),
        ({}, "undefined"),
        ({"value": None}, "null"),
    ],
)
def test_a_variable_gets_another_value(
    debugging: CdpClient, parts: DebuggeeParts, value: dict[str, object], code: str
) -> None:
    parts.debugger.stop(Pause("breakpoint", FRAMES))
    parts.debugger.evaluations[0, code] = Evaluation({"t": "undefined"})
    given = {"scopeNumber": 1, "variableName": "count", "newValue": value, "callFrameId": "1"}
    debugging.ask("Debugger.setVariableValue", **given)
    assert parts.debugger.asked[-1] == ("set_variable", 12, "count", code)
    assert "scope" in debugging.refused("Debugger.setVariableValue", **{**given, "scopeNumber": 9})["message"]


@pytest.mark.parametrize(
    ("command", "asked"),
    [
        ("resume", ("resume",)),
        ("stepOver", ("step", "over")),
        ("stepInto", ("step", "into")),
        ("stepOut", ("step", "out")),
    ],
)
def test_steps(debugging: CdpClient, parts: DebuggeeParts, command: str, asked: tuple[str, ...]) -> None:
    assert debugging.refused(f"Debugger.{command}")["message"] == "Can only perform operation while paused."
    parts.debugger.stop(Pause("breakpoint", FRAMES))
    debugging.ask(f"Debugger.{command}")
    assert parts.debugger.asked[-1] == asked
    assert len(debugging.events("Debugger.resumed")) == 1


def test_run_to_a_place(debugging: CdpClient, parts: DebuggeeParts) -> None:
    parts.debugger.stop(Pause("breakpoint", FRAMES))
    debugging.ask("Debugger.continueToLocation", location={"scriptId": "7", "lineNumber": 8})
    assert parts.debugger.asked[-1] == ("run_to", "pages/p/p.js", 9)


def test_what_a_client_has_switched_is_switched_back(debugging: CdpClient, parts: DebuggeeParts) -> None:
    debugging.ask("Debugger.setPauseOnExceptions", state="all")
    debugging.ask("Debugger.setBreakpointsActive", active=False)
    parts.debugger.asked.clear()
    debugging.session.close()
    assert parts.debugger.asked == [("set_exception_pauses", False, False), ("activate_breakpoints", True)]


def test_what_the_window_had_switched_is_so_again_when_a_client_leaves(
    debugging: CdpClient, parts: DebuggeeParts
) -> None:
    parts.debugger.set_exception_pauses(caught=False, uncaught=True)
    parts.debugger.activate_breakpoints(are_active=False)
    for state in ("none", "all", "none"):
        debugging.ask("Debugger.setPauseOnExceptions", state=state)
    debugging.ask("Debugger.setBreakpointsActive", active=True)
    debugging.session.close()
    assert parts.debugger.exception_pauses == ExceptionPauses(uncaught=True)
    assert not parts.debugger.are_breakpoints_active


def test_what_the_window_has_switched_meanwhile_stays(debugging: CdpClient, parts: DebuggeeParts) -> None:
    debugging.ask("Debugger.setPauseOnExceptions", state="uncaught")
    parts.debugger.set_exception_pauses(caught=True, uncaught=True)
    debugging.session.close()
    assert parts.debugger.exception_pauses == ExceptionPauses(caught=True, uncaught=True)


def test_a_client_that_vanishes_lets_the_program_go_on(debugging: CdpClient, parts: DebuggeeParts) -> None:
    parts.debugger.stop(Pause("breakpoint", FRAMES))
    debugging.session.close()
    assert parts.debugger.pause_now is None


def test_an_exception_with_its_value(debugging: CdpClient, parts: DebuggeeParts) -> None:
    thrown = {"t": "error", "v": "TypeError: no", "stack": []}
    parts.debugger.stop(Pause("exception", FRAMES, "TypeError: no", exception=thrown, is_uncaught=True))
    (paused,) = debugging.events("Debugger.paused")
    assert paused["reason"] == "exception"
    assert paused["data"]["description"] == "TypeError: no"
    assert paused["data"]["uncaught"] is True


def test_steps_go_out_of_files_that_a_client_does_not_want_to_see(debugging: CdpClient, parts: DebuggeeParts) -> None:
    debugging.ask("Debugger.setBlackboxPatterns", patterns=["/pages/p/"])
    parts.debugger.stop(Pause("step", FRAMES))
    assert parts.debugger.asked[-1] == ("step", "out")
    assert debugging.events("Debugger.paused") == []
    parts.debugger.stop(Pause("breakpoint", FRAMES))
    assert len(debugging.events("Debugger.paused")) == 1


def test_pauses_can_be_skipped(debugging: CdpClient, parts: DebuggeeParts) -> None:
    debugging.ask("Debugger.setSkipAllPauses", skip=True)
    parts.debugger.stop(Pause("breakpoint", FRAMES))
    assert parts.debugger.pause_now is None
    assert debugging.events("Debugger.paused") == []
