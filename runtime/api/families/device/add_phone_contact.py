"""wx.addPhoneContact: into the contacts of the world, once confirmed."""

from __future__ import annotations

from runtime.api.call import Call
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts
from runtime.api.ports.world import WORLD
from runtime.api.simulation import confirm

_NUMBERS = ("mobilePhoneNumber", "workPhoneNumber", "homePhoneNumber", "hostNumber")


def add_phone_contact(call: Call, ports: HostPorts) -> None:
    """addPhoneContact."""
    world = ports[WORLD]
    name = f"{call.text('lastName')}{call.text('middleName')}{call.text('firstName')}"
    numbers = [number for key in _NUMBERS if (number := call.text(key))]
    more = {key: value for key, value in call.args.items() if isinstance(value, str) and key not in _NUMBERS}
    contact = {"name": name, "phone_numbers": numbers, "more": more}
    dialog = {"title": "创建联系人", "content": " ".join([name, *numbers])}

    def added(_answer: object) -> None:
        world.set("contacts.list", [*world["contacts.list"], contact], "phone")
        call.succeed()

    confirm(call, ports, dialog, added)


HANDLERS: tuple[Handler, ...] = (in_host("addPhoneContact", add_phone_contact, state="simulated"),)
