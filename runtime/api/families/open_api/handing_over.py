"""Calls that send a file of the program's to somebody, or keep it with the app: a dialog stands for the friend who is
chosen. The file must be there, as on the phone."""

from __future__ import annotations

from runtime.api.call import Call
from runtime.api.file_paths import existing_file
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts
from runtime.api.simulation import confirm


def hands_over(name: str, argument: str, title: str, button: str = "发送") -> Handler:
    """An API that does so with the file at the path `argument`."""

    def run(call: Call, ports: HostPorts) -> None:
        real = existing_file(call, ports.areas, argument, "open")
        dialog = {"title": title, "content": call.text("fileName") or real.name, "confirmText": button}
        confirm(call, ports, dialog, lambda _answer: call.succeed())

    return in_host(name, run, state="simulated")
