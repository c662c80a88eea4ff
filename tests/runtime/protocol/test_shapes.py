"""What is handed on without being looked into has the shape that is declared for it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import msgspec
import pytest

from runtime.compiler.build import build
from runtime.project.load import load_project
from runtime.protocol.blocks import Definition
from runtime.protocol.events import ViewEvent
from runtime.protocol.launch import Program
from runtime.protocol.operations import Operation
from runtime.protocol.phone_device import SystemInformation
from runtime.protocol.shell import ShellCall
from simulator.device import AppFacts, load_devices
from tests.arch.sources import ROOT
from tests.support.logic_program import LogicProgram

EXAMPLE = ROOT / "resources" / "templates" / "shop"
PAGE = """
<view wx:for="{{list}}" wx:key="id" id="r{{item.id}}" class="row {{item.c}}" data-k="{{item.id}}" bindtap="tap">{{item.n}}</view>
<view wx:if="{{on}}"><c p="{{n}}" class="x"><view slot="s">in</view></c></view>
<input model:value="{{n}}" /><slot name="{{n}}" />
"""  # noqa: E501


def strictly(value: Any, shape: Any) -> None:
    """Raises if a member is missing, of another type, or not declared."""
    msgspec.convert(value, shape, strict=True)


def test_a_compiled_program() -> None:
    strictly(build(load_project(EXAMPLE)).program, Program)


def test_operations_and_definitions() -> None:
    program = LogicProgram(
        {
            "app.json": json.dumps({"pages": ["pages/p/p"], "usingComponents": {"c": "/c/c"}}),
            "pages/p/p.wxml": PAGE,
            "pages/p/p.js": "Page({data: {list: [{id: 1, n: 'a'}, {id: 2}], on: true, n: 's'}, tap() {}})",
            "c/c.wxml": '<view class="e"><slot name="s" /></view>',
            "c/c.js": "Component({properties: {p: String}, options: {multipleSlots: true}, externalClasses: ['e']})",
            "c/c.wxss": ".e { color: red }",
        }
    )
    program.launch()
    for data in ({"list": [{"id": 2}, {"id": 3}, {"id": 1}]}, {"on": False}, {"list": []}, {"on": True}):
        program.call("setData", data)
    operations = [operation for message in program.of("dom") for operation in message["ops"]]
    assert {operation[0] for operation in operations} >= set("DPSBCURM")
    for operation in operations:
        strictly(operation, Operation)
        if operation[0] == "D":
            strictly(operation[2], Definition)


def test_an_operation_that_is_none_is_refused() -> None:
    for operation in (["Z", 1], ["U", 1], ["R", 1, 0, 1], ["C", "1", 0, 0, 0, []]):
        with pytest.raises(msgspec.ValidationError):
            strictly(operation, Operation)


@pytest.mark.parametrize("platform", ["ios", "android"])
def test_the_device_of_the_logic_layer(platform: str) -> None:
    device = next(device for device in load_devices().values() if device.platform == platform)
    told = device.system_info(AppFacts(platform="devtools", is_debug=True), "default", has_tab_bar=True)
    strictly(told, SystemInformation)
    assert set(told) == {field.encode_name for field in msgspec.structs.fields(SystemInformation)}


def test_a_call_of_the_shell_with_a_strange_member_is_refused() -> None:
    strictly({"name": "toast", "title": "x"}, ShellCall)
    for call in ({"name": "toast", "title": 1}, {"name": "toast", "title": "x", "far": 1}, {"name": "fly"}):
        with pytest.raises(msgspec.ValidationError):
            strictly(call, ShellCall)


def test_an_event_of_an_element() -> None:
    event = {"type": "tap", "id": 1, "node": 0, "exact": True, "ts": 1.5, "bubbles": True, "detail": {"x": 1}}
    touch = {"identifier": 0, "pageX": 1, "pageY": 2, "clientX": 1, "clientY": 2, "force": 1}
    strictly({**event, "touches": [touch], "changedTouches": [touch], "offsets": {"1.0": [0, 0]}}, ViewEvent)
    with pytest.raises(msgspec.ValidationError):
        strictly({**event, "id": 2**40}, ViewEvent)


def test_projects_stay_as_declared(tmp_path: Path) -> None:
    (tmp_path / "app.json").write_text('{"pages": ["p/p"], "tabBar": {"list": []}}', "utf-8")
    (tmp_path / "app.js").write_text("eval('1')", "utf-8")
    strictly(build(load_project(tmp_path)).program, Program)
