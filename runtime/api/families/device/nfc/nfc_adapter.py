"""NFCAdapter: looking for tags. iOS tells of ISO-DEP alone. Source: reference, NFCAdapter."""

from __future__ import annotations

from runtime.api.call import Call, from_bytes
from runtime.api.families.device.nfc.messages import messages_of
from runtime.api.families.device.nfc.refusals import DONE, refusal, require_nfc
from runtime.api.handler import Handler, in_host, in_js
from runtime.api.port import HostPorts
from runtime.api.ports.nfc import NFC
from runtime.api.ports.phone import PHONE
from runtime.api.ports.world import WORLD
from runtime.world.radio.tags import TECH_NAMES, tag_called
from runtime.world.world import Happening

FACTORIES = ("IsoDep", "MifareClassic", "MifareUltralight", "Ndef", "NfcA", "NfcB", "NfcF", "NfcV")
_MATTERS = frozenset({"nfc.held", "nfc.tags", "nfc.isOn", "nfc.isSupported"})


def start(call: Call, ports: HostPorts) -> None:
    """NFCAdapter.startDiscovery: a tag that is there already is discovered, too."""
    require_nfc(ports)
    nfc = ports[NFC]
    if nfc.tell is not None:
        raise refusal("NFC discovery already started")
    nfc.tell = call.emit
    nfc.watches = ports[WORLD].subscribe(call.later(lambda happening: _heard(ports, happening)))
    call.succeed(DONE)
    _look(ports)


def stop(call: Call, ports: HostPorts) -> None:
    """NFCAdapter.stopDiscovery."""
    if ports[NFC].tell is None:
        raise refusal("NFC discovery has not started")
    ports[NFC].stop_reading()
    call.succeed(DONE)


def _heard(ports: HostPorts, happening: Happening) -> None:
    if not _MATTERS.isdisjoint(happening.after):
        _look(ports)


def _look(ports: HostPorts) -> None:
    """What is held to the phone now is discovered, unless it was. In the background nothing is."""
    nfc, world = ports[NFC], ports[WORLD]
    is_ready = world["nfc.isSupported"] and world["nfc.isOn"] and not ports[PHONE].is_left
    tag = tag_called(world["nfc.tags"], world["nfc.held"]) if is_ready else None
    if tag is None:
        nfc.tag = ""
    elif nfc.tag != tag.name and nfc.tell and ("isoDep" in tag.techs or ports[PHONE].platform != "ios"):
        nfc.tag = tag.name
        nfc.disconnect()
        found = {"id": from_bytes(bytes.fromhex(tag.id)), "techs": [TECH_NAMES[one] for one in tag.techs]}
        messages = messages_of(tag)
        nfc.tell("onDiscovered", {**found, "messages": messages} if messages else found)
        if messages:
            nfc.tell("onNdefMessage", {"messages": messages})


HANDLERS: tuple[Handler, ...] = (
    in_host("NFCAdapter.startDiscovery", start, state="simulated"),
    in_host("NFCAdapter.stopDiscovery", stop, state="simulated"),
    *in_js(*(f"NFCAdapter.get{one}" for one in FACTORIES), state="simulated"),
    *in_js("NFCAdapter.onDiscovered", "NFCAdapter.offDiscovered", state="simulated"),
)
