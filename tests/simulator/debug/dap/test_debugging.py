"""Breakpoints, stacks, values and the console, as transcripts of a client with the program's debugger."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from simulator.debug.debugger import BreakpointRequest, Evaluation, Frame, Pause, Scope, Script
from tests.support.dap_client import DapClient
from tests.support.debuggee import DebuggeeParts

THIS = {"t": "object", "cls": "Page", "id": 5, "more": True}
FRAMES = (
    Frame(1, "add", "pages/p/p.js", 4, 3, scopes=(Scope("local", "add", 11), Scope("global", "", 12)), this=THIS),
    Frame(2, "onTap", "pages/p/p.js", 9, 5),
    Frame(3, "run", "lib/x.js", 20, 1, is_library=True),
    Frame(4, "load", "pages/p/p.js", 20, 1, is_async=True),
)


def number(value: int) -> dict[str, Any]:
    return {"t": "number", "v": value}


def wanted_of(parts: DebuggeeParts) -> object:
    """What the debugger was last asked to set."""
    return [asked[2] for asked in parts.debugger.asked if asked[0] == "set_breakpoints"][-1]


@pytest.fixture
def page(tmp_path: Path) -> dict[str, str]:
    return {"path": str(tmp_path / "pages" / "p" / "p.js")}


@pytest.fixture
def paused(launched: DapClient, parts: DebuggeeParts) -> DapClient:
    parts.debugger.stop(Pause("breakpoint", FRAMES, breakpoint_ids=(1,)))
    return launched


# ------------------------------------------------------------ breakpoints


def test_breakpoints_of_every_kind(launched: DapClient, parts: DebuggeeParts, page: dict[str, str]) -> None:
    parts.debugger.lines["pages/p/p.js"] = (3, 7)
    wanted = [
        {"line": 2, "condition": "a > 1"}, {"line": 7, "column": 5, "hitCondition": ">= 5"},
        {"line": 3, "logMessage": "a is {a}"}, {"line": 99},
    ]  # fmt: skip
    bound = launched.ask("setBreakpoints", source=page, breakpoints=wanted)["breakpoints"]
    assert [(one["verified"], one["line"]) for one in bound] == [(True, 3), (True, 7), (True, 3), (False, 99)]
    assert bound[3]["message"] == "no statement follows"
    assert bound[0]["source"] == {"name": "p.js", **page}
    assert wanted_of(parts) == (
        BreakpointRequest(2, 0, "a > 1"), BreakpointRequest(7, 5, "", ">= 5"),
        BreakpointRequest(3, 0, "", "", "a is {a}"), BreakpointRequest(99),
    )  # fmt: skip
    assert launched.ask("setBreakpoints", source=page, lines=[3])["breakpoints"][0]["line"] == 3
    assert launched.ask("setBreakpoints", source=page)["breakpoints"] == []
    assert parts.debugger.breakpoints == ()


def test_a_file_outside_of_the_project(launched: DapClient, parts: DebuggeeParts) -> None:
    for path in ("/etc/passwd", "../x.js", ""):
        found = launched.ask("setBreakpoints", source={"path": path}, breakpoints=[{"line": 1}])["breakpoints"]
        assert found == [{"verified": False, "line": 1, "message": "The file does not lie in the project"}]
    assert parts.debugger.asked == []


def test_a_breakpoint_that_is_bound_later(launched: DapClient, parts: DebuggeeParts, page: dict[str, str]) -> None:
    parts.debugger.lines["pages/p/p.js"] = ()
    launched.ask("setBreakpoints", source=page, breakpoints=[{"line": 2}])
    (waiting,) = parts.debugger.breakpoints
    parts.debugger.change(replace(waiting, verified=True, line=4, message=""))
    (changed,) = launched.events("breakpoint")
    assert (changed["reason"], changed["breakpoint"]["id"], changed["breakpoint"]["line"]) == ("changed", waiting.id, 4)
    parts.debugger.change(replace(waiting, file="other.js"))
    assert len(launched.events("breakpoint")) == 1


def test_calls_of_wx_and_events_by_name(launched: DapClient, parts: DebuggeeParts) -> None:
    wanted = [{"name": "wx.request"}, {"name": "onTap"}, {"name": "event tap"}]
    first, second, third = launched.ask("setFunctionBreakpoints", breakpoints=wanted)["breakpoints"]
    assert first == third == {"verified": True}
    assert "wx." in second["message"]
    assert parts.debugger.asked[-2:] == [("set_api_breakpoints", ("request",)), ("set_event_breakpoints", ("tap",))]


def test_data_that_is_set(paused: DapClient, parts: DebuggeeParts) -> None:
    parts.debugger.evaluations[1, "this.data"] = Evaluation({"t": "object", "cls": "Object", "more": True, "id": 41})
    data = paused.ask("evaluate", expression="this.data", frameId=1)["variablesReference"]
    info = paused.ask("dataBreakpointInfo", name="user", variablesReference=data)
    assert (info["dataId"], info["accessTypes"]) == ("user", ["write"])
    assert paused.ask("dataBreakpointInfo", name="this.data.list[0].name")["dataId"] == "list[0].name"
    for name in ("count", "this.other", "this.data", "this.data.a b", "this.data.f()"):
        assert paused.ask("dataBreakpointInfo", name=name)["dataId"] is None
    paused.ask("setDataBreakpoints", breakpoints=[{"dataId": "user", "accessType": "write"}])
    assert parts.debugger.asked[-1] == ("set_data_breakpoints", ("user",))
    parts.debugger.stop(Pause("data", FRAMES, "user"))
    assert paused.events("stopped")[-1]["reason"] == "data breakpoint"
    assert "gone on" in paused.refused("dataBreakpointInfo", name="x", variablesReference=data)


def test_exceptions(launched: DapClient, parts: DebuggeeParts) -> None:
    launched.ask("setExceptionBreakpoints", filters=["uncaught"])
    assert parts.debugger.asked[-1] == ("set_exception_pauses", False, True)
    launched.ask("setExceptionBreakpoints", filters=[], filterOptions=[{"filterId": "caught"}])
    assert parts.debugger.asked[-1] == ("set_exception_pauses", True, False)
    pause = Pause("exception", FRAMES, "TypeError: no", exception={"t": "error"}, is_uncaught=True)
    parts.debugger.stop(pause)
    assert launched.events("stopped")[-1]["reason"] == "exception"
    info = launched.ask("exceptionInfo", threadId=1)
    assert info == {"exceptionId": "TypeError", "description": "TypeError: no", "breakMode": "unhandled"}


def test_where_breakpoints_can_stand(launched: DapClient, parts: DebuggeeParts, page: dict[str, str]) -> None:
    parts.debugger.lines["pages/p/p.js"] = (2, 4, 9)
    found = launched.ask("breakpointLocations", source=page, line=1, endLine=5)["breakpoints"]
    assert found == [{"line": 2, "column": 1}, {"line": 4, "column": 1}]
    assert launched.ask("breakpointLocations", source={"path": "/etc/x"}, line=1)["breakpoints"] == []


# ------------------------------------------------------------ stacks and steps


def test_a_pause_and_its_stack(paused: DapClient, page: dict[str, str]) -> None:
    (stopped,) = paused.events("stopped")
    assert stopped == {"reason": "breakpoint", "threadId": 1, "allThreadsStopped": True, "hitBreakpointIds": [1]}
    assert paused.ask("threads")["threads"] == [{"id": 1, "name": "Logic"}]
    found = paused.ask("stackTrace", threadId=1)
    assert found["totalFrames"] == 4
    add, _, library, waiting = found["stackFrames"]
    assert (add["name"], add["line"], add["column"], add["source"]["path"]) == ("add", 4, 3, page["path"])
    assert library["presentationHint"] == "subtle"
    assert waiting["name"] == "await in load"
    assert [one["id"] for one in paused.ask("stackTrace", threadId=1, startFrame=1, levels=2)["stackFrames"]] == [2, 3]


def test_a_client_that_counts_from_zero(client: DapClient, parts: DebuggeeParts, tmp_path: Path) -> None:
    client.ask("initialize", linesStartAt1=False, columnsStartAt1=False, pathFormat="uri")
    client.send("launch", project=str(tmp_path))
    uri = (tmp_path / "pages/p/p.js").as_uri()
    wanted = [{"line": 3, "column": 0}]
    (bound,) = client.ask("setBreakpoints", source={"path": uri}, breakpoints=wanted)["breakpoints"]
    assert wanted_of(parts) == (BreakpointRequest(4, 1),)
    assert (bound["line"], bound["column"]) == (3, 0)
    parts.debugger.stop(Pause("step", FRAMES))
    frame = client.ask("stackTrace", threadId=1)["stackFrames"][0]
    assert (frame["line"], frame["column"], frame["source"]["path"]) == (3, 2, uri)


@pytest.mark.parametrize(
    ("command", "asked"),
    [
        ("continue", ("resume",)),
        ("next", ("step", "over")),
        ("stepIn", ("step", "into")),
        ("stepOut", ("step", "out")),
    ],
)
def test_the_program_goes_on(paused: DapClient, parts: DebuggeeParts, command: str, asked: tuple[str, ...]) -> None:
    paused.ask(command, threadId=1)
    assert parts.debugger.asked[-1] == asked
    assert paused.events("continued") == [], "the client knows"
    assert "running" in paused.refused(command, threadId=1)
    assert "running" in paused.refused("stackTrace", threadId=1)
    paused.ask("pause", threadId=1)
    assert parts.debugger.asked[-1] == ("pause",)


# ------------------------------------------------------------ values


def test_scopes_and_their_variables(paused: DapClient, parts: DebuggeeParts) -> None:
    local, everything = paused.ask("scopes", frameId=1)["scopes"]
    assert (local["name"], local["expensive"]) == ("Local: add", False)
    assert (everything["name"], everything["expensive"]) == ("Global", True)
    shown = [["a", number(1)], ["s", {"t": "string", "v": "x"}], ["list", {"t": "array", "n": 250, "id": 31}]]
    parts.debugger.member_lists[11, 0] = {"t": "object", "props": shown}
    variables = paused.ask("variables", variablesReference=local["variablesReference"])["variables"]
    this, a, text, items = variables
    assert (this["name"], this["value"], this["evaluateName"]) == ("this", "Page {…}", "this")
    assert (a["name"], a["value"], a["type"], a["variablesReference"]) == ("a", "1", "number", 0)
    assert text["value"] == "'x'"
    assert (items["value"], items["indexedVariables"], items["evaluateName"]) == ("Array(250)", 250, "list")
    parts.debugger.member_lists[31, 200] = {
        "t": "array",
        "n": 250,
        "start": 200,
        "items": [number(7)] * 50,
        "more": True,
    }
    reference = items["variablesReference"]
    page = paused.ask("variables", variablesReference=reference, filter="indexed", start=200, count=2)["variables"]
    assert [(one["name"], one["evaluateName"]) for one in page] == [("200", "list[200]"), ("201", "list[201]")]
    assert paused.ask("variables", variablesReference=reference, filter="named")["variables"] == []


def test_values_are_gone_when_the_program_has_gone_on(paused: DapClient, parts: DebuggeeParts) -> None:
    reference = paused.ask("scopes", frameId=1)["scopes"][0]["variablesReference"]
    parts.debugger.go_on()
    assert "gone on" in paused.refused("variables", variablesReference=reference)
    assert "no more" in paused.refused("scopes", frameId=1)


def test_a_variable_is_changed(paused: DapClient, parts: DebuggeeParts) -> None:
    reference = paused.ask("scopes", frameId=1)["scopes"][0]["variablesReference"]
    parts.debugger.evaluations[0, "5 + 5"] = Evaluation(number(10))
    changed = paused.ask("setVariable", variablesReference=reference, name="a", value="5 + 5")
    assert (changed["value"], changed["type"]) == ("10", "number")
    assert parts.debugger.asked[-1] == ("set_variable", 11, "a", "5 + 5")
    assert "ReferenceError" in paused.refused("setVariable", variablesReference=reference, name="a", value="nope")


def test_an_expression_is_changed(paused: DapClient, parts: DebuggeeParts) -> None:
    parts.debugger.evaluations[1, "list[0] = (5\n)"] = Evaluation(number(5))
    assert paused.ask("setExpression", expression="list[0]", value="5", frameId=1)["value"] == "5"


@pytest.mark.parametrize("context", ["watch", "hover", "repl"])
def test_evaluation(paused: DapClient, parts: DebuggeeParts, context: str) -> None:
    parts.debugger.evaluations[1, "this.data"] = Evaluation({"t": "object", "cls": "Object", "more": True, "id": 41})
    found = paused.ask("evaluate", expression="this.data", frameId=1, context=context)
    assert found["result"] == "{…}"
    parts.debugger.member_lists[41, 0] = {"t": "object", "props": [["a-b", number(1)], ["c", number(2)]]}
    members = paused.ask("variables", variablesReference=found["variablesReference"])["variables"]
    assert [one["evaluateName"] for one in members] == ["this.data['a-b']", "this.data.c"]
    assert "ReferenceError" in paused.refused("evaluate", expression="nope", frameId=1, context=context)


def test_what_others_do_is_told(paused: DapClient, parts: DebuggeeParts) -> None:
    parts.debugger.go_on()
    assert paused.events("continued") == [{"threadId": 1, "allThreadsContinued": True}]


def test_evaluation_of_a_running_program(launched: DapClient, parts: DebuggeeParts) -> None:
    parts.debugger.evaluations[0, "1 + 1"] = Evaluation(number(2))
    assert launched.ask("evaluate", expression="1 + 1")["result"] == "2"


# ------------------------------------------------------------ completion, sources, console


def labels(client: DapClient, text: str, **more: Any) -> list[str]:
    targets = client.ask("completions", text=text, column=len(text) + 1, **more)["targets"]
    return [one["label"] for one in targets]


def test_completion_outside_of_frames(launched: DapClient) -> None:
    assert labels(launched, "x + pa") == ["page"]
    assert "items" in labels(launched, "page.data.")
    assert labels(launched, "f().") == []


def test_completion_in_a_frame(paused: DapClient, parts: DebuggeeParts) -> None:
    parts.debugger.member_lists[11, 0] = {"t": "object", "props": [["amount", number(1)], ["b", number(1)]]}
    assert labels(paused, "am", frameId=1) == ["amount"]
    value = {"t": "object", "props": [["inner", number(1)]]}
    parts.debugger.evaluations[1, "amount"] = Evaluation(value)
    assert labels(paused, "1 + amount.in", frameId=1) == ["inner"]
    (target,) = paused.ask("completions", text="x\n amount.in", line=2, column=11, frameId=1)["targets"]
    assert (target["start"], target["length"]) == (8, 2)


def test_sources(launched: DapClient, parts: DebuggeeParts, page: dict[str, str]) -> None:
    parts.debugger.sources[7] = "text"
    parts.debugger.load(Script(7, "pages/p/p.js"))
    assert launched.events("loadedSource")[0]["source"]["path"] == page["path"]
    assert [one["name"] for one in launched.ask("loadedSources")["sources"]] == ["p.js"]
    assert launched.ask("source", source=page, sourceReference=0)["content"] == "text"
    assert "no such file" in launched.refused("source", source={"path": "/etc/passwd"}, sourceReference=0)


def test_groups_of_the_console(launched: DapClient, parts: DebuggeeParts) -> None:
    parts.log({"t": "string", "v": "outer"}, form="group", opens=1)
    parts.log({"t": "string", "v": "inside"}, groups=[1])
    parts.log({"t": "string", "v": "after"})
    told = [(one["output"], one.get("group")) for one in launched.events("output")]
    assert told == [("outer\n", "start"), ("inside\n", None), ("", "end"), ("after\n", None)]


def test_the_console(launched: DapClient, parts: DebuggeeParts, page: dict[str, str]) -> None:
    parts.log({"t": "string", "v": "hello"}, number(5))
    parts.log({"t": "object", "cls": "Object", "id": 3, "more": True}, level="warn")
    parts.throw("TypeError: no")
    parts.recorder.notice("Low memory", "warn")
    said, warned, thrown, noticed = launched.events("output")
    assert (said["category"], said["output"], said["line"], said["source"]["path"]) == (
        "stdout", "hello 5\n", 3, page["path"],
    )  # fmt: skip
    assert warned["category"] == "stderr"
    assert warned["variablesReference"] > 0
    assert thrown["output"] == f"TypeError: no\n    at onTap ({page['path']}:7:2)\n"
    assert (noticed["category"], noticed["output"]) == ("console", "Low memory\n")
