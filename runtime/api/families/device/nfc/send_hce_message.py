"""wx.sendHCEMessage: the program's answer to a reader."""

from __future__ import annotations

from runtime.api.call import Call, as_bytes
from runtime.api.families.device.nfc.card import require_hce
from runtime.api.families.device.nfc.refusals import DONE, refusal
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts
from runtime.api.ports.nfc import NFC
from runtime.api.ports.world import WORLD
from runtime.world.groups.hce import MOST_ANSWERS

LONGEST_ANSWER = 65_538
"""Bytes. Source: ISO 7816-4, an extended answer with its status."""
MOST_SHOWN = 1024
"""Bytes of it, in the world's list."""


def send(call: Call, ports: HostPorts) -> None:
    """sendHCEMessage. Assumed: without startHCE it is an invalid command."""
    require_hce(ports)
    data = as_bytes(call.args.get("data"))
    if not data or len(data) > LONGEST_ANSWER or ports[NFC].card_watches is None:
        raise refusal("invalid command")
    world = ports[WORLD]
    world.set("hce.answers", [*world["hce.answers"], data[:MOST_SHOWN].hex()][-MOST_ANSWERS:], "program")
    call.succeed(DONE)


HANDLERS: tuple[Handler, ...] = (in_host("sendHCEMessage", send, state="simulated"),)
