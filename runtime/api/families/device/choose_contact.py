"""wx.chooseContact: one of the contacts of the world."""

from __future__ import annotations

from runtime.api.call import ApiFailure, Call
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts
from runtime.api.ports.world import WORLD
from runtime.api.simulation import choose


def choose_contact(call: Call, ports: HostPorts) -> None:
    """chooseContact."""
    contacts = ports[WORLD]["contacts.list"]
    if not contacts:
        raise ApiFailure("cancel")

    def chosen(place: int) -> None:
        contact = contacts[place]
        numbers = contact["phone_numbers"] or [""]
        names = {"displayName": contact["name"], "phoneNumber": numbers[0], "phoneNumberList": numbers[1:]}
        call.succeed(names)

    choose(call, ports, [contact["name"] for contact in contacts], chosen)


HANDLERS: tuple[Handler, ...] = (in_host("chooseContact", choose_contact, state="simulated"),)
