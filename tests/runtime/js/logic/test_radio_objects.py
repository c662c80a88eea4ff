"""Objects of radios in a program: made of an answer, answering their callbacks, with bytes wherever they lie."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.support.wx_program import WxProgram

SHOWN = "(b) => Array.from(new Uint8Array(b))"
MAKE = "wx.createBLEPeripheralServer().then(({ server, errMsg }) => { globalThis.server = server; log.push(errMsg) })"


@pytest.fixture
def program(tmp_path: Path) -> WxProgram:
    return WxProgram(tmp_path)


def event(program: WxProgram, name: str, detail: Any, target: str = "") -> None:
    program.run(f"installed.apiEvent({json.dumps(name)}, {json.dumps(detail)}, {json.dumps(target)}); return 1")


@pytest.fixture
def served(program: WxProgram) -> WxProgram:
    program.run(f"{MAKE}; return 1")
    program.answer(True, {"serverId": "7", "errCode": 0, "errMsg": "createBLEPeripheralServer:ok"})
    assert program.log() == ["createBLEPeripheralServer:ok"]
    return program


def test_bytes_of_found_devices_are_buffers(program: WxProgram) -> None:
    program.run(
        f"const shown = {SHOWN}; wx.onBluetoothDeviceFound(({{ devices: [one] }}) =>"
        " log.push(shown(one.advertisData), shown(one.serviceData.A), one.name)); return 1"
    )
    device = {"name": "a", "advertisData": {"$b64": "AQI="}, "serviceData": {"A": {"$b64": "Aw=="}}}
    event(program, "onBluetoothDeviceFound", {"devices": [device]})
    assert program.log() == [[1, 2], [3], "a"]
    program.run(
        f"const shown = {SHOWN};"
        "wx.getBluetoothDevices({ success: ({ devices: [one] }) => log.push(shown(one.advertisData)) }); return 1"
    )
    program.answer(True, {"devices": [device], "errMsg": ""})
    assert program.log() == [[1, 2]]


def test_a_server_answers_its_callbacks_and_promises(served: WxProgram) -> None:
    served.run("log.push(server.serverId); server.close({ ...outcome('close') }); return 1")
    call = served.host_calls()[-1]
    assert (call.name, json.loads(bytes(call.args))) == ("BLEPeripheralServer.close", {"task": 7})
    served.answer(False, {"errMsg": "close:fail not init", "errCode": 10000})
    assert [entry[1] if isinstance(entry, list) else entry for entry in served.log()] == ["7", "fail", "complete"]
    served.run("server.stopAdvertising().then((r) => log.push(r.errMsg)); return 1")
    served.answer(True, {"errMsg": "stopAdvertising:ok"})
    assert served.log() == ["stopAdvertising:ok"]


def test_a_server_hears_its_events_until_its_listener_is_removed(served: WxProgram) -> None:
    served.run(
        f"const shown = {SHOWN}; const hear = ({{ value, callbackId }}) => log.push(shown(value), callbackId);"
        "server.onCharacteristicWriteRequest(hear); globalThis.hear = hear; return 1"
    )
    for target in ("7", "8"):
        event(served, "onCharacteristicWriteRequest", {"value": {"$b64": "CQ=="}, "callbackId": 3}, target)
    assert served.log() == [[9], 3]
    served.run("server.offCharacteristicWriteRequest(hear); return 1")
    event(served, "onCharacteristicWriteRequest", {"value": {"$b64": "CQ=="}, "callbackId": 4}, "7")
    assert served.log() == []


def test_bytes_in_a_described_service_reach_the_host(served: WxProgram) -> None:
    served.run(
        "const value = new Uint8Array([1]).buffer; const characteristics = [{ uuid: 'b', value }];"
        "server.addService({ service: { uuid: 'a', characteristics }, fail() {} }); return 1"
    )
    service = json.loads(bytes(served.host_calls()[-1].args))["service"]
    assert service["characteristics"] == [{"uuid": "b", "value": {"$b64": "AQ=="}}]


def test_a_server_that_is_refused(program: WxProgram) -> None:
    program.run("wx.createBLEPeripheralServer(outcome('make')); return 1")
    program.answer(False, {"errMsg": "createBLEPeripheralServer:fail not init", "errCode": 10000})
    assert [entry[:2] for entry in program.log()] == [["make", "fail"], ["make", "complete"]]


def test_the_reader_of_tags_hands_out_its_technologies(program: WxProgram) -> None:
    program.word = lambda call: {"value": {"tech": {"ndef": "NDEF"}}}
    program.run(
        f"const shown = {SHOWN}; globalThis.nfc = wx.getNFCAdapter(); globalThis.ndef = nfc.getNdef();"
        "log.push(nfc === wx.getNFCAdapter(), ndef === nfc.getNdef(), nfc.tech.ndef);"
        "nfc.onDiscovered(({ messages: [{ records: [one] }] }) => log.push(shown(one.payload)));"
        "ndef.onNdefMessage(() => log.push('message')); ndef.connect(outcome('connect')); return 1"
    )
    call = program.host_calls()[-1]
    task = json.loads(bytes(call.args))["task"]
    assert (call.name, program.host_calls()[0].name, program.log()) == (
        "Ndef.connect", "getNFCAdapter", [True, True, "NDEF"],
    )  # fmt: skip
    program.answer(False, {"errMsg": "connect:fail unavailable tech", "errCode": 13015})
    assert [entry[1] for entry in program.log()] == ["fail", "complete"]
    event(program, "onDiscovered", {"messages": [{"records": [{"payload": {"$b64": "AQ=="}}]}]}, str(task))
    event(program, "onNdefMessage", {}, str(task))
    assert program.log() == [[1], "message"]
    program.run("ndef.offNdefMessage(); return 1")
    event(program, "onNdefMessage", {}, str(task))
    assert program.log() == []
