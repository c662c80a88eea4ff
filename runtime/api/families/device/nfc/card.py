"""The phone as a card: what a played reader asks, and what the program answers. Android's alone.

Source: reference, NFC-HCE.
"""

from __future__ import annotations

import re

from runtime.api.call import Call, from_bytes
from runtime.api.families.device.nfc.refusals import refusal, require_nfc
from runtime.api.port import HostPorts
from runtime.api.ports.nfc import NFC
from runtime.api.ports.phone import PHONE
from runtime.api.ports.world import WORLD
from runtime.world.world import Happening

COMMAND, DEACTIVATED = 1, 2
_SELECT = "00a40400"
_AID = re.compile(r"[0-9A-Fa-f]{10,32}")


def require_hce(ports: HostPorts) -> None:
    """Raises ApiFailure if the phone cannot be a card."""
    require_nfc(ports)
    if ports[PHONE].platform == "ios":
        raise refusal("HCE not supported")
    if not ports[WORLD]["hce.isDefault"]:
        raise refusal("not the default NFC payment app")


def aids_of(call: Call) -> list[str]:
    """The names of applications that the phone is to be a card for. Raises ApiFailure for what is none."""
    aids = call.items("aid_list")
    good = [one.lower() for one in aids if isinstance(one, str) and _AID.fullmatch(one) and len(one) % 2 == 0]
    if not aids or len(good) != len(aids):
        raise refusal("invalid AID list")
    return good


def heard(ports: HostPorts, happening: Happening) -> None:
    """A reader is only heard while NFC is on and the program in front; one that selects another card is not."""
    world = ports[WORLD]
    if happening.event not in ("hce.command", "hce.leave") or ports[PHONE].is_left or not world["nfc.isOn"]:
        return
    if happening.event == "hce.leave":
        reason = int(happening.detail["reason"])
        return world.tell("hceMessage", {"messageType": DEACTIVATED, "reason": reason})
    data = happening.detail["data"].lower()
    if not data.startswith(_SELECT) or _selected(data) in ports[NFC].aids:
        world.tell("hceMessage", {"messageType": COMMAND, "data": from_bytes(bytes.fromhex(data))})


def _selected(command: str) -> str:
    length = int(command[8:10] or "0", 16) * 2
    return command[10 : 10 + length]
