"""Ndef: the message on a tag. Source: reference, Ndef."""

from __future__ import annotations

from msgspec.structs import replace

from runtime.api.call import Call
from runtime.api.families.device.nfc.messages import records_of
from runtime.api.families.device.nfc.refusals import DONE, refusal
from runtime.api.families.device.nfc.tech import connected, connecting_handlers, keep
from runtime.api.handler import Handler, in_host, in_js
from runtime.api.port import HostPorts
from runtime.world.radio.tags import size


def write(call: Call, ports: HostPorts) -> None:
    """Ndef.writeNdefMessage."""
    tag = connected(ports, "ndef")
    records = records_of(call)
    if not tag.is_writable or size(records) > tag.capacity:
        raise refusal("system internal error")
    keep(ports, replace(tag, records=list(records)))
    call.succeed(DONE)


HANDLERS: tuple[Handler, ...] = (
    *connecting_handlers("Ndef", "ndef"),
    in_host("Ndef.writeNdefMessage", write, state="simulated"),
    *in_js("Ndef.onNdefMessage", "Ndef.offNdefMessage", state="simulated"),
)
