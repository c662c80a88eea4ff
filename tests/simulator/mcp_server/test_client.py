"""The client of the official SDK lists and calls every tool, over the standard streams of `handset mcp`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

from tests.support.project_folder import write_project

pytestmark = [pytest.mark.browser, pytest.mark.extras]

SCRIPT = """Page({
  data: { count: 0 },
  add() { this.setData({ count: this.data.count + 1 }) },
  ask() { wx.showModal({ title: 'sure?' }) },
})
"""
MARKUP = """<view>{{count}}</view><button class="add" bind:tap="add">Add</button><input class="name"/>
<button class="ask" bind:tap="ask">Ask</button><scroll-view class="long" scroll-y style="height: 50px">
<view style="height: 500px"/></scroll-view>
"""
HOME = "pages/home/home"
CALLS: list[tuple[str, dict[str, Any]]] = [
    ("open_project", {"project": "."}), ("status", {}), ("build", {}), ("diagnostics", {}), ("tree", {}),
    ("find", {"selector": ".add"}), ("screenshot", {}), ("data", {"path": "count"}), ("logs", {}), ("network", {}),
    ("storage", {}), ("world", {"contains": "battery"}), ("tap", {"selector": ".add"}),
    ("long_press", {"selector": ".add"}), ("type_text", {"selector": ".name", "value": "Anna"}),
    ("swipe", {"selector": ".long", "dy": -20}), ("scroll_to", {"selector": ".long", "top": 30}),
    ("tap", {"selector": ".ask"}), ("answer_dialog", {}), ("set_data", {"values": {"count": 5}}),
    ("call_method", {"name": "add"}), ("evaluate", {"code": "page.data.count"}),
    ("set_storage", {"key": "a", "value": {"b": 1}}), ("set_world", {"values": {"battery.level": 5}}),
    ("fire_event", {"event": "memory.warning"}), ("mock", {"api": "getLocation", "fail": "auth deny"}),
    ("set_breakpoint", {"file": f"{HOME}.js", "line": 3}), ("breakpoints", {}), ("tap", {"selector": ".add"}),
    ("variables", {}), ("step", {}), ("resume", {}), ("remove_breakpoint", {"id": 1}), ("go_to", {"url": HOME}),
    ("restart", {}), ("run_tests", {}), ("monkey", {"steps": 3}), ("close_project", {}),
]  # fmt: skip
FAILING: list[tuple[str, dict[str, Any], str]] = [
    ("go_back", {}, ""), ("response", {"number": 1}, "no request 1"), ("replay", {"file": "none.hsrec"}, ""),
]  # fmt: skip


async def _converse(project: Path, allowed: list[str]) -> dict[str, Any]:
    from mcp import ClientSession
    from mcp.client.stdio import StdioServerParameters, stdio_client

    words = ["-P", "-m", "simulator.cli", "mcp", str(project), *(f"--allow={one}" for one in allowed)]
    told: dict[str, Any] = {"results": []}
    async with (
        stdio_client(StdioServerParameters(command=sys.executable, args=words)) as (reading, writing),
        ClientSession(reading, writing) as session,
    ):
        await session.initialize()
        told["tools"] = {tool.name for tool in (await session.list_tools()).tools}
        told["resources"] = [str(one.uri) for one in (await session.list_resources()).resources]
        told["page"] = (await session.read_resource("handset://components/button")).contents[0].text
        if allowed:
            for name, words_of_call in [*CALLS, *((name, words) for name, words, _ in FAILING)]:
                told["results"].append((name, await session.call_tool(name, words_of_call)))
    return told


@pytest.fixture
def project(tmp_path: Path) -> Path:
    files = {"app.json": f'{{"pages": ["{HOME}"]}}', f"{HOME}.js": SCRIPT, f"{HOME}.wxml": MARKUP}
    return write_project(tmp_path / "app", {**files, "tests/test_it.py": "def test_it(page):\n    assert page.path\n"})


def test_every_tool_is_called(project: Path) -> None:
    import anyio

    told = anyio.run(_converse, project, ["act", "tests"])
    assert told["tools"] == {name for name, *_ in [*CALLS, *FAILING]}
    assert told["page"].startswith("# button")
    ended = dict(told["results"])
    failed = {name: result.content[0].text for name, result in told["results"] if result.is_error}
    assert set(failed) <= {name for name, *_ in FAILING}, failed
    assert '"exit_code": 0' in ended["run_tests"].content[0].text
    assert '"failures": []' in ended["monkey"].content[0].text
    assert ended["screenshot"].content[0].mime_type == "image/png"


def test_without_leave_there_are_only_tools_that_look(project: Path) -> None:
    import anyio

    tools = anyio.run(_converse, project, [])["tools"]
    assert "tree" in tools
    assert not tools & {"tap", "evaluate", "set_data", "set_storage", "run_tests", "set_breakpoint", "monkey"}
