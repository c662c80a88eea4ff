"""wx.openPrivacyContract: says which contract would be shown."""

from __future__ import annotations

from runtime.api.call import Call
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts
from runtime.api.ports.world import WORLD
from runtime.api.simulation import ask_person


def open_privacy_contract(call: Call, ports: HostPorts) -> None:
    """openPrivacyContract: success comes at once, as the page would open."""
    dialog = {"title": ports[WORLD]["privacy.contractName"], "content": "", "showCancel": False}
    ask_person(call, ports, dialog, lambda _answer: None)
    call.succeed()


HANDLERS: tuple[Handler, ...] = (in_host("openPrivacyContract", open_privacy_contract, state="simulated"),)
