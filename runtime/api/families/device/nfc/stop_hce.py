"""wx.stopHCE."""

from __future__ import annotations

from runtime.api.call import Call
from runtime.api.families.device.nfc.refusals import DONE
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts
from runtime.api.ports.nfc import NFC


def stop(call: Call, ports: HostPorts) -> None:
    """stopHCE."""
    ports[NFC].stop_card()
    call.succeed(DONE)


HANDLERS: tuple[Handler, ...] = (in_host("stopHCE", stop, state="simulated"),)
