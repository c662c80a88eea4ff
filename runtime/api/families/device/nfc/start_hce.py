"""wx.startHCE: the phone is a card from now on."""

from __future__ import annotations

from runtime.api.call import Call
from runtime.api.families.device.nfc.card import aids_of, heard, require_hce
from runtime.api.families.device.nfc.refusals import DONE
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts
from runtime.api.ports.nfc import NFC
from runtime.api.ports.world import WORLD


def start(call: Call, ports: HostPorts) -> None:
    """startHCE; a second one takes the place of the first."""
    require_hce(ports)
    aids = aids_of(call)
    nfc = ports[NFC]
    nfc.stop_card()
    nfc.aids = aids
    nfc.card_watches = ports[WORLD].subscribe(call.later(lambda happening: heard(ports, happening)))
    call.succeed(DONE)


HANDLERS: tuple[Handler, ...] = (in_host("startHCE", start, state="simulated"),)
