"""Tags held to the phone: discovered, read, written on; what fails and by which code."""

from __future__ import annotations

import base64
from typing import Any

import pytest

from runtime.api.ports.nfc import Nfc
from tests.support.api_ports import Ended, FakeHost

READER = 5
POSTER, CARD = "Poster", "Travel card"
NEEDS_TAG = [
    ("Ndef.connect", {}), ("NfcA.getAtqa", {}), ("NfcA.getSak", {}), ("IsoDep.getHistoricalBytes", {}),
    ("NfcV.getMaxTransceiveLength", {}), ("MifareClassic.connect", {}),
]  # fmt: skip
NEEDS_CONNECTION = [
    ("Ndef.writeNdefMessage", {"texts": ["a"]}), ("Ndef.close", {}), ("NfcB.isConnected", {}),
    ("NfcF.transceive", {"data": {"$b64": "AA=="}}), ("MifareUltralight.transceive", {"data": {"$b64": "AA=="}}),
]  # fmt: skip


def code(host: FakeHost, name: str, /, **args: Any) -> int:
    result = host.call(name, task=READER, **args).result
    assert result is not None
    return int(result["errCode"])


def start(host: FakeHost) -> Ended:
    ended = host.call("NFCAdapter.startDiscovery", task=READER)
    assert ended.ok
    return ended


def hold(host: FakeHost, name: str) -> None:
    host.play({"nfc.held": name})


def edit(host: FakeHost, number: int, **members: Any) -> None:
    tags = [dict(one) for one in host.world["nfc.tags"]]
    tags[number] |= members
    host.play({"nfc.tags": tags})


def send(host: FakeHost, owner: str, command: str) -> Any:
    """The answer in hexadecimal digits, or the code of the failure."""
    ended = host.call(f"{owner}.transceive", task=READER, data={"$b64": b64(command)})
    assert ended.result is not None
    return unhex(ended.result["data"]) if ended.ok else ended.result["errCode"]


def b64(hexadecimal: str) -> str:
    return base64.b64encode(bytes.fromhex(hexadecimal)).decode()


def unhex(buffer: dict[str, str]) -> str:
    return base64.b64decode(buffer["$b64"]).hex()


def test_a_tag_is_discovered_each_time_it_is_held_to_the_phone(host: FakeHost) -> None:
    hold(host, CARD)
    started = start(host)
    for name in ("", POSTER, POSTER, "Nobody", CARD):
        hold(host, name)
    found = [(name, detail["techs"]) for name, detail, target in started.events if "techs" in detail]
    assert found == [
        ("onDiscovered", ["ISO-DEP", "NFC-A"]), ("onDiscovered", ["NFC-A", "MIFARE Ultralight", "NDEF"]),
        ("onDiscovered", ["ISO-DEP", "NFC-A"]),
    ]  # fmt: skip
    assert {target for _, _, target in started.events} == {str(READER)}
    assert code(host, "NFCAdapter.stopDiscovery") == 0
    hold(host, POSTER)
    assert len([one for one in started.events if one[0] == "onDiscovered"]) == 3


def test_the_message_on_a_tag_is_told_with_its_records(host: FakeHost) -> None:
    edit(
        host,
        0,
        records=[{"uri": "https://www.example.com"}, {"text": "你好"}, {"type": "61", "payload": "00", "tnf": 4}],
    )
    started = start(host)
    hold(host, POSTER)
    (discovered, message) = started.events
    assert discovered[1]["id"] == {"$b64": "BKGyw9Tl9g=="}
    (told,) = discovered[1]["messages"]
    assert [unhex(one["payload"]) for one in told["records"]] == [
        "02" + b"example.com".hex(), "02656e" + "你好".encode().hex(), "00",
    ]  # fmt: skip
    assert [(one["tnf"], unhex(one["type"])) for one in told["records"]] == [(1, "55"), (1, "54"), (4, "61")]
    assert (told["payload"], message[0]) == (told["records"][0]["payload"], "onNdefMessage")


@pytest.mark.parametrize(
    ("values", "expected"), [({"nfc.isSupported": False}, 13000), ({"nfc.isOn": False}, 13001), ({}, 0)]
)
def test_a_phone_without_nfc(host: FakeHost, values: dict[str, Any], expected: int) -> None:
    host.play(values)
    assert code(host, "NFCAdapter.startDiscovery") == expected
    assert code(host, "Ndef.connect") == (expected or 13013)


def test_discovery_runs_once(host: FakeHost) -> None:
    assert code(host, "NFCAdapter.stopDiscovery") == 13018
    start(host)
    assert code(host, "NFCAdapter.startDiscovery") == 13021


def test_neither_in_the_background_nor_by_an_iphone_is_just_any_tag_discovered(host: FakeHost) -> None:
    started = start(host)
    host.phone.is_left = True
    hold(host, POSTER)
    assert started.events == []
    host.phone.is_left, host.phone.platform = False, "ios"
    hold(host, CARD)
    hold(host, POSTER)
    assert [name for name, _, _ in started.events] == ["onDiscovered"]


@pytest.mark.parametrize(("name", "args"), NEEDS_TAG, ids=[name for name, _ in NEEDS_TAG])
def test_what_needs_a_tag(host: FakeHost, name: str, args: Any) -> None:
    hold(host, CARD)
    assert code(host, name, **args) == 13013
    start(host)
    hold(host, "")
    assert code(host, name, **args) == 13013


@pytest.mark.parametrize(("name", "args"), NEEDS_CONNECTION, ids=[name for name, _ in NEEDS_CONNECTION])
def test_what_needs_a_connection(host: FakeHost, name: str, args: Any) -> None:
    start(host)
    hold(host, POSTER)
    assert code(host, name, **args) == 13023


def test_one_technology_at_a_time(host: FakeHost) -> None:
    start(host)
    hold(host, POSTER)
    assert code(host, "NfcB.connect") == 13015
    assert [code(host, f"NfcA.{method}") for method in ("connect", "isConnected", "connect")] == [0, 0, 13022]
    assert code(host, "Ndef.connect") == 13022
    assert [code(host, f"NfcA.{method}") for method in ("close", "close")] == [0, 13023]
    assert code(host, "Ndef.connect") == 0
    assert [code(host, "Ndef.setTimeout", timeout=time) for time in (100, 0)] == [0, 13011]


def test_a_card_answers_commands_until_it_is_taken_away(host: FakeHost) -> None:
    start(host)
    hold(host, CARD)
    assert code(host, "IsoDep.connect") == 0
    assert send(host, "IsoDep", "00A4040005F222222222") == "6f009000"
    assert send(host, "IsoDep", "00b2") == 13017
    assert send(host, "IsoDep", "") == 13011
    assert send(host, "IsoDep", "00" * 254) == 13011
    hold(host, "")
    assert send(host, "IsoDep", "00A4040005F222222222") == 13017
    hold(host, CARD)
    assert send(host, "IsoDep", "00A4040005F222222222") == 13023


def test_a_tag_says_what_it_is(host: FakeHost) -> None:
    start(host)
    hold(host, CARD)
    facts = [
        host.call(name, task=READER).result
        for name in ("NfcA.getAtqa", "NfcA.getSak", "IsoDep.getHistoricalBytes", "IsoDep.getMaxTransceiveLength")
    ]
    told = [{key: value for key, value in (one or {}).items() if not key.startswith("err")} for one in facts]
    assert told == [{"atqa": {"$b64": "RAA="}}, {"sak": 32}, {"histBytes": {"$b64": "gHM="}}, {"length": 253}]


@pytest.mark.parametrize(
    ("given", "records"),
    [
        ({"texts": ["a"], "uris": ["tel:1"]}, [("54", "02656e61"), ("55", "0531")]),
        ({"records": [{"type": {"$b64": "VA=="}, "payload": {"$b64": "AA=="}, "tnf": 2}]}, [("54", "00")]),
    ],
)
def test_a_message_is_written_and_lasts_as_long_as_the_program(host: FakeHost, given: Any, records: Any) -> None:
    before = host.world["nfc.tags"]
    start(host)
    hold(host, POSTER)
    assert code(host, "Ndef.connect") == 0
    assert code(host, "Ndef.writeNdefMessage", **given) == 0
    assert [(one["type"], one["payload"]) for one in host.world["nfc.tags"][0]["records"]] == records
    assert code(host, "Ndef.isConnected") == 0
    host.world.program_ended()
    assert host.world["nfc.tags"] == before


@pytest.mark.parametrize(
    ("given", "described", "expected"),
    [
        ({}, {}, 13011),
        ({"texts": [1]}, {}, 13012),
        ({"records": ["a"]}, {}, 13012),
        ({"records": [{"payload": "text"}]}, {}, 13012),
        ({"records": [{"tnf": 8}]}, {}, 13012),
        ({"texts": ["a"] * 101}, {}, 13012),
        ({"texts": ["a" * 137]}, {}, 13017),
        ({"texts": ["a"]}, {"isWritable": False}, 13017),
    ],
)
def test_a_message_that_cannot_be_written(host: FakeHost, given: Any, described: Any, expected: int) -> None:
    edit(host, 0, **described)
    start(host)
    hold(host, POSTER)
    assert code(host, "Ndef.connect") == 0
    assert code(host, "Ndef.writeNdefMessage", **given) == expected


def test_an_ultralight_tag_is_read_and_written_by_pages(host: FakeHost) -> None:
    start(host)
    hold(host, POSTER)
    assert code(host, "MifareUltralight.connect") == 0
    assert send(host, "MifareUltralight", "3000") == "04a1b28fc3d4e5f694480000e1101200"
    assert send(host, "MifareUltralight", "a20401020304") == "0a"
    assert send(host, "MifareUltralight", "300f") == "00000000" + "04a1b28fc3d4e5f694480000"
    assert send(host, "MifareUltralight", "3004").startswith("01020304")
    assert [send(host, "MifareUltralight", command) for command in ("30", "3010", "a204", "ff00")] == [13017] * 4


def test_a_classic_card_wants_the_key_of_each_sector(host: FakeHost) -> None:
    edit(host, 1, techs=["nfcA", "mifareClassic"], answers=[], memory="00" * 128, key="a0a1a2a3a4a5")
    start(host)
    hold(host, CARD)
    assert code(host, "MifareClassic.connect") == 0
    right, wrong = "08d1c2b3a0a1a2a3a4a5", "08d1c2b3ffffffffffff"
    assert send(host, "MifareClassic", "3001") == 13017
    assert send(host, "MifareClassic", f"6001{right}") == "0a"
    assert send(host, "MifareClassic", "a001" + "ab" * 16) == "0a"
    assert send(host, "MifareClassic", "3001") == "ab" * 16
    assert send(host, "MifareClassic", "3004") == 13017
    assert send(host, "MifareClassic", f"6104{wrong}") == 13017
    assert send(host, "MifareClassic", "3001") == 13017


def test_the_next_run_of_a_program_looks_for_nothing(host: FakeHost) -> None:
    started = start(host)
    host.fake(Nfc).close()
    hold(host, POSTER)
    assert (started.events, code(host, "Ndef.connect")) == ([], 13013)
