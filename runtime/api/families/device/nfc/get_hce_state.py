"""wx.getHCEState: whether the phone can be a card."""

from __future__ import annotations

from runtime.api.call import Call
from runtime.api.families.device.nfc.card import require_hce
from runtime.api.families.device.nfc.refusals import DONE
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts


def state(call: Call, ports: HostPorts) -> None:
    """getHCEState."""
    require_hce(ports)
    call.succeed(DONE)


HANDLERS: tuple[Handler, ...] = (in_host("getHCEState", state, state="simulated"),)
