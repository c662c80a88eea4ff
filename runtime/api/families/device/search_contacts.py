"""wx.searchContacts: the numbers in the world's address book that begin so. Source: reference, which says no more."""

from __future__ import annotations

from runtime.api.call import ApiFailure, Call
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts
from runtime.api.ports.world import WORLD


def search(call: Call, ports: HostPorts) -> None:
    """searchContacts."""
    wanted = call.text("phoneNumber").strip()
    if not wanted:
        raise ApiFailure("parameter error: parameter.phoneNumber should not be empty")
    numbers = [number for one in ports[WORLD]["contacts.list"] for number in one["phone_numbers"]]
    call.succeed({"result": [{"phoneNumber": one} for one in numbers if one.startswith(wanted)]})


HANDLERS: tuple[Handler, ...] = (in_host("searchContacts", search, state="simulated"),)
